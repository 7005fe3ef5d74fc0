// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Formula.Chance;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Formula.Answers;

public sealed class SpreadTests
{
    private const int Count = 4000;

    private static readonly Parameter Strong = Graded(0, "strong", "observed");
    private static readonly Parameter Weak = Graded(1, "weak", "default");
    private static readonly Parameter Idle = Graded(2, "idle", null);
    private static readonly Parameter Set = Graded(3, "set", null);
    private static readonly BoundModel Model = Made.Model(Strong, Weak, Idle, Set);
    private static readonly Draws Runs = new(Model, Count, 3, Design.Random, Settings.None.With(Set, 1));

    /// <summary>
    /// y = −4a + 3b of normal numbers: Pearson's correlations are −0.8 and 0.6, Spearman's (6/π) asin(r/2): −0.7859 and
    /// 0.5819; the shares 0.7859² / (0.7859² + 0.5819²) = 0.646 and 0.354.
    /// </summary>
    [Fact]
    public void Of_ALinearOutput_RanksItsInputs()
    {
        var spread = Spread.Of(Model, Runs, Output((a, b) => (-4 * a) + (3 * b)));

        Assert.Equal([Strong, Weak, Idle], spread.Inputs.Select(i => i.Parameter));
        Assert.Equal(Count, spread.Count);
        var (first, second, last) = (spread.Inputs[0], spread.Inputs[1], spread.Inputs[2]);
        Assert.InRange(-0.7859, first.Low, first.High);
        Assert.InRange(0.5819, second.Low, second.High);
        Assert.InRange(0, last.Low, last.High);
        Assert.Equal(0.646, first.Share, 0.03);
        Assert.Equal(0.354, second.Share, 0.03);
        Assert.Equal(0, last.Share, 0.002);
        Assert.Equal(1, spread.Inputs.Sum(i => i.Share), 1e-12);
        Assert.Equal(second.Share + last.Share, spread.ShareFromUnverified, 1e-12);
    }

    /// <summary>Ranks see the order alone.</summary>
    [Fact]
    public void Of_ARisingFunctionOfTheOutput_IsTheSame() =>
        Assert.Equal(
            Spread.Of(Model, Runs, Output((a, b) => a + b)).Inputs,
            Spread.Of(Model, Runs, Output((a, b) => Math.Exp(a + b))).Inputs
        );

    /// <summary>Fisher's z by hand at r = 0, n = 4000: ± tanh(1.95996 / √3997) = ± 0.03099.</summary>
    [Fact]
    public void Of_AnOutputThatDoesNotVary_BlamesNothing()
    {
        var spread = Spread.Of(Model, Runs, new double[Count]);
        Assert.All(spread.Inputs, i => Assert.Equal(0, i.Share));
        Assert.All(spread.Inputs, i => Assert.Equal(0.03099, i.High, 1e-5));
        Assert.All(spread.Inputs, i => Assert.Equal(-i.High, i.Low));
        Assert.Equal(0, spread.ShareFromUnverified);
    }

    [Fact]
    public void Of_AnOutputWithFailedDraws_LeavesThemOut()
    {
        var output = Output((a, _) => a);
        output.AsSpan(0, 100).Fill(double.NaN);
        var spread = Spread.Of(Model, Runs, output);
        Assert.Equal(Count - 100, spread.Count);
        Assert.Equal(1, spread.Inputs[0].Correlation, 1e-12);
    }

    private static double[] Output(Func<double, double, double> of) =>
        [.. Enumerable.Range(0, Count).Select(n => of(Runs.Value(Strong, n, 0), Runs.Value(Weak, n, 0)))];

    private static Parameter Graded(int index, string name, string? grade) =>
        new()
        {
            Index = index,
            Name = name,
            Unit = Unit.One,
            Axes = [],
            Distribution = Made.Normal(0, 1),
            Central = 0,
            Grade = grade,
        };
}
