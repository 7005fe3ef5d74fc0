// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Problems;

namespace Lodestar.Domain.Tests.Formula.Semantics;

/// <summary>What formulas give, against numbers worked by hand.</summary>
public sealed class FormulaTests
{
    private const string Sound = """
        axis fuel = gas oil electricity
        axis place = north south
        people : person = 1000
        area : m2 = 50000
        need : kWh/(m2 yr) = 120
        use[fuel] : GWh/yr = {gas: 3, oil: 2, electricity: 1}
        factor[fuel] : kg CO2e/kWh = {gas: 0.2, oil: 0.27, electricity: 0.1}
        weight[place] : person = {north: 600, south: 400}
        budget : EUR_2020/yr = 1000000
        methane : t CH4/yr = 12
        rate : 1/yr = 3 %/yr

        """;

    public static TheoryData<string, double[]> Worked =>
        new()
        {
            { "x : GWh/yr = area * need", [6] },
            { "x : kWh/(person yr) = area * need / people", [6000] },
            { "x : 1 = 2 + 3 * 4 ^ 2 / 8 - 1", [7] },
            { "x : 1 = -2 ^ 2", [-4] },
            { "x : 1 = 2 ^ -1 ^ 2", [0.5] },
            { "x : 1 = 2 ^ 0.5 * 2 ^ 0.5", [2.0000000000000004] },
            { "x : 1 = 1 + 5 %", [1.05] },
            { "x : 1 = 41 m2/person * people / area", [0.82] },
            { "x : 1 = if not (people > 5 person and people < 10 person) then 1 else 2", [1] },
            { "x : 1 = if 1 < 2 or 2 < 1 then 1 else 2", [1] },
            { "x : 1 = clamp(5, 0, 3) + max(1, 2, 3) - min(4, 2) + abs(-1) + floor(2.7)", [3 + 3 - 2 + 1 + 2] },
            { "x : 1 = exp(log(5)) + sqrt(16) + pow(2, 10) + logistic(0)", [5.000000000000001 + 4 + 1024 + 0.5] },
            { "x : kt CO2e/yr = sum(use * factor over fuel)", [0.6 + 0.54 + 0.1] },
            { "x : kg CO2e/kWh = mean(factor over fuel by use)", [(0.6 + 0.54 + 0.1) / 6] },
            { "x : kg CO2e/kWh = mean(factor over fuel)", [0.57 / 3] },
            { "x[fuel] : 1 = share(use over fuel)", [0.5, 2 / 6.0, 1 / 6.0] },
            { "x[place] : EUR_2020/yr = allocate(budget over place by weight)", [600_000, 400_000] },
            { "x : GWh/yr = sum(use over fuel where fuel != gas)", [3] },
            { "x : GWh/yr = max(use over fuel) - min(use over fuel)", [2] },
            { "x : 1 = any(use > 2 GWh/yr over fuel) + all(use > 2 GWh/yr over fuel)", [1] },
            { "x : GWh/yr = use[gas] + use[fuel = oil]", [5] },
            { "x : GWh = cumulate(use[gas])", [3 * 6] },
            { "x : 1 = grow(rate, 2020)", [1.159274074299999] },
            { "x : 1 = discount(3 %, 2020)", [1 / 1.159274074299999] },
            { "x : 1 = ramp(2020, 2030) + s_curve(2020, 2030) + step(2025) + step(2026)", [2] },
            { "x : GWh/yr = previous(use[gas] * (year - 2020), 1 GWh/yr)", [12] },
            { "x : 1 = year - 2020", [5] },
            { "x : GWh/yr = {2020: 1, 2030: 2} | between: linear", [1.5] },
            { "x : GWh/yr = {2020: 1, 2030: 2} | between: step", [1] },
            { "x : GWh/yr = {2020: 1, 2030: 4} | between: growth", [2] },
            { "x : GWh/yr = {2020: 1, 2024: 2} | between: linear; after: trend", [2.25] },
            { "x : GWh/yr = {2020: 1, 2024: 2} | between: linear; after: hold", [2] },
            { "x : GWh/yr = {2020: 1, 2024: 2} | between: linear; after: grow(10 %/yr)", [2.2] },
            { "x : GWh/yr = {2023: 1, 2030: 8} | between: linear; before: hold", [3] },
            { "x[fuel] : GWh/yr = {gas: 1, oil: 2} | absent: 0", [1, 2, 0] },
            { "x : person = previous(x) * 1.1 | initial: 100", [100 * 1.1 * 1.1 * 1.1 * 1.1 * 1.1] },
            { "x : kt CO2e_AR5/yr = co2e(methane, AR5)", [12 * 28 / 1000.0] },
        };

    [Theory]
    [MemberData(nameof(Worked))]
    public void Formula_GivesWhatIsWorkedByHand(string line, double[] expected)
    {
        var model = ShortModel.Bind(Sound + line);
        var actual = model.Run().In(model, "x", 2025);

        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-12 * Math.Max(1, Math.Abs(expected[i])));
        }
    }

    [Fact]
    public void PresentValue_OfALevelFlow_IsTheAnnuity()
    {
        var model = ShortModel.Bind("x : EUR_2020 = npv(100 EUR_2020/yr, 3 %, 2020)");

        // Σ 1.03^−t for t from 0 to 10 = (1 − v^11) / (1 − v) with v = 1/1.03.
        var v = 1 / 1.03;
        Assert.Equal(100 * (1 - Math.Pow(v, 11)) / (1 - v), model.Run().In(model, "x", 2020)[0], 1e-9);
    }

    [Fact]
    public void ValueOfAnotherYear_IsReadFromAnEarlierStratum()
    {
        var model = ShortModel.Bind(
            "x : GWh/yr = {2020: 1, 2030: 2} | between: linear\ny : 1 = x / x[2030]\nz : GWh = sum(x over year)"
        );
        var run = model.Run();

        Assert.Equal(0.5, run.In(model, "y", 2020)[0]);
        Assert.Equal(16.5, run.In(model, "z", 2020)[0], 1e-12);
        Assert.Equal(2, model.Strata.Length);
    }

    [Fact]
    public void UnusedVariable_IsWarnedOf_WhereAnswersAreStated()
    {
        var result = Binder.Bind(ShortModel.Text("a : 1 = 1\nb : 1 = 2\nc : 1 = a + 1 | outcome: true"));

        Assert.Equal([(Fault.UnusedVariable, "b")], result.Problems.Select(p => (p.Fault, p.Span.Text)));
        Assert.Equal(["c"], result.Model!.Outcomes.Select(o => o.Name));
    }

    [Fact]
    public void Unit_LeftOut_IsThatOfTheFormula()
    {
        var model = ShortModel.Bind("a : m2 = 5\nb = a * 2\nc = 20 %");

        Assert.Equal("m2", model.Find("b")!.Unit.Symbol);
        Assert.Equal(0.2, model.Run().In(model, "c", 2020)[0]);
    }

    [Fact]
    public void Checks_HoldOrNot_YearByYear()
    {
        var model = ShortModel.Bind("x : 1 = year - 2025\ncheck x >= 0");

        var check = Assert.Single(model.Checks);
        Assert.Equal([0, 1], [model.Run().Values(check.Variable)[4], model.Run().Values(check.Variable)[5]]);
    }
}
