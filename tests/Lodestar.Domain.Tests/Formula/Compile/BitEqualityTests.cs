// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Compile;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Lowering;

namespace Lodestar.Domain.Tests.Formula.Compile;

[Collection("native memory")]
public sealed class BitEqualityTests
{
    private const int Models = 10_000;

    [Fact]
    public void Compiled_RandomModels_AgreeWithTheInterpreterBitForBit()
    {
        for (var seed = 0; seed < Models; seed++)
        {
            var model = RandomModel.Make(seed);
            var lowered = Lowerer.Lower(model);
            var dependence = new Dependence(lowered);
            Draws(model, lowered, dependence, seed);
            Single(model, lowered, dependence, seed);
        }
    }

    private static void Draws(BoundModel model, LoweredModel lowered, Dependence dependence, int seed)
    {
        ImmutableArray<BoundVariable> outputs =
            seed % 3 == 0 ? model.Variables : [.. model.Variables.Where(v => (v.Index + seed) % 2 == 0)];
        var compiled = CompiledPlan.Of(Planner.Draws(lowered, dependence, outputs));
        using var shared = new Machine(compiled.Shared!, null, []);
        shared.Run();
        using var machine = new Machine(compiled, shared, outputs);
        for (var round = 0; round < 2; round++)
        {
            var runs = new InterpretedRun[8];
            for (var lane = 0; lane < 8; lane++)
            {
                var values = RandomModel.Lane(model, seed + round, lane);
                for (var i = 0; i < values.Length; i++)
                {
                    machine.Parameters[(i * 8) + lane] = values[i];
                }

                if (lane is 0 or 5)
                {
                    runs[lane] = InterpretedRun.Of(model, values);
                }
            }

            machine.Run();
            var at = 0;
            foreach (var output in outputs)
            {
                var cells = output.Cells * model.YearCount;
                foreach (var lane in (int[])[0, 5])
                {
                    var expected = runs[lane].Values(output);
                    for (var i = 0; i < cells; i++)
                    {
                        Same(
                            model,
                            expected[i],
                            machine.Outputs[((at + i) * 8) + lane],
                            output,
                            i,
                            $"draws {seed} {lane}"
                        );
                    }
                }

                at += cells;
            }
        }
    }

    private static void Single(BoundModel model, LoweredModel lowered, Dependence dependence, int seed)
    {
        var keepsAll = seed % 2 == 0;
        var compiled = CompiledPlan.Of(Planner.Single(lowered, dependence, model.Variables, keepsAll));
        using var machine = new Machine(compiled, null, keepsAll ? [] : model.Variables);
        var values = RandomModel.Lane(model, seed, 0);
        for (var round = 0; round < 2; round++)
        {
            if (round > 0 && values.Length > 0)
            {
                // One number moved: no more than what depends on it is computed again.
                values[seed % values.Length] += 0.25;
            }

            var expected = InterpretedRun.Of(model, values);
            machine.Compute(values);
            foreach (var variable in model.Variables)
            {
                var actual = new double[variable.Cells];
                for (var year = 0; year < model.YearCount; year++)
                {
                    machine.Read(variable, year, actual);
                    for (var i = 0; i < actual.Length; i++)
                    {
                        var cell = (year * actual.Length) + i;
                        Same(model, expected.Values(variable)[cell], actual[i], variable, cell, $"single {seed}");
                    }
                }
            }
        }
    }

    private static void Same(
        BoundModel model,
        double expected,
        double actual,
        BoundVariable variable,
        int cell,
        string what
    )
    {
        if (
            BitConverter.DoubleToInt64Bits(expected) != BitConverter.DoubleToInt64Bits(actual)
            && !(double.IsNaN(expected) && double.IsNaN(actual))
        )
        {
            Assert.Fail($"{what}: {variable} at {cell} is {actual:R}, not {expected:R}.\n{Shown.Of(model)}");
        }
    }
}
