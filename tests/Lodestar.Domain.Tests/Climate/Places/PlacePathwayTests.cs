// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Planning;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Climate.Places;

public sealed class PlacePathwayTests
{
    // 900 Mt of 2022 on a straight line to 0 in 2040 is 900·(2040 − y) ÷ 18; from the assessment in 2026 on it is that line:
    // 700 in 2026 (and from 900 in 2022 to 700 in 2026 the same line: 850, 800, 750).
    [Fact]
    public void Of_APathInCO2_IsTheLineAndThenItsEndHeld()
    {
        var path = Path(Plan("Mt CO2", "900"));
        Assert.Equal(["CO2 FFI"], path.Emissions.Species);
        Assert.Equal((2023, 2100, 2022), (path.Emissions.FirstYear, path.Emissions.LastYear, path.BaseYear));
        Assert.Equal(0.85, path.Emissions.In("CO2 FFI", 2023), 1e-12);
        Assert.Equal(0.70, path.Emissions.In("CO2 FFI", 2026), 1e-12);
        Assert.Equal(0.05, path.Emissions.In("CO2 FFI", 2039), 1e-12);
        Assert.Equal(0, path.Emissions.In("CO2 FFI", 2040), 1e-12);
        Assert.Equal(0, path.Emissions.In("CO2 FFI", 2100), 1e-12);
        Assert.Equal(850.0 / 900, path.Cut[0], 1e-12);
        Assert.Equal(0, path.Cut[^1], 1e-12);
        Assert.Equal([("CO2", SpeciesOrigin.Stated), .. Missing("CH4", "N2O", "F-gases")], path.Species);
        Assert.Contains("CH4, N2O and F-gases", Texts(path), StringComparison.Ordinal);
    }

    // The same CO2 that the budget finding counts, year by year.
    [Fact]
    public void Of_ItsCO2_IsThatOfTheBudget()
    {
        var plan = Gases();
        var path = Path(plan);
        var budget = Assessor.Assess(plan, Some.Today).Budget!.Path!;
        Assert.All(budget.Years, y => Assert.Equal(y.Amount.Tonnes / 1e9, path.Emissions.In("CO2 FFI", y.Year), 1e-12));
    }

    // AR5: 100 Mt CO2; 28 Mt CO2e of CH4 are 1 Mt; 26.5 of N2O are 0.1 Mt; 1.3 of HFC-134a are 1 kt; 2.35 of SF6 are 0.1 kt;
    // 6.63 of "PFCs" count as 1 kt of CF4. Half way from 2022 to 2040, in 2031, half of each is left.
    [Fact]
    public void Of_CO2eWithGases_IsSplitIntoMasses()
    {
        var path = Path(Gases());
        void Half(string species, double of2022) =>
            Assert.Equal(of2022 / 2, path.Emissions.In(species, 2031), 1e-9 * of2022);
        Half("CO2 FFI", 0.1);
        Half("CH4", 1);
        Half("N2O", 0.1);
        Half("HFC-134a", 1);
        Half("SF6", 0.1);
        Half("CF4", 1);
        Assert.Equal(0.5, path.Cut[2031 - 2023], 1e-12);
        Assert.All(path.Species, s => Assert.Equal(SpeciesOrigin.SplitByInventory, s.Origin));
        Assert.Contains("PFCs are counted as CF4", Texts(path), StringComparison.Ordinal);
    }

    // Mass rows say the same as their CO2e: 1 Mt CH4 is 28 Mt CO2e of AR5.
    [Fact]
    public void Of_RowsInMass_AreTheMassTheyState()
    {
        var plan = Some.Plan(
            Some.Inventory(
                Some.Row("co2", "I", "Mt CO2", (2022, "100")),
                Some.Row("ch4", "III", "Mt CH4", (2022, "1"))
            ),
            Zero()
        );
        Assert.Equal(0.5, Path(plan).Emissions.In("CH4", 2031), 1e-12);
    }

    // The target covers CO2 alone: 28 Mt CO2e of CH4 stay. The cut is of all: (50 + 28) ÷ 128 in 2031.
    [Fact]
    public void Of_WhatTheTargetLeavesOut_IsHeld()
    {
        var inventory = Some.Inventory(
            Some.Row("co2", "I", "Mt CO2", (2022, "100")),
            Some.Row("ch4", "III", "Mt CH4", (2022, "1"))
        );
        var path = Path(
            Some.Plan(inventory, Zero() with { Scope = new TargetScope { Gases = EquatableList.Of("CO2") } })
        );
        Assert.Equal(1, path.Emissions.In("CH4", 2031), 1e-12);
        Assert.Equal(1, path.Emissions.In("CH4", 2100), 1e-12);
        Assert.Equal(0.05, path.Emissions.In("CO2 FFI", 2031), 1e-12);
        Assert.Equal(78.0 / 128, path.Cut[2031 - 2023], 1e-12);
    }

    // 100 fossil less 20 of growing forests: 80 net. In 2031 40 are left, split alike: 50 and −10.
    [Fact]
    public void Of_LandUse_StandsApart()
    {
        var inventory = Some.Inventory(
            Some.Row("fossil", "gas:fossil-co2", "Mt CO2", (2022, "100")),
            Some.Row("land", "gas:land-use-co2", "Mt CO2", (2022, "-20"))
        ) with
        {
            Boundary = Boundary.NationalWithLand,
        };
        var path = Path(Some.Plan(inventory, Zero()));
        Assert.Equal(0.05, path.Emissions.In("CO2 FFI", 2031), 1e-12);
        Assert.Equal(-0.01, path.Emissions.In("CO2 AFOLU", 2031), 1e-12);
    }

    // Inventoried up to 2024, on the line from 2026: 2025 lies in the middle of both.
    [Fact]
    public void Of_YearsThatAreInventoried_AreTakenAsTheyAre()
    {
        var plan = Some.Plan(
            Some.Inventory(Some.Row("a", "I", "Mt CO2", (2022, "900"), (2023, "950"), (2024, "1000"))),
            Zero() with
            {
                Stated = new DateOnly(2022, 6, 1),
            }
        );
        var path = Path(plan);
        Assert.Equal(0.95, path.Emissions.In("CO2 FFI", 2023), 1e-12);
        Assert.Equal(1.0, path.Emissions.In("CO2 FFI", 2024), 1e-12);
        Assert.Equal(0.7, path.Emissions.In("CO2 FFI", 2026), 1e-12);
        Assert.Equal(0.85, path.Emissions.In("CO2 FFI", 2025), 1e-12);
        Assert.Equal(950.0 / 900, path.Cut[0], 1e-12);
    }

    [Fact]
    public void Of_AResidual_IsHeldAndSaid()
    {
        var path = Path(
            Some.Plan(
                Inventory("Mt CO2", "900"),
                Zero() with
                {
                    Residual = new Level.Fixed(Some.Quantity(90, "Mt CO2")),
                }
            )
        );
        Assert.Equal(0.09, path.Emissions.In("CO2 FFI", 2100), 1e-12);
        Assert.Equal(0.1, path.Cut[^1], 1e-12);
        Assert.Contains(
            "The path ends in 2040; what is emitted then is held up to 2100.",
            Texts(path),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_CO2eWithoutGases_GivesNothingAndSaysSo()
    {
        var answer = PlacePathways.Of(Some.Plan(Inventory("Mt CO2e_AR5", "900"), Zero()), Some.Today);
        Assert.Null(answer.Path);
        Assert.Equal(["LS3301"], answer.Missing.Select(m => m.Id));
    }

    [Fact]
    public void Of_WithoutPathOrInventory_NamesTheFile()
    {
        var none = PlacePathways.Of(Some.Plan(Inventory("Mt CO2", "900")), Some.Today).Missing;
        Assert.Equal([("LS3461", "targets.yaml")], none.Select(m => (m.Id, m.Place.File)));
        var empty = PlacePathways.Of(Some.Plan(Some.Inventory(), Zero()), Some.Today).Missing;
        Assert.Equal([("LS3460", "inventory/")], empty.Select(m => (m.Id, m.Place.File)));
    }

    [Fact]
    public void Of_ASink_HasNoCut()
    {
        var answer = PlacePathways.Of(Plan("Mt CO2", "-5"), Some.Today);
        Assert.Equal(["LS3462"], answer.Missing.Select(m => m.Id));
    }

    [Fact]
    public void Of_AGasOfNobodys_IsRefused()
    {
        var inventory = Inventory("Mt CO2e_AR5", "900") with { Gases = EquatableList.Of("SO2") };
        var answer = PlacePathways.Of(Some.Plan(inventory, Zero()), Some.Today);
        Assert.Equal(["LS3466"], answer.Missing.Select(m => m.Id));
    }

    private static PlacePathway Path(Plan plan)
    {
        var answer = PlacePathways.Of(plan, Some.Today);
        Assert.Empty(answer.Missing);
        return answer.Path!;
    }

    private static Plan Plan(string unit, string amount) => Some.Plan(Inventory(unit, amount), Zero());

    private static InventoryRecord Inventory(string unit, string amount) =>
        Some.Inventory(Some.Row("a", "I", unit, (2022, amount)));

    private static Plan Gases()
    {
        InventoryRow Row(string gas, string amount) =>
            Some.Row(gas, "IV", "Mt CO2e_AR5", (2022, amount)) with
            {
                Gas = gas,
            };
        var inventory = Some.Inventory(
            Row("CO2", "100"),
            Row("CH4", "28"),
            Row("N2O", "26.5"),
            Row("HFC-134a", "1.3"),
            Row("SF6", "2.35"),
            Row("PFCs", "6.63")
        ) with
        {
            Boundary = Boundary.BasicPlus,
        };
        return Some.Plan(inventory, Zero());
    }

    private static TargetVersion Zero() =>
        new("v", TargetKind.FixedLevel, new Place("targets.yaml", 3))
        {
            Stated = new DateOnly(2023, 6, 1),
            NetZeroYear = 2040,
        };

    private static IEnumerable<(string, SpeciesOrigin)> Missing(params string[] gases) =>
        gases.Select(g => (g, SpeciesOrigin.Missing));

    private static string Texts(PlacePathway path) =>
        string.Join(' ', path.Assumptions.Select(MessageCatalog.English.Render));
}
