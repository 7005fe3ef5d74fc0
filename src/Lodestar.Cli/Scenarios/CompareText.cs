// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Model;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Scenarios;
using Lodestar.Web.Components.Scenarios;

namespace Lodestar.Cli.Scenarios;

/// <summary>Scenarios for people: a line for each, with some of the years; or two by sector and gas.</summary>
internal static class CompareText
{
    private const int MostYears = 6;

    public static void All(Shell shell, ScenarioView view, int? year)
    {
        shell.Print(
            new Ink(view.Plan.NameIn(shell.Language), Tone.Strong),
            ": ",
            shell.Say("cli.compare.heading", ("unit", view.Unit.Display))
        );
        shell.Print();
        int[] years =
        [
            .. RunText
                .Years(view.StartYear, view.LastYear, MostYears)
                .Concat(view.Stops.Select(s => s.Year))
                .Concat(year is { } asked ? [asked] : [])
                .Distinct()
                .Order(),
        ];
        var most = view.Outlook.Runs.Max(r => r.Path.Max(Math.Abs));
        var decimals = ScenarioView.Decimals(view.In(most));
        var table = new TextTable([
            shell.Say("cli.compare.scenario"),
            shell.Say("cli.compare.id"),
            .. years.Select(y => shell.Texts.Text(y)),
        ]);
        foreach (var run in view.Outlook.Runs)
        {
            table.Add([
                shell.Texts.Render(view.Name(run)),
                run.Case.Id,
                .. years.Select(y => (Ink)shell.Texts.Numbers.Fixed(view.In(run.At(y)!.Value), decimals)),
            ]);
        }

        if (view.Promise is { } promise)
        {
            table.Add([
                shell.Say("cli.compare.promised"),
                "",
                .. years.Select(y =>
                    (Ink)(promise.At(y) is { } limit ? shell.Texts.Numbers.Fixed(view.In(limit), decimals) : "")
                ),
            ]);
        }

        table.Write(shell);
        Odds(shell, view);
        Costs(shell, view);
    }

    /// <summary>What the second costs more than the first, item by item.</summary>
    public static void Cost(Shell shell, ScenarioView view, ScenarioRun a, ScenarioRun b, int year)
    {
        if (view.Cost(a, b, year) is not { } cost)
        {
            return;
        }

        foreach (var change in cost.Changes)
        {
            for (var span = 0; span < change.Spans.Length; span++)
            {
                var (from, to) = change.Spans[span];
                shell.Print();
                shell.Print(
                    from == to
                        ? shell.Say("cli.compare.cost-in-year", ("year", from), ("unit", change.Unit.Millions))
                        : shell.Say(
                            "cli.compare.cost-in-years",
                            ("from", from),
                            ("to", to),
                            ("unit", change.Unit.Millions)
                        )
                );
                shell.Print();
                var table = new TextTable(
                    "",
                    shell.Texts.Render(view.Name(a)),
                    shell.Texts.Render(view.Name(b)),
                    shell.Say("cli.compare.difference")
                );
                foreach (var row in change.Shown)
                {
                    var amounts = row.Amounts[span];
                    table.Add(
                        new string(' ', 2 * row.Depth) + (row.Item?.Title ?? shell.Say("cost.other")),
                        shell.Texts.Numbers.Fixed((double)amounts.Before, change.Decimals),
                        shell.Texts.Numbers.Fixed((double)amounts.After, change.Decimals),
                        Signed(shell, amounts.Difference, change.Decimals)
                    );
                }

                table.Write(shell);
            }
        }

        shell.Print();
        foreach (var said in new[] { CostWords.PerTonne(cost), CostWords.NotCounted(cost) }.OfType<Message>())
        {
            shell.Print(shell.Texts.Render(said));
        }

        shell.Print(shell.Say("cost.what"));
    }

    /// <summary>What each scenario costs more than the one without measures, in a line.</summary>
    private static void Costs(Shell shell, ScenarioView view)
    {
        var costs = view.Costs();
        if (costs.Count == 0)
        {
            return;
        }

        shell.Print();
        foreach (var (run, cost) in costs)
        {
            var said = new[]
            {
                CostWords.Difference(cost, view.Name(run), view.Name(view.Outlook.Without)),
                CostWords.NotCounted(cost),
            };
            if (said.OfType<Message>().ToList() is { Count: > 0 } words)
            {
                shell.Print(string.Join(' ', words.Select(shell.Texts.Render)));
            }
        }

        shell.Print(shell.Say("cost.what"));
    }

    private static string Signed(Shell shell, decimal value, int decimals) =>
        (value > 0 ? "+" : "") + shell.Texts.Numbers.Fixed((double)value, decimals);

    public static void Two(Shell shell, ScenarioView view, IReadOnlyList<ScenarioComparison> compared)
    {
        foreach (var years in compared)
        {
            shell.Print(
                new Ink(view.Plan.NameIn(shell.Language), Tone.Strong),
                ": ",
                years.From == years.To
                    ? shell.Say("cli.compare.in-year", ("year", years.From), ("unit", view.Unit.Display))
                    : shell.Say(
                        "cli.compare.in-years",
                        ("from", years.From),
                        ("to", years.To),
                        ("unit", view.Unit.Display)
                    )
            );
            shell.Print();
            var table = new TextTable(
                "",
                shell.Texts.Render(view.Name(years.A)),
                shell.Texts.Render(view.Name(years.B)),
                shell.Say("cli.compare.difference")
            );
            Add(shell, table, shell.Say("cli.compare.all"), years.Total, years.Decimals);
            foreach (var row in years.Sectors)
            {
                var name = row.Key is { } code ? shell.Texts.Render(Categories.Name(code)) : null;
                Add(shell, table, name ?? shell.Say("cli.compare.rest"), row, years.Decimals);
            }

            foreach (var row in years.Gases.Length > 1 ? years.Gases : [])
            {
                var name = row.Key is "" ? "CO\u2082e" : row.Key;
                Add(shell, table, name ?? shell.Say("cli.compare.rest"), row, years.Decimals);
            }

            table.Write(shell);
            if (years != compared[^1])
            {
                shell.Print();
            }
        }
    }

    /// <summary>Why one scenario changes: rows and columns add up to the last digit shown.</summary>
    public static void Change(Shell shell, ScenarioView view, ScenarioChange change)
    {
        shell.Print(
            new Ink(view.Plan.NameIn(shell.Language), Tone.Strong),
            ": ",
            shell.Say(
                "cli.compare.change",
                ("scenario", view.Name(change.Run)),
                ("from", change.From),
                ("to", change.To),
                ("unit", view.Unit.Display)
            )
        );
        shell.Print();
        var hasOther = change.Sectors.Any(r => r.Other != 0);
        List<string> heads =
        [
            "",
            shell.Texts.Text(change.From),
            shell.Say("cli.compare.activity"),
            shell.Say("cli.compare.mix"),
            shell.Say("cli.compare.intensity"),
        ];
        if (hasOther)
        {
            heads.Add(shell.Say("cli.compare.other"));
        }

        heads.Add(shell.Texts.Text(change.To));
        var table = new TextTable([.. heads]);
        foreach (var row in change.Sectors)
        {
            Add(
                row.Sector is { } code ? shell.Texts.Render(Categories.Name(code)) : shell.Say("cli.compare.rest"),
                row
            );
        }

        Add(shell.Say("cli.compare.all"), change.Total);
        table.Write(shell);

        void Add(string name, ChangeRow row)
        {
            List<Ink> cells = [name, Number(row.Before), Signed(row.Activity), Signed(row.Mix), Signed(row.Intensity)];
            if (hasOther)
            {
                cells.Add(Signed(row.Other));
            }

            cells.Add(Number(row.After));
            table.Add([.. cells]);
        }

        string Number(decimal value) => shell.Texts.Numbers.Fixed((double)value, change.Decimals);
        string Signed(decimal value) => (value > 0 ? "+" : "") + Number(value);
    }

    private static void Odds(Shell shell, ScenarioView view)
    {
        if (!view.Stops.Any())
        {
            return;
        }

        shell.Print();
        foreach (var run in ScenarioSet(view))
        {
            foreach (var stop in view.Stops)
            {
                if (run.AtMost(stop.Year, stop.Limit) is { Count: > 0 } odds)
                {
                    shell.Print(
                        shell.Say(
                            "cli.compare.odds",
                            ("scenario", view.Name(run)),
                            ("year", stop.Year),
                            ("odds", OddsSaid.Of(odds, view.IsFirm))
                        )
                    );
                }
            }
        }
    }

    private static IEnumerable<ScenarioRun> ScenarioSet(ScenarioView view) =>
        new[] { view.Outlook.Expected, view.Outlook.Planned }.Distinct();

    private static void Add(Shell shell, TextTable table, string name, ComparedRow row, int decimals)
    {
        string Number(decimal value) => shell.Texts.Numbers.Fixed((double)value, decimals);
        table.Add(name, Number(row.A), Number(row.B), (row.Difference > 0 ? "+" : "") + Number(row.Difference));
    }
}
