// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Compile;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Lowering;

namespace Lodestar.Domain.Tests.Formula.Compile;

public sealed class CompiledCodeTests
{
    [Fact]
    public void Compile_ModelsThatDifferInNumbersAlone_ShareTheirCodeAndKeepTheirValues()
    {
        var (one, other) = (Model('-', 0.25, 7), Model('-', 0.5, 11));
        var (first, second) = (Compiled(one), Compiled(other));
        first.Compile(TestContext.Current.CancellationToken);
        Assert.True(second.IsCompiled);
        foreach (var model in (BoundModel[])[one, other])
        {
            using var engine = new Engine(model);
            using var run = engine.Run([.. model.Parameters.Select(p => p.Central)]).Run!;
            Assert.True(run.IsCompiled);
            var expected = InterpretedRun.Of(model, [.. model.Parameters.Select(p => p.Central)]);
            Assert.All(model.Variables, v => Assert.Equal(expected.Values(v).ToArray(), run.Values(v)));
        }
    }

    [Fact]
    public void Compile_ModelsThatComputeOtherwise_ShareNothingThatDiffers()
    {
        var (plus, minus) = (Model('+', 0.25, 7), Model('-', 0.25, 7));
        Compiled(plus).Compile(TestContext.Current.CancellationToken);
        using var engine = new Engine(minus, new EngineOptions { Mode = EngineMode.Compiled });
        using var run = engine.Run([.. minus.Parameters.Select(p => p.Central)]).Run!;
        // A level of 1, of which 25 and 75 of 100 are burnt.
        Assert.Equal(100 - 7.0, run.Values(minus.Find("burnt")!)[0], 1e-9);
    }

    private static BoundModel Model(char sign, double gas, double less) =>
        Binder
            .Bind(
                ShortModel.Text(
                    FormattableString.Invariant(
                        $$"""
                        axis fuel = gas oil
                        level : 1 = uniform(0.5, 1.5)
                        share[fuel] : 1 = {gas: {{gas}}, oil: {{1 - gas}}}
                        heat[fuel] : GWh = share * level * 100 GWh
                        burnt : GWh = sum(heat over fuel) {{sign}} {{less}} GWh * level
                        """
                    )
                )
            )
            .Model!;

    private static CompiledPlan Compiled(BoundModel model)
    {
        var lowered = Lowerer.Lower(model);
        return CompiledPlan.Of(
            Planner.Single(lowered, new Dependence(lowered), [.. model.Strata.SelectMany(s => s)], keepsYears: true)
        );
    }
}
