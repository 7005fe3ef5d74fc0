// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>What each species adds to warming, by leaving its emissions at the level of 1750.</summary>
public sealed class AttributionTests
{
    private static readonly string[] Precursors = ["Sulfur", "BC", "OC", "NH3", "NOx", "VOC"];

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
                            calibration.Of(name, Parameter.BaselineEmissions).Default is var e && double.IsNaN(e) ? 0 : e
                    )
            )
        );
    }
}
