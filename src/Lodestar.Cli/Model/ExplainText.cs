// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Formula.Explain;
using Lodestar.Planning.Plans;

namespace Lodestar.Cli.Model;

/// <summary>An explanation in words: a value, its formula, the numbers put in, and the same for what it was computed from.</summary>
internal sealed class ExplainText(Shell shell, IReadOnlyList<Source> sources)
{
    private const int MostLines = 400;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _cited = new(StringComparer.Ordinal);
    private int _lines;

    public void Write(Fact fact)
    {
        Write(fact, "");
        if (_cited.Count == 0)
        {
            return;
        }

        shell.Print();
        shell.Print(new Ink(shell.Say("cli.explain.sources"), Tone.Strong));
        foreach (var id in _cited)
        {
            var source = sources.FirstOrDefault(s => s.Id == id);
            string?[] parts = [source?.Title, source?.Publisher, source?.Edition, source?.Url];
            var text = string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
            shell.Print($"  {id}{(text.Length == 0 ? "" : ": " + text)}");
        }
    }

    private void Write(Fact fact, string indent)
    {
        if (_lines++ > MostLines)
        {
            return;
        }

        shell.Print(indent, new Ink(NameOf(fact), Tone.Strong), Value(fact), Title(fact));
        var under = indent + "    ";
        if (fact.Stated?.Source?.Text is { } source)
        {
            _cited.Add(source);
        }

        if (!_told.Add($"{NameOf(fact)} {fact.Year} {fact.ToYear}"))
        {
            if (fact.Inputs.Length > 0)
            {
                shell.Print(under, new Ink(shell.Say("cli.explain.above"), Tone.Quiet));
            }

            return;
        }

        foreach (var line in Lines(fact))
        {
            shell.Print(under, line);
        }

        foreach (var input in fact.Inputs)
        {
            Write(input, under);
        }
    }

    private IEnumerable<Ink> Lines(Fact fact)
    {
        if (fact.Formula is { } formula && fact.Kind is not (FactKind.Given or FactKind.Lever))
        {
            yield return $"= {formula}";
        }

        if (fact.Numbers is { } numbers)
        {
            yield return $"= {numbers}";
        }

        switch (fact.Kind)
        {
            case FactKind.Given when fact.Stated?.Data is { Heading: not null } table:
                yield return shell.Say("cli.explain.table", ("file", table.Where.Text));
                break;
            case FactKind.Given when fact.Stated is { } stated:
                yield return shell.Say("cli.explain.given", ("file", stated.Name.File), ("line", stated.Name.Line));
                break;
            case FactKind.Uncertain:
                yield return shell.Say("cli.explain.uncertain");
                break;
            case FactKind.Lever when fact.Stated?.Range is var (low, high):
                yield return shell.Say("cli.explain.lever", ("low", low.Text), ("high", high.Text));
                break;
            case FactKind.Stock:
                yield return shell.Say("cli.explain.stock", ("year", fact.Year));
                break;
            case FactKind.Switch:
                yield return shell.Say(fact.Value == 0 ? "cli.explain.off" : "cli.explain.on");
                break;
        }

        if (fact.Measures.Length > 0)
        {
            yield return shell.Say("cli.explain.measures", ("measures", fact.Measures.ToArray()));
            if (fact.Without is { } without)
            {
                yield return shell.Say("cli.explain.without", ("value", RunText.Number(shell, without)));
            }
        }

        if (fact.Stated?.Source?.Text is { } source)
        {
            yield return shell.Say("cli.explain.source", ("source", source));
        }

        if (fact.Stated?.Grade?.Text is { } grade)
        {
            yield return shell.Say("cli.explain.grade", ("grade", grade));
        }

        if (fact.IsCut)
        {
            yield return new Ink(shell.Say("cli.explain.cut"), Tone.Quiet);
        }
    }

    private string NameOf(Fact fact)
    {
        var labels = string.Join(
            ", ",
            fact.Labels.Select(l => l.Label ?? shell.Say("cli.explain.every", ("axis", l.Axis.Name)))
        );
        return labels.Length == 0 ? fact.Name : $"{fact.Name}[{labels}]";
    }

    private string Value(Fact fact)
    {
        var when = fact.ToYear is { } to
            ? shell.Say("cli.explain.in-years", ("from", fact.Year), ("to", to))
            : shell.Say("cli.explain.in-year", ("year", fact.Year));
        var unit = fact.Unit.Symbol is "1" or "" ? "" : "\u00a0" + fact.Unit.Display;
        return fact.Value is { } value ? $" {when}: {RunText.Number(shell, value)}{unit}" : $" {when}";
    }

    private static string Title(Fact fact) => fact.Variable?.Title is { } title ? $" — {title}" : "";
}
