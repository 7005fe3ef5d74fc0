// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Problems;

namespace Lodestar.Domain.Tests.Formula.Binding;

/// <summary>What a model may ask of a machine.</summary>
public sealed class LimitTests
{
    private static string Axis(string name, int labels) =>
        $"axis {name} = {string.Join(' ', Enumerable.Range(0, labels).Select(i => name + i))}\n";

    [Fact]
    public void Axes_ThatSpanTooManyCells_AreRefused()
    {
        var source = Axis("a", 1001) + Axis("b", 1000) + "x[a, b] : 1 = 1";

        Assert.Equal([Fault.TooManyCells], Binder.Bind(ShortModel.Text(source)).Problems.Select(p => p.Fault));
    }

    [Fact]
    public void PartsOfFormulas_AreBoundedToo()
    {
        var source =
            Axis("a", 1001)
            + Axis("b", 1000)
            + "x[a] : 1 = 1 | kind: total\ny[b] : 1 = 1 | kind: total\nz : 1 = sum(x * y over a, b)";

        Assert.Equal([Fault.TooManyCells], Binder.Bind(ShortModel.Text(source)).Problems.Select(p => p.Fault));
    }

    [Fact]
    public void WorkOfManyYears_IsKnownBeforeItIsDone()
    {
        var source =
            Axis("a", 1000)
            + Axis("b", 900)
            + "x[a] : 1 = 1 | kind: total\ny[b] : 1 = 1 | kind: total\n"
            + $"z : 1 = sum({string.Join(" + ", Enumerable.Repeat("x * y", 20))} over a, b)";

        Assert.Equal(
            [Fault.TooMuchWork],
            Binder.Bind(ShortModel.Text(source, 1900, 2300)).Problems.Select(p => p.Fault)
        );
    }

    [Theory]
    [InlineData(2020, 2019)]
    [InlineData(1000, 1600)]
    public void Years_OutOfOrderOrTooMany_AreRefused(int from, int to) =>
        Assert.Equal(
            [Fault.BadYears],
            Binder.Bind(ShortModel.Text("x : 1 = 1", from, to)).Problems.Select(p => p.Fault)
        );

    [Fact]
    public void OneYear_IsEnough()
    {
        var model = ShortModel.Bind("x : 1 = stock initial: 1; inflow: 2 1/yr", 2020, 2020);

        Assert.Equal([1.0], model.Run().In(model, "x", 2020));
    }
}
