// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Relations;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>What each species adds to warming, by leaving its emissions at the level of 1750.</summary>
public sealed class AttributionTests
{
    private static readonly string[] Precursors = ["Sulfur", "BC", "OC", "NH3", "NOx", "VOC"];

    private static readonly (string Name, Output[] Outputs)[] Groups =
    [
        (
            "ghg",
            [
                Output.ForcingCarbonDioxide,
                Output.ForcingMethane,
                Output.ForcingNitrousOxide,
                Output.ForcingFluorinatedGases,
                Output.ForcingMontrealGases,
            ]
        ),
        ("aerosol", [Output.ForcingAerosolRadiation, Output.ForcingAerosolCloud]),
        (
            "other",
            [
                Output.ForcingOzone,
                Output.ForcingStratosphericWater,
                Output.ForcingBlackCarbonOnSnow,
                Output.ForcingLandUse,
            ]
        ),
        ("natural", [Output.ForcingSolar, Output.ForcingVolcanic]),
    ];

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void LeavingASpeciesOut_ChangesWarmingAsInTheReference(Copy copy)
    {
        var reference = Reference.Read(copy, "attribution", "emissions_leave_one_out_1.4.1_5members.csv");
        var worst = new Worst(1e-7);
        var members = reference.Rows.Select(r => reference.Whole(r, "config")).Distinct().ToList();
        var ensembles = members.ToDictionary(
            m => m,
            m => new Ensemble(Calibration.Shipped.Member(Calibration.Shipped.Members.ToList().IndexOf(m)))
            {
                IsAsReference = true,
            }
        );

        foreach (var scenario in reference.Rows.GroupBy(r => reference.Text(r, "scenario")))
        {
            var whole = copy == Copy.Thinned ? Calibration.Shipped.History : Scenarios.Harmonised(scenario.Key);
            foreach (var ofMember in scenario.GroupBy(r => reference.Whole(r, "config")))
            {
                var ensemble = ensembles[ofMember.Key];
                var all = ensemble.Run(whole).Temperature;
                foreach (var rows in ofMember.GroupBy(r => reference.Text(r, "left_out")))
                {
                    var without = Without(ensemble, whole, rows.Key).Temperature;
                    foreach (var row in rows)
                    {
                        var year = reference.Whole(row, "year");
                        var where = $"{rows.Key}, member {ofMember.Key}, {year}, {scenario.Key}";
                        worst.Absolute(reference.Number(row, "T1_all"), all.At(year)[0], $"all for {where}");
                        worst.Absolute(
                            reference.Number(row, "dT1_leave_one_out"),
                            all.At(year)[0] - without.At(year)[0],
                            where
                        );
                    }
                }
            }
        }

        worst.Holds();
    }

    [Fact]
    public void ForcingGroups_ThroughTheEnergyBalanceAlone_WarmAsInTheReference()
    {
        var reference = Reference.Read(Copy.Whole, "attribution", "forcing_leave_one_out_1.4.5_percentiles.csv");
        var calibration = FairSets.Whole(FairSets.Edition145);
        var run = new Ensemble(calibration) { IsAsReference = true }.Run(
            calibration.History,
            new()
            {
                Keep = Keep.Forcing,
                Noise = ReferenceNoise.Of(
                    calibration,
                    NoiseTests.SeedsOf(FairSets.Edition145),
                    calibration.History.Years + 1
                ),
            }
        );
        var worst = new Worst(1e-6);

        foreach (var (group, outputs) in Groups)
        {
            var warming = Warming(run, calibration, outputs);
            foreach (var row in reference.Rows)
            {
                var year = reference.Whole(row, "year");
                var sorted = warming[year - run.FirstYear];
                Array.Sort(sorted);
                foreach (var percentile in new[] { 5, 50, 95 })
                {
                    worst.Absolute(
                        reference.Number(row, FormattableString.Invariant($"{group}_{percentile:00}")),
                        Percentiles.OfSorted(sorted, percentile / 100.0),
                        $"{group}, {percentile} %, {year}"
                    );
                }
            }
        }

        worst.Holds();
    }

    /// <summary>Warming of each member by 1 January above the mean of the 1 Januaries 1850–1900.</summary>
    private static double[][] Warming(EnsembleRun run, Calibration calibration, Output[] outputs)
    {
        var years = run.LastYear - run.FirstYear + 1;
        var warming = Enumerable.Range(0, years).Select(_ => new double[run.Members]).ToArray();
        Parallel.For(
            0,
            run.Members,
            m =>
            {
                var balance = new EnergyBalance(calibration.EnergyBalance[m]);
                var state = new double[EnergyBalance.States];
                for (var n = 1; n < years; n++)
                {
                    var next = new double[EnergyBalance.States];
                    var forcing = outputs.Sum(o => run[o]!.At(run.FirstYear + n)[m]);
                    for (var i = 0; i < next.Length; i++)
                    {
                        next[i] = balance.Response[i] * forcing;
                        for (var j = 0; j < next.Length; j++)
                        {
                            next[i] += balance.Transition[i, j] * state[j];
                        }
                    }

                    state = next;
                    warming[n][m] = state[1];
                }

                var mean = Enumerable.Range(1850, 51).Average(y => warming[y - run.FirstYear][m]);
                for (var n = 0; n < years; n++)
                {
                    warming[n][m] -= mean;
                }
            }
        );
        return warming;
    }

    private static EnsembleRun Without(Ensemble ensemble, Pathway whole, string leftOut)
    {
        var calibration = ensemble.Calibration;
        IEnumerable<string> Of(SpeciesKind kind) =>
            calibration.Species.Where(s => s.Kind == kind && s.IsEmitted).Select(s => s.Name);
        if (leftOut == "natural")
        {
            return ensemble.Run(whole, new() { IsNaturalForcingLeftOut = true });
        }

        var species = leftOut switch
        {
            "all CO2" => ["CO2 FFI", "CO2 AFOLU"],
            "F-gases" => Of(SpeciesKind.FluorinatedGas),
            "Montreal" => Of(SpeciesKind.Halogen),
            "all aerosol precursors" => Precursors,
            "all anthropogenic" => calibration.Species.Where(s => s.IsEmitted).Select(s => s.Name),
            _ => [leftOut],
        };
        return ensemble.Run(
            species.Aggregate(
                whole,
                (pathway, name) =>
                    pathway.With(
                        name,
                        (_, _) =>
                            calibration.Of(name, Parameter.BaselineEmissions).Default is var e && double.IsNaN(e)
                                ? 0
                                : e
                    )
            )
        );
    }
}
