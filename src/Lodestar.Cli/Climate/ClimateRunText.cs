// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Climate;

/// <summary>A run for people: warming by decade, odds, the peak, and what was done to the file on the way.</summary>
internal static class ClimateRunText
{
    private const int Decimals = 2;

    /// <summary>The first year, every tenth one, and the last.</summary>
    public static IEnumerable<int> Years(WarmingOutlook outlook) =>
        Enumerable
            .Range(outlook.FirstYear, outlook.Bands.Count)
            .Where(y => y % 10 == 0 || y == outlook.FirstYear || y == outlook.LastYear);

    public static void Write(Shell shell, ClimateRun run, bool percentiles, bool forcing)
    {
        shell.Print(
            new Ink(run.Joined.Whole.Name, Tone.Strong),
            " — ",
            shell.Say(
                "cli.climate.ensemble",
                ("calibration", run.Calibration.Identity.Id),
                ("members", run.Run.Members)
            )
        );
        Illustrative(shell, run.Outlook);
        Warming(shell, run.Outlook, percentiles);
        Odds(shell, run.Outlook);
        if (forcing)
        {
            Forcing(shell, run);
        }

        if (run.Reading is not null)
        {
            Reading(shell, run.Reading);
            Joins(shell, run);
        }

        ClimateNotes.Write(shell, run.Calibration, run.Reading is null || run.Joined.Filled.Any());
    }

    public static string Degrees(Shell shell, double kelvin) => shell.Texts.Numbers.Fixed(kelvin, Decimals);

    private static void Illustrative(Shell shell, WarmingOutlook outlook)
    {
        if (outlook.IsIllustrative)
        {
            shell.Print(
                new Ink(
                    shell.Say(
                        "cli.climate.illustrative",
                        ("kelvin", WarmingOutlook.IllustrativeAbove),
                        ("year", WarmingOutlook.IllustrativeAfter)
                    ),
                    Tone.Doubtful
                )
            );
        }
    }

    private static void Warming(Shell shell, WarmingOutlook outlook, bool percentiles)
    {
        shell.Print();
        shell.Print(shell.Say("cli.climate.warming"));
        var shares = percentiles ? (double[])[0.05, 0.17, 0.33, 0.5, 0.67, 0.83, 0.95] : [0.05, 0.5, 0.95];
        var table = new TextTable([
            shell.Say("cli.climate.year"),
            .. shares.Select(s => shell.Texts.Text(new Share(s))),
        ]);
        foreach (var year in Years(outlook))
        {
            var band = outlook.In(year);
            double[] all = percentiles
                ? [band.P05, band.P17, band.P33, band.P50, band.P67, band.P83, band.P95]
                : [band.P05, band.P50, band.P95];
            table.Add([shell.Texts.Text(year), .. all.Select(v => (Ink)Degrees(shell, v))]);
        }

        table.Write(shell);
        shell.Print(
            shell.Say(
                outlook.PeakYear == outlook.LastYear ? "cli.climate.rising" : "cli.climate.peak",
                ("peak", Degrees(shell, outlook.Peak.P50)),
                ("low", Degrees(shell, outlook.Peak.P05)),
                ("high", Degrees(shell, outlook.Peak.P95)),
                ("year", outlook.PeakYear),
                ("last", outlook.LastYear)
            )
        );
    }

    private static void Odds(Shell shell, WarmingOutlook outlook)
    {
        if (outlook.Odds.Count == 0)
        {
            return;
        }

        shell.Print();
        var table = new TextTable(
            shell.Say("cli.climate.limit"),
            shell.Say("cli.climate.above", ("year", outlook.LastYear)),
            shell.Say("cli.climate.ever", ("year", outlook.LastYear))
        );
        foreach (var odds in outlook.Odds)
        {
            table.Add(
                $"{shell.Texts.Text(odds.Limit)}{NumberText.NarrowSpace}°C",
                Of(shell, odds.In(outlook.LastYear)),
                Of(shell, odds.Ever)
            );
        }

        table.Write(shell);
    }

    /// <summary>None and all are said of none and all of the members alone.</summary>
    private static string Of(Shell shell, double odds) =>
        Math.Round(odds, 2) switch
        {
            0 when odds > 0 => shell.Say("cli.climate.odds.under", ("share", new Share(0.01))),
            1 when odds < 1 => shell.Say("cli.climate.odds.over", ("share", new Share(0.99))),
            var rounded => shell.Texts.Text(new Share(rounded)),
        };

    private static void Forcing(Shell shell, ClimateRun run)
    {
        shell.Print();
        shell.Print(shell.Say("cli.climate.forcing"));
        var table = new TextTable([shell.Say("cli.climate.year"), .. ForcingGroups.All.Select(g => shell.Say(g.Text))]);
        foreach (var year in Years(run.Outlook))
        {
            table.Add([
                shell.Texts.Text(year),
                .. ForcingGroups.All.Select(g => (Ink)Degrees(shell, ForcingGroups.Median(run.Run, g.Outputs, year))),
            ]);
        }

        table.Write(shell);
    }

    private static void Reading(Shell shell, PathwayReading reading)
    {
        shell.Print();
        shell.Print(
            shell.Say(
                "cli.climate.read",
                ("species", reading.Rows.Count),
                ("parts", reading.PassedOver.Count(p => p.As == PassedOverAs.Part)),
                ("baskets", reading.PassedOver.Count(p => p.As == PassedOverAs.Basket)),
                ("others", reading.PassedOver.Count(p => p.As == PassedOverAs.Other))
            )
        );
        var converted = reading.Rows.Where(r => r.Factor != 1 || r.IsDerived).ToList();
        if (converted.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            shell.Say("cli.climate.converted"),
            shell.Say("cli.climate.stated"),
            shell.Say("cli.climate.factor"),
            shell.Say("cli.climate.unit")
        );
        foreach (var row in converted)
        {
            table.Add(
                row.IsDerived ? shell.Say("cli.climate.derived", ("species", row.Species)) : row.Species,
                row.Unit,
                $"× {shell.Texts.Text(row.Factor)}",
                row.EmissionUnit
            );
        }

        table.Write(shell);
    }

    private static void Joins(Shell shell, ClimateRun run)
    {
        var year = run.Calibration.LastHistoricalYear;
        shell.Print();
        var table = new TextTable(
            shell.Say("cli.climate.harmonised"),
            shell.Say("cli.climate.method"),
            shell.Say("cli.climate.history", ("year", year)),
            shell.Say("cli.climate.own", ("year", year)),
            shell.Say("cli.climate.unit")
        );
        foreach (var join in run.Joined.Harmonised)
        {
            table.Add(
                join.Species,
                join.Method.Name,
                shell.Texts.Text(join.Historical),
                double.IsNaN(join.Own) ? "–" : shell.Texts.Text(join.Own),
                join.Unit
            );
        }

        table.Write(shell);
        if (run.Joined.Filled.Any())
        {
            shell.Print(
                shell.Say(
                    "cli.climate.filled",
                    ("background", run.Background),
                    ("species", run.Joined.Filled.Select(j => j.Species).ToArray())
                )
            );
        }

        if (run.Joined.Joins.FirstOrDefault(j => j.HeldFrom is not null) is { HeldFrom: { } held })
        {
            shell.Print(shell.Say("cli.climate.held", ("year", held)));
        }
    }
}
