// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>Calibration 1.4.1 against the reference: five members year by year, the whole ensemble, given noise.</summary>
public sealed class CalibratedTests
{
    private const string Folder = "cal1.4.1_ssp";
    private const Keep Everything = Keep.Concentrations | Keep.Forcing | Keep.EnergyBudget | Keep.Detail;

    private static readonly Ensemble Shipped = new(Calibration.Shipped) { IsAsReference = true };

    private static readonly (string Column, Output Output, double Unit, double Tolerance)[] Columns =
    [
        ("CO2_ppm", Output.CarbonDioxide, 1, 1e-4),
        ("CH4_ppb", Output.Methane, 1, 1e-4),
        ("N2O_ppb", Output.NitrousOxide, 1, 1e-4),
        ("EESC_ppt", Output.EffectiveChlorine, 1, 1e-4),
        ("ERF_CO2", Output.ForcingCarbonDioxide, 1, 1e-6),
        ("ERF_CH4", Output.ForcingMethane, 1, 1e-6),
        ("ERF_N2O", Output.ForcingNitrousOxide, 1, 1e-6),
        ("ERF_fgas", Output.ForcingFluorinatedGases, 1, 1e-6),
        ("ERF_montreal", Output.ForcingMontrealGases, 1, 1e-6),
        ("ERF_ari", Output.ForcingAerosolRadiation, 1, 1e-6),
        ("ERF_aci", Output.ForcingAerosolCloud, 1, 1e-6),
        ("ERF_ozone", Output.ForcingOzone, 1, 1e-6),
        ("ERF_h2ostrat", Output.ForcingStratosphericWater, 1, 1e-6),
        ("ERF_lapsi", Output.ForcingBlackCarbonOnSnow, 1, 1e-6),
        ("ERF_landuse", Output.ForcingLandUse, 1, 1e-6),
        ("ERF_volcanic", Output.ForcingVolcanic, 1, 1e-6),
        ("ERF_solar", Output.ForcingSolar, 1, 1e-6),
        ("ERF_total", Output.ForcingTotal, 1, 1e-6),
        ("TOA_imbalance", Output.Imbalance, 1, 1e-6),
        ("OHC_ZJ", Output.HeatUptake, 1e21, 1e-4),
        ("alpha_CO2", Output.CarbonDioxideTimeScale, 1, 1e-6),
        ("alpha_CH4", Output.MethaneTimeScale, 1, 1e-6),
        ("airborne_CO2_GtCO2", Output.CarbonDioxideAirborne, 1, 1e-4),
        ("cumulative_CO2_GtCO2", Output.CarbonDioxideCumulative, 1, 1e-4),
        ("stochastic_state", Output.FilteredForcing, 1, 1e-6),
    ];

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void Sensitivities_OfTheMembers_EqualTheReference(Copy copy)
    {
        var reference = Reference.Read(copy, Folder, "ecs_tcr.csv");
        var worst = new Worst(1e-9);

        foreach (var row in reference.Rows)
        {
            var member = At(reference.Whole(row, "config"));
            var balance = new Lodestar.Climate.Relations.EnergyBalance(Calibration.Shipped.EnergyBalance[member]);
            worst.Relative(reference.Number(row, "ecs"), balance.EquilibriumSensitivity(), $"ECS of {member}");
            worst.Relative(reference.Number(row, "tcr"), balance.TransientResponse(), $"TCR of {member}");
        }

        worst.Holds();
    }

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void FiveMembers_YearByYear_EqualTheReference(Copy copy)
    {
        var (soon, late) = (new Worst(1e-8), new Worst(2e-7));
        var rest = Columns.ToDictionary(c => c.Column, c => new Worst(c.Tolerance));

        foreach (var (scenario, rows) in Series(copy, "timeseries_5members_deterministic.csv"))
        {
            var run = Run(copy, scenario, new() { Keep = Everything });
            foreach (var (member, year, number) in rows)
            {
                var where = $"{scenario}, member {member}, {year}";
                var at = At(member);
                (year <= 2100 ? soon : late).Absolute(number("T1"), run.Temperature.At(year)[at], $"T1 of {where}");
                (year <= 2100 ? soon : late).Absolute(
                    number("T2"),
                    run[Output.MiddleLayer]!.At(year)[at],
                    $"T2 of {where}"
                );
                (year <= 2100 ? soon : late).Absolute(
                    number("T3"),
                    run[Output.DeepLayer]!.At(year)[at],
                    $"T3 of {where}"
                );
                foreach (var (column, output, unit, _) in Columns)
                {
                    // The thinned run ends with the history: the step that would start there is not taken.
                    var actual = run[output]!.At(year)[at] / unit;
                    rest[column]
                        .Absolute(double.IsNaN(actual) ? double.NaN : number(column), actual, $"{column} of {where}");
                }
            }
        }

        soon.Holds();
        if (copy == Copy.Whole)
        {
            late.Holds();
        }

        Assert.All(rest.Values, w => w.Holds());
    }

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void WholeEnsemble_EveryMember_EqualsTheReference(Copy copy)
    {
        var reference = Reference.Read(copy, Folder, "members_deterministic.csv");
        var worst = new Worst(1e-6);

        foreach (var rows in reference.Rows.GroupBy(r => reference.Text(r, "scenario")))
        {
            var run = Run(copy, rows.Key, new());
            var recent = run.Warming(2003, 2022);
            var later = copy == Copy.Whole ? run.Warming(2081, 2100) : null;
            var peak = copy == Copy.Whole ? run.Peak(1850, 2101) : null;
            foreach (var row in rows)
            {
                var (member, where) = (
                    At(reference.Whole(row, "config")),
                    $"{rows.Key}, {reference.Text(row, "config")}"
                );
                worst.Absolute(
                    reference.Number(row, "T_base_1850_1900"),
                    run.Temperature.At(2020)[member] - run.Warming(2020)[member],
                    $"mean of 1850–1900 of {where}"
                );
                worst.Absolute(reference.Number(row, "dT_2003_2022"), recent[member], $"2003–2022 of {where}");
                foreach (var column in reference.Columns.Where(c => IsYear(c, "dT_")))
                {
                    var year = int.Parse(column[3..], CultureInfo.InvariantCulture);
                    worst.Absolute(reference.Number(row, column), run.Warming(year)[member], $"{year} of {where}");
                }

                if (copy == Copy.Whole)
                {
                    worst.Absolute(reference.Number(row, "dT_2081_2100"), later![member], $"2081–2100 of {where}");
                    worst.Absolute(reference.Number(row, "dT_peak_to2100"), peak![member].Warming, $"peak of {where}");
                }
            }
        }

        worst.Holds();
    }

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void WholeEnsemble_PercentilesAndOdds_EqualTheReference(Copy copy)
    {
        var reference = Reference.Read(copy, Folder, "percentiles_deterministic.csv");
        var worst = new Worst(1e-5);

        foreach (var rows in reference.Rows.GroupBy(r => reference.Text(r, "scenario")))
        {
            var run = Run(copy, rows.Key, new() { Keep = Keep.Concentrations | Keep.Forcing });
            foreach (var row in rows)
            {
                var year = reference.Whole(row, "year");
                var where = $"{rows.Key} {year}";
                var sorted = Sorted(run.Warming(year));
                foreach (var column in reference.Columns.Where(c => IsYear(c, "T_p")))
                {
                    var share = int.Parse(column[3..], CultureInfo.InvariantCulture) / 100.0;
                    worst.Absolute(
                        reference.Number(row, column),
                        Percentiles.OfSorted(sorted, share),
                        $"{column} of {where}"
                    );
                }

                foreach (var column in reference.Columns.Where(c => c.StartsWith("P_gt_", StringComparison.Ordinal)))
                {
                    var limit = double.Parse(column[5..], CultureInfo.InvariantCulture);
                    worst.Absolute(reference.Number(row, column), run.OddsAbove(limit, year), $"{column} of {where}");
                }

                var co2 = Sorted(run[Output.CarbonDioxide]!.At(year).ToArray());
                worst.Relative(reference.Number(row, "CO2_p50"), Percentiles.OfSorted(co2, 0.5), $"CO2 of {where}");
                var total = Sorted(run[Output.ForcingTotal]!.At(year).ToArray());
                worst.Absolute(reference.Number(row, "ERF_p95"), Percentiles.OfSorted(total, 0.95), $"ERF of {where}");
            }
        }

        worst.Holds();
    }

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void Members_WithTheReferencesNoise_EqualTheReference(Copy copy)
    {
        var increments = Reference.Read(copy, Folder, "noise_increments_3members.csv");
        var worst = new Worst(1e-8);
        var late = new Worst(2e-7);
        var noise = new SomeNoise(increments);

        foreach (var (scenario, rows) in Series(copy, "timeseries_3members_stochastic.csv"))
        {
            foreach (var ofMember in rows.GroupBy(r => r.Member))
            {
                var one = new Ensemble(Calibration.Shipped.Member(At(ofMember.Key))) { IsAsReference = true };
                var run = one.Run(PathwayOf(copy, scenario), new() { Noise = noise.Of(ofMember.Key) });
                foreach (var (member, year, number) in ofMember)
                {
                    (year <= 2100 ? worst : late).Absolute(
                        number("T1"),
                        run.Temperature.At(year)[0],
                        $"T1 of {scenario}, {member}, {year}"
                    );
                }
            }
        }

        worst.Holds();
        if (copy == Copy.Whole)
        {
            late.Holds();
        }
    }

    private static int At(int config) => Calibration.Shipped.Members.ToList().IndexOf(config);

    private static bool IsYear(string column, string start) =>
        column.StartsWith(start, StringComparison.Ordinal)
        && column[start.Length..].All(char.IsAsciiDigit)
        && column.Length > start.Length;

    private static double[] Sorted(double[] values)
    {
        Array.Sort(values);
        return values;
    }

    private static EnsembleRun Run(Copy copy, string scenario, RunOptions options) =>
        Shipped.Run(PathwayOf(copy, scenario), options);

    /// <summary>The thinned copy stays within the history, which ships; scenarios are read from the publishers' data.</summary>
    private static Pathway PathwayOf(Copy copy, string scenario) =>
        copy == Copy.Thinned ? Calibration.Shipped.History : Scenarios.Harmonised(scenario);

    private static IEnumerable<(
        string Scenario,
        IEnumerable<(int Member, int Year, Func<string, double> Number)> Rows
    )> Series(Copy copy, string name)
    {
        foreach (var reference in Reference.ReadByScenario(copy, Folder, name))
        {
            yield return (
                reference.Text(0, "scenario"),
                reference.Rows.Select(r =>
                    (
                        reference.Whole(r, "config"),
                        reference.Whole(r, "year"),
                        (Func<string, double>)(column => reference.Number(r, column))
                    )
                )
            );
        }
    }

    private sealed class SomeNoise(Reference increments)
    {
        public INoise Of(int member)
        {
            var rows = increments.Rows.Where(r => increments.Whole(r, "config") == member).ToList();
            return new GivenNoise(
                increments.Whole(rows[0], "year"),
                [
                    [
                        .. rows.Select(r =>
                            (double[])
                                [
                                    increments.Number(r, "w0"),
                                    increments.Number(r, "w1"),
                                    increments.Number(r, "w2"),
                                    increments.Number(r, "w3"),
                                ]
                        ),
                    ],
                ]
            );
        }
    }
}

/// <summary>Emission scenarios among the publishers' data, read once.</summary>
internal static class Scenarios
{
    private static readonly Lazy<Dictionary<string, Pathway>> Ssps = new(() =>
        Read("climate/fair-1.4.1/ssp_harmonised_1.4.1_1750-2500.csv", "scenario", "variable", 4)
    );

    /// <summary>One of the eight SSPs, harmonised to the history of 1.4.1, 1750–2500.</summary>
    public static Pathway Harmonised(string scenario) => Ssps.Value[scenario];

    public static IEnumerable<string> Names => Ssps.Value.Keys;

    /// <param name="before">Columns before the first year.</param>
    public static Dictionary<string, Pathway> Read(string file, string scenario, string variable, int before)
    {
        List<Problem> problems = [];
        var rows = CsvRows.Of(file, File.ReadAllText(PublisherData.RequireFile(file)), problems)!;
        Assert.Empty(problems);
        var heading = Enumerable.Range(0, rows[0].Count).Select(c => rows[0].Text(c)).ToList();
        var (first, name, species) = (
            (int)double.Parse(heading[before], CultureInfo.InvariantCulture),
            heading.IndexOf(scenario),
            heading.IndexOf(variable)
        );
        return Enumerable
            .Range(1, rows.Count - 1)
            .GroupBy(r => rows[r].Text(name))
            .ToDictionary(
                g => g.Key,
                g => new Pathway(
                    g.Key,
                    first,
                    g.ToDictionary(
                        r => rows[r].Text(species),
                        r =>
                            Enumerable
                                .Range(before, rows[r].Count - before)
                                .Select(c => rows[r].TryNumber(c, out var v) ? v : double.NaN)
                                .ToArray()
                    )
                )
            );
    }
}
