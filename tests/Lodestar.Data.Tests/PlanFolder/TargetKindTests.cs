// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Data.Tests.PlanFolder;

/// <summary>Every kind of target as targets.yaml states it, and every fault of its keys.</summary>
public sealed class TargetKindTests
{
    private static readonly PlanFiles Files = Plans.With("targets.yaml", Plans.EveryKind);

    [Fact]
    public void Read_EveryKind_YieldsWhatIsStated()
    {
        var reading = PlanReader.Read(Files);

        Assert.Equal([], reading.Diagnostics.Select(Texts.Of));
        var targets = reading.Plan.Targets.ToDictionary(t => t.Id);
        var ndc = targets["ndc"].Versions[0];
        var m2030 = Assert.Single(ndc.Milestones);
        Assert.Equal((new Level.Cut(0.3), new Level.Cut(0.45)), (m2030.Level, m2030.Conditional));
        Assert.Equal("Support from abroad", m2030.Condition);
        Assert.Equal((Stated.No, Stated.Partly), (ndc.Scope.InternationalAviation, ndc.Scope.InternationalShipping));
        Assert.Equal((Stated.Yes, Stated.No), (ndc.Scope.TerritorialEmissions, ndc.Scope.ConsumptionEmissions));
        Assert.Equal(new Quantity(80, Unit.Parse("kt CO2")), ndc.Removals);
        Assert.Equal(0.2, ndc.Credits.MaximumShare);
        Assert.Equal(["high integrity", "no avoided emissions"], ndc.Credits.Conditions);
        Assert.Equal(
            new TargetStatements
            {
                Plan = Stated.Yes,
                PlanContents = EquatableList.Of("expected reductions", "review schedule"),
                Reporting = Reporting.Annual,
                Equity = Stated.Yes,
                Accountability = Stated.Partly,
                HistoricalEmissions = Stated.No,
                Removals = RemovalKind.NatureAndStorage,
            },
            ndc.Statements
        );
        Assert.Equal("ndc", targets["tracker"].AccountOf);
        Assert.Equal(LegalForm.AchievedValidated, targets["tracker"].Versions[0].Form);
        var perGdp = targets["per-gdp"].Versions[0];
        Assert.Equal((TargetKind.Intensity, IntensityBasis.Gdp), (perGdp.Kind, perGdp.IntensityBasis));
        Assert.Equal("kt CO2e_AR5/MUSD_2017", perGdp.BaseIntensity!.Value.Unit.Symbol);
        Assert.IsType<Level.PerUnit>(perGdp.Milestones[0].Conditional);
        var perPerson = Assert.IsType<Level.PerUnit>(targets["per-person"].Versions[0].Milestones[0].Level);
        Assert.True(perPerson.Amount.Unit.CompatibleWith(Unit.Parse("t CO2e_AR5/person")));
        Assert.IsType<Level.PerUnit>(targets["per-person"].Versions[0].Residual);
        var off = targets["off-baseline"].Versions[0];
        Assert.Equal([2025, 2030], off.Baseline!.NumberYears);
        Assert.IsType<Level.Fixed>(off.Milestones[0].Conditional);
        var budget = targets["budget"].Versions[1].Budget!;
        Assert.Equal((2023, 2027, 5), (budget.FromYear, budget.ToYear, budget.Years));
        Assert.Equal((BudgetAccount.EtsAdjusted, 88.0), (budget.Account, budget.CarryOver!.Value.Value));
    }

    [Fact]
    public void Files_EveryKind_ReadBackEqual()
    {
        var plan = PlanReader.Read(Files).Plan;

        var again = PlanReader.Read(PlanText.Files(plan));

        Assert.Empty(again.Diagnostics);
        Assert.Equal(Plans.Said(plan), Plans.Said(again.Plan));
    }

    [Theory]
    [InlineData("base_intensity: 0.4 kt CO2e/MUSD_2017", "base_intensity: 0.4 kt CO2e/MUSD", "LS1341")]
    [InlineData("base_intensity: 0.4 kt CO2e/MUSD_2017", "base_intensity: 0.4 kt CO2e/km2", "LS1340")]
    [InlineData("base_intensity: 0.4 kt CO2e/MUSD_2017", "base_intensity: 0.4 kt CO2e", "LS1340")]
    [InlineData("base_intensity: 0.4 kt CO2e/MUSD_2017", "base_intensity: 0.4 t CO2e/person", "LS1411")]
    [InlineData("intensity: 0.1 t CO2e/kUSD_2017", "intensity: 0.1 t CO2e/kUSD", "LS1341")]
    [InlineData("conditional: 0.2 kt CO2e/MUSD_2017", "conditional: 0.2 kt CO2e/MUSD", "LS1341")]
    [InlineData("cut: 40 %, cond", "cut: 40 %, level: 3 kt CO2, cond", "LS1323")]
    [InlineData("conditional: {level: 3000 kt CO2e}", "conditional: {level: 3000 kt CO2e, cut: 30 %}", "LS1323")]
    [InlineData("conditional: {level: 3000 kt CO2e}", "conditional: soon", "LS1310")]
    [InlineData("removals: 80 kt CO2", "removals: -80 kt CO2", "LS1342")]
    [InlineData("amount: 12 Mt CO2e", "amount: -12 Mt CO2e", "LS1342")]
    [InlineData("maximum: 20 %", "maximum: 120 %", "LS1343")]
    [InlineData("account_of: ndc", "account_of: ndx", "LS1344")]
    [InlineData("account_of: ndc", "account_of: tracker", "LS1417")]
    [InlineData("from: 2018, to: 2022", "from: 2022, to: 2018", "LS1412")]
    [InlineData("from: 2018, to: 2022", "from: 2018, to: 2024", "LS1413")]
    [InlineData("from: 2018, to: 2022", "from: 1918, to: 2022", "LS1418")]
    [InlineData("from: 2018, to: 2022", "from: 1998, to: 2002", "LS1404")]
    [InlineData("account: net", "account: neat", "LS1304")]
    [InlineData("budget: {amount: 12 Mt CO2e, from: 2018, to: 2022, account: net}", "title: x", "LS1414")]
    [InlineData("kind: below-baseline", "kind: fixed-level", "LS1415")]
    [InlineData("conditional: 45 %, ", "", "LS1416")]
    [InlineData("per: gdp", "per: country", "LS1304")]
    [InlineData("reporting: annual", "reporting: daily", "LS1304")]
    [InlineData("removals: nature-and-storage", "removals: trees", "LS1304")]
    [InlineData("plan_contents: [expected reductions, review schedule]", "plan_contents: expected", "LS1303")]
    [InlineData("net_zero_year: 2050", "net_zero_year: 2001", "LS1404")]
    public void Read_AFault_IsNamed(string old, string text, string id)
    {
        Assert.Contains(old, Plans.EveryKind, StringComparison.Ordinal);
        var changed = Plans.EveryKind.Replace(old, text, StringComparison.Ordinal);

        var reading = PlanReader.Read(Plans.With("targets.yaml", changed));

        var found = Assert.Single(reading.Diagnostics, d => d.Id == id);
        Assert.Equal("targets.yaml", found.Place.File);
        Assert.True(found.Place.Line > 0);
    }

    [Fact]
    public void Read_IntensityWithoutBasis_IsNamed()
    {
        const string Text = """
            targets:
              - id: t
                versions:
                  - {id: v, kind: intensity, stated: 2016, base_year: 2006, milestones: [{id: m, year: 2030, cut: 40 %}]}

            """;

        Assert.Equal(["LS1410"], PlanReader.Read(Plans.With("targets.yaml", Text)).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Read_AccountsInACircle_LoseOneLink()
    {
        const string Text = """
            targets:
              - {id: a, account_of: b, versions: [{id: v, kind: base-year, stated: 2020}]}
              - {id: b, account_of: c, versions: [{id: v, kind: base-year, stated: 2020}]}
              - {id: c, account_of: a, versions: [{id: v, kind: base-year, stated: 2020}]}

            """;

        var reading = PlanReader.Read(Plans.With("targets.yaml", Text));

        Assert.Equal(["LS1417"], reading.Diagnostics.Select(d => d.Id));
        Assert.Equal(["b", "c", null], reading.Plan.Targets.Select(t => t.AccountOf));
    }

    [Theory]
    [InlineData("budget: {amount: 1 Mt CO2e, from: 2020, to: 2024}", TargetKind.Budget)]
    [InlineData("per: person, base_year: 2006", TargetKind.Intensity)]
    [InlineData("baseline: {unit: kt CO2, values: {2030: 1}}", TargetKind.BelowBaseline)]
    [InlineData("base_year: 2006", TargetKind.BaseYear)]
    [InlineData("title: x", TargetKind.FixedLevel)]
    public void Read_NoKind_IsSeenFromTheNumbers(string keys, TargetKind kind)
    {
        var text = $"targets:\n  - {{id: t, versions: [{{id: v, stated: 2020, {keys}}}]}}\n";

        var version = PlanReader.Read(Plans.With("targets.yaml", text)).Plan.Targets[0].Versions[0];

        Assert.Equal(kind, version.Kind);
    }
}
