// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Text;

namespace Lodestar.Domain.Tests.Formula;

/// <summary>
/// Models in a line a variable: <c>use[fuel] : GWh/yr = area * need</c>, with options after a bar:
/// <c>share[fuel] : 1 = {gas: 0.4, oil: 0.6} | sums_to_one: fuel</c>. <c>axis fuel = gas oil</c> declares an axis.
/// </summary>
internal static partial class ShortModel
{
    public static ModelText Text(string source, int from = 2020, int to = 2030)
    {
        var axes = ImmutableArray.CreateBuilder<AxisText>();
        var variables = ImmutableArray.CreateBuilder<VariableText>();
        var measures = ImmutableArray.CreateBuilder<MeasureText>();
        var checks = ImmutableArray.CreateBuilder<Piece>();
        var correlations = ImmutableArray.CreateBuilder<CorrelationText>();
        var fits = ImmutableArray.CreateBuilder<FitText>();
        var lines = source.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Trim().Length == 0)
            {
                continue;
            }

            Piece At(string part, int start) =>
                new("m.yaml", i + 1, start + 1 + (part.Length - part.TrimStart().Length), part.Trim());

            if (AxisLine().Match(line) is { Success: true } axis)
            {
                axes.Add(
                    new AxisText(
                        At(axis.Groups[1].Value, axis.Groups[1].Index),
                        [.. Words(axis.Groups[2]).Select(w => At(w.Value, w.Index))]
                    )
                );
            }
            else if (CheckLine().Match(line) is { Success: true } check)
            {
                checks.Add(At(check.Groups[1].Value, check.Groups[1].Index));
            }
            else if (FitLine().Match(line) is { Success: true } fit)
            {
                Piece? Part(int group) =>
                    fit.Groups[group].Success ? At(fit.Groups[group].Value, fit.Groups[group].Index) : null;

                fits.Add(
                    new FitText(Part(1)!, Part(2)!)
                    {
                        From = Part(3),
                        Until = Part(4),
                        Test = Part(5),
                        Weight = Part(6),
                    }
                );
            }
            else if (TieLine().Match(line) is { Success: true } tie)
            {
                correlations.Add(
                    new CorrelationText(
                        [.. Words(tie.Groups[1]).Select(w => At(w.Value, w.Index))],
                        At(tie.Groups[2].Value, tie.Groups[2].Index)
                    )
                );
            }
            else if (MeasureLine().Match(line) is { Success: true } measure)
            {
                measures.Add(Measure(measure, At));
            }
            else
            {
                var match = VariableLine().Match(line);
                Assert.True(match.Success, line);
                variables.Add(Variable(match, At));
            }
        }

        return new ModelText(new Piece("m.yaml", 1, 1, "test"))
        {
            Time = new TimeText(Piece.Of($"{from}"), Piece.Of($"{to}")),
            Axes = axes.ToImmutable(),
            Variables = variables.ToImmutable(),
            Measures = measures.ToImmutable(),
            Checks = checks.ToImmutable(),
            Correlations = correlations.ToImmutable(),
            Fits = fits.ToImmutable(),
        };
    }

    /// <summary>A model that must have no errors.</summary>
    public static BoundModel Bind(string source, int from = 2020, int to = 2030)
    {
        var result = Binder.Bind(Text(source, from, to));
        Assert.True(
            result.Model is not null,
            string.Join("; ", result.Problems.Select(p => $"{p.Fault} '{p.Span.Text}' {string.Join(", ", p.Values)}"))
        );
        return result.Model;
    }

    /// <summary>The central run.</summary>
    public static InterpretedRun Run(this BoundModel model, params (string Name, double Value)[] settings)
    {
        var parameters = new double[Lanes.ParameterCells(model)];
        var offsets = Lanes.Offsets(model);
        foreach (var parameter in model.Parameters)
        {
            var value = settings
                .FirstOrDefault(s => s.Name == parameter.Name, (Name: "", Value: parameter.Central))
                .Value;
            parameters.AsSpan(offsets[parameter.Index], parameter.Cells).Fill(value);
        }

        return InterpretedRun.Of(model, parameters);
    }

    /// <summary>The values of a variable in a year, by cell.</summary>
    public static double[] In(this InterpretedRun run, BoundModel model, string name, int year)
    {
        var variable = model.Find(name)!;
        return run.Values(variable).Slice((year - model.FirstYear) * variable.Cells, variable.Cells).ToArray();
    }

    private static VariableText Variable(Match match, Func<string, int, Piece> at)
    {
        var value = match.Groups["value"];
        var options = match.Groups["options"];
        var variable = new VariableText(at(match.Groups["name"].Value, match.Groups["name"].Index))
        {
            Axes = [.. Words(match.Groups["axes"]).Select(w => at(w.Value, w.Index))],
            Unit = match.Groups["unit"].Success ? at(match.Groups["unit"].Value, match.Groups["unit"].Index) : null,
        };
        foreach (Match option in OptionPattern().Matches(options.Value))
        {
            var text = option.Groups[2].Value;
            var piece = at(text, options.Index + option.Groups[2].Index);
            variable = option.Groups[1].Value switch
            {
                "sums_to_one" => variable with { SumsToOne = piece },
                "kind" => variable with { Kind = piece },
                "initial" => variable with { Initial = piece },
                "between" => variable with { Between = piece },
                "before" => variable with { Before = piece },
                "after" => variable with { After = piece },
                "absent" => variable with { Absent = piece },
                "outcome" => variable with { IsOutcome = true },
                "grade" => variable with { Grade = piece },
                "fitted" => variable with { Fitted = at("fitted", options.Index + option.Index) },
                "vary" => variable with { Vary = [piece] },
                "category" => variable with { Category = piece },
                "range" => variable with
                {
                    Range = (Piece.Of(text.Split("..")[0].Trim()), Piece.Of(text.Split("..")[1].Trim())),
                },
                var other => throw new ArgumentException(other),
            };
        }

        var body = at(value.Value, value.Index);
        return body.Text.StartsWith('{') ? variable with { Data = Table(body, value.Index, value.Value) }
            : body.Text.StartsWith("stock", StringComparison.Ordinal) ? variable with { Stock = Stock(body) }
            : variable with { Value = body };
    }

    /// <summary><c>{gas: 1, oil: 2}</c> or <c>{gas 2020: 1, gas 2030: 2}</c>.</summary>
    private static TableText Table(Piece body, int start, string raw)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Piece>>();
        foreach (Match entry in EntryPattern().Matches(body.Text))
        {
            Piece Cut(string text, int index) =>
                body with
                {
                    Column = body.Column + index + (text.Length - text.TrimStart().Length),
                    Text = text.Trim(),
                };

            rows.Add([
                .. Words(entry.Groups[1]).Select(w => Cut(w.Value, w.Index)),
                Cut(entry.Groups[2].Value, entry.Groups[2].Index),
            ]);
        }

        return new TableText(body) { Rows = rows.ToImmutable() };
    }

    /// <summary><c>stock initial: 5 ha; inflow: x; life: fixed(15 yr)</c>.</summary>
    private static StockText Stock(Piece body)
    {
        var stock = new StockText(body);
        foreach (Match option in StockPattern().Matches(body.Text))
        {
            var piece = body with
            {
                Column = body.Column + option.Groups[2].Index + 1,
                Text = option.Groups[2].Value.Trim(),
            };
            stock = option.Groups[1].Value switch
            {
                "initial" => stock with { Initial = piece },
                "inflow" => stock with { Inflow = piece },
                "outflow" => stock with { Outflow = piece },
                "decay" => stock with { Decay = piece },
                "life" => stock with { Life = piece },
                "ages" => stock with { Ages = piece },
                var other => throw new ArgumentException(other),
            };
        }

        return stock;
    }

    /// <summary><c>measure m = shift share from gas oil to electricity by 80 % in 2025..2030</c>.</summary>
    private static MeasureText Measure(Match match, Func<string, int, Piece> at)
    {
        Piece? Part(string name) =>
            match.Groups[name].Success ? at(match.Groups[name].Value, match.Groups[name].Index) : null;

        var effect = new EffectText(Part("op")!, Part("of")!)
        {
            Amount = Part("amount"),
            From = [.. Words(match.Groups["from"]).Select(w => at(w.Value, w.Index))],
            To = Part("to"),
            Where = Part("where"),
        };
        return new MeasureText(Part("id")!)
        {
            Effects = [effect],
            Ramp = match.Groups["start"].Success
                ? new RampText(Part("start")!) { From = Part("start"), To = Part("end") }
                : null,
        };
    }

    private static IEnumerable<(string Value, int Index)> Words(Group group) =>
        group.Success ? WordPattern().Matches(group.Value).Select(m => (m.Value, group.Index + m.Index)) : [];

    [GeneratedRegex(@"[^\s,]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^\s*axis\s+(\S+)\s*=\s*(.*)$")]
    private static partial Regex AxisLine();

    [GeneratedRegex(@"^\s*check\s+(.*)$")]
    private static partial Regex CheckLine();

    [GeneratedRegex(
        @"^\s*fit\s+(\S+)\s+to\s+(\S+)(?:\s+in\s+(\S+?)\.\.(\S+))?(?:\s+test\s+(\S+))?(?:\s+weight\s+(\S+))?\s*$"
    )]
    private static partial Regex FitLine();

    [GeneratedRegex(@"^\s*tie\s+(.*)=(.*)$")]
    private static partial Regex TieLine();

    [GeneratedRegex(
        @"^\s*measure\s+(?<id>\S+)\s*=\s*(?<op>\w+)\s+(?<of>\S+)(\s+where\s+(?<where>.*?))?(\s+from\s+(?<from>.*?)\s+to\s+(?<to>\S+))?(\s+by\s+(?<amount>.*?))?(\s+in\s+(?<start>\d+)\.\.(?<end>\d+))?\s*$"
    )]
    private static partial Regex MeasureLine();

    [GeneratedRegex(
        @"^\s*(?<name>[^\s\[:=]+)(\[(?<axes>[^\]]*)\])?\s*(:\s*(?<unit>[^=|{]*?))?\s*=\s*(?<value>[^|]*)(\|(?<options>.*))?$"
    )]
    private static partial Regex VariableLine();

    [GeneratedRegex(@"(\w+)(?:\s*:\s*([^;]*))?(?:;|$)")]
    private static partial Regex OptionPattern();

    [GeneratedRegex(@"([^:{},]+):([^,}]*)")]
    private static partial Regex EntryPattern();

    [GeneratedRegex(@"(\w+):([^;]*)")]
    private static partial Regex StockPattern();
}
