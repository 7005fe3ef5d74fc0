// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class PlanReaderTests
{
    [Fact]
    public void Read_GoodPlan_HasNoDiagnostics() => Assert.Empty(PlanReader.Read(Plans.Good).Diagnostics);

    [Fact]
    public void Read_GoodPlan_GivesWhatItSays()
    {
        var plan = PlanReader.Read(Plans.Good).Plan;

        Assert.Equal(("glasgow", "Glasgow", JurisdictionKind.City), (plan.Id, plan.Name, plan.Kind));
        Assert.Equal("S12000049", plan.Codes["gss"]);
        Assert.Equal((2006, 2045), (plan.BaseYear, plan.Horizon));
        Assert.Equal(new Quantity(176.36, Unit.Parse("km2")), plan.Area);
        Assert.Equal(new Cycles(1, 5), plan.Cycles);
        Assert.Equal(Cell.Of(578790), plan.Population![2006]);
        Assert.Equal(4, plan.Files.Count);

        var inventory = Assert.Single(plan.Inventories);
        Assert.Equal(new DateOnly(2022, 6, 30), inventory.Published);
        Assert.Equal(3, inventory.Rows.Count);
        var gas = inventory.Rows[0];
        Assert.Equal(("domestic-gas", "I.1.1", "gas"), (gas.Id, gas.Category, gas.Fuel));
        Assert.Equal(Unit.Parse("kt CO2"), gas.Series.Unit);
        Assert.Equal(Cell.Of(665.61), gas.Series[2006]);
        Assert.Equal(
            new Provenance("uk-la-2022", Quality.High, 0.05, ValueKind.Reported),
            gas.Series.ProvenanceOf(2006)
        );
        Assert.Equal("Rail, all", inventory.Rows[1].Label);
        Assert.Equal(
            [Cell.NotEstimated, Cell.Missing, Cell.IncludedElsewhere("II.1.1")],
            inventory.Rows[1].Series.Cells.Select(c => c.Cell)
        );
        Assert.Equal(RowRole.StatedTotal, inventory.Rows[2].Role);
    }

    [Fact]
    public void Read_GoodTargets_GivesWhatTheySay()
    {
        var version = Assert.Single(Assert.Single(PlanReader.Read(Plans.Good).Plan.Targets).Versions);

        Assert.Equal(LegalForm.PolicyDocument, version.Form);
        Assert.Equal(new DateOnly(2021, 6, 15), version.Stated);
        Assert.Equal(new Quantity(3866, Unit.Parse("kt CO2")), version.BaseLevel);
        Assert.Equal(["I", "II", "III", "IV", "V", "VI"], version.Scope.Sectors!);
        Assert.Equal([1, 2], version.Scope.Scopes!);
        Assert.Equal(Stated.No, version.Scope.InternationalTransport);
        Assert.Equal(Stated.Yes, version.Scope.Credits);
        Assert.Equal(Stated.NotStated, version.Scope.SeparateRemovals);
        Assert.Equal(new Level.Cut(0.3), version.Milestones[0].Level);
        Assert.Equal(new Level.Fixed(new Quantity(1500, Unit.Parse("kt CO2"))), version.Milestones[1].Level);
        Assert.Equal(new Level.Fixed(new Quantity(0, Unit.Parse("kt CO2"))), version.Residual);
        Assert.Equal([2021, 2025, 2030], version.Path!.NumberYears);
        Assert.Equal(5, version.ReviewYears);
        Assert.Equal((5, 9), (version.Place.Line, version.Place.Column));
    }

    [Theory]
    [InlineData("kt CO2/yr")]
    [InlineData("kt CO2 / yr")]
    [InlineData("kt CO2/a")]
    [InlineData("kt CO2 per year")]
    public void Read_MassPerYear_ReadsAsMass(string unit)
    {
        var files = Plans.Changed("inventory/la-subset.csv", "kt CO2", unit);

        var reading = PlanReader.Read(files);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Unit.Parse("kt CO2"), reading.Plan.Inventories[0].Rows[0].Series.Unit);
    }

    [Fact]
    public void Read_StatedInAYear_KnowsTheYearOnly()
    {
        var files = Plans.Changed("targets.yaml", "stated: 2021-06-15", "stated: 2021");

        var reading = PlanReader.Read(files);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(2021, reading.Plan.Targets[0].Versions[0].StatedAs);
    }

    [Theory]
    [InlineData("95 %")]
    [InlineData("{cut: 95 %}")]
    public void Read_ResidualAsCut_IsWhatIsCut(string residual)
    {
        var reading = PlanReader.Read(Plans.Changed("targets.yaml", "residual: 0 kt CO2", "residual: " + residual));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(new Level.Cut(0.95), reading.Plan.Targets[0].Versions[0].Residual);
    }

    [Fact]
    public void Read_CO2eWithoutSet_TakesThePlansSet()
    {
        var files = Plans.Changed("inventory/la-subset.csv", "kt CO2", "kt CO2e");

        var unit = PlanReader.Read(files).Plan.Inventories[0].Rows[0].Series.Unit;

        Assert.True(unit.Dimension.IsCO2eMass(out var set));
        Assert.Same(GwpSet.AR5, set);
    }

    [Fact]
    public void Read_LongTable_KeepsEachCellsProvenance()
    {
        const string Long = """
            unit,id,year,value,quality,kind,category
            kt CO2,gas,2005,1.5,high,reported,I.1.1
            kt CO2,gas,2006,NE,low,,
            t CO2,coal,2006,7,,estimated,I.1.1
            """;

        var reading = PlanReader.Read(Plans.With("inventory/la-subset.csv", Long));

        Assert.Empty(reading.Diagnostics);
        var rows = reading.Plan.Inventories[0].Rows;
        Assert.Equal(["gas", "coal"], rows.Select(r => r.Id));
        Assert.Equal(Cell.Of(1.5), rows[0].Series[2005]);
        Assert.Equal(Quality.Low, rows[0].Series.ProvenanceOf(2006).Quality);
        Assert.Equal(Unit.Parse("t CO2"), rows[1].Series.Unit);
    }

    [Fact]
    public void Read_EmptyFolder_OpensWithItsFault()
    {
        var reading = PlanReader.Read(PlanFiles.Empty);

        Assert.Equal(("plan", "Unnamed plan"), (reading.Plan.Id, reading.Plan.Name));
        Assert.Equal(["LS1001", "LS1002"], reading.Diagnostics.Select(d => d.Id));
    }
}
