// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Formula.Chance;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Formula.Answers;

public sealed class SampleTests
{
    private const int Draws = 1003;
    private const int Numbers = 5;

    [Theory]
    [InlineData(SamplePrecision.Double, 1)]
    [InlineData(SamplePrecision.Double, 2)]
    [InlineData(SamplePrecision.Single, 2)]
    public void Take_InAnyOrderOnAnyThreads_KeepsEachDrawAtItsPlace(SamplePrecision precision, int threads)
    {
        var sink = SampleSink.Create(Draws, Numbers, precision)!;
        var blocks = Enumerable.Range(0, (Draws + 7) / 8).ToArray();
        new Random(5).Shuffle(blocks);
        Assert.False(sink.IsComplete);
        Parallel.ForEach(
            blocks,
            new() { MaxDegreeOfParallelism = threads },
            block =>
            {
                var values = new double[Numbers * 8];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = Value(i / 8, (block * 8) + (i % 8));
                }

                sink.Take(block * 8, Math.Min(8, Draws - (block * 8)), values);
            }
        );

        Assert.True(sink.IsComplete);
        for (var number = 0; number < Numbers; number++)
        {
            var expected = Enumerable.Range(0, Draws).Select(draw => Value(number, draw));
            Assert.Equal(
                precision == SamplePrecision.Double ? expected : expected.Select(x => (double)(float)x),
                sink.Of(number)
            );
        }

        var bands = sink.Bands([1, 3], [0.25, 0.5]);
        Assert.Equal(Percentiles.Of(sink.Of(3), [0.25, 0.5]), bands[1]);
        Assert.Equal(2, bands.Length);

        static double Value(int number, int draw) => (number * 1e6) + (draw / 7.0);
    }

    [Theory]
    [InlineData(1000, 100, SamplePrecision.Double, 800_000)]
    [InlineData(1000, 100, SamplePrecision.Single, 400_000)]
    [InlineData(int.MaxValue, int.MaxValue, SamplePrecision.Double, long.MaxValue)]
    public void Create_AboveTheCap_IsRefused(int draws, int numbers, SamplePrecision precision, long size)
    {
        Assert.Equal(size, SampleSink.Size(draws, numbers, precision));
        Assert.Null(SampleSink.Create(draws, numbers, precision, Math.Min(size - 1, SampleSink.DefaultCap)));
        if (size < SampleSink.DefaultCap)
        {
            Assert.NotNull(SampleSink.Create(draws, numbers, precision, size));
        }
    }

    [Fact]
    public void Layout_OfTwoOutputs_StandsByOutputYearAndCell()
    {
        var model = new BoundModel
        {
            Name = "made",
            FirstYear = 2025,
            YearCount = 4,
            Axes = [Made.Fuel],
            Variables = [],
            Parameters = [],
            Strata = [],
        };
        var layout = new SampleLayout(model, [Variable(0, []), Variable(1, [Made.Fuel])]);

        Assert.Equal(16, layout.Numbers);
        Assert.Equal(2, layout.At(0, 2, 0));
        Assert.Equal(4, layout.At(1, 0, 0));
        Assert.Equal(15, layout.At(1, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => layout.At(1, 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => layout.At(0, 0, 1));

        static BoundVariable Variable(int index, Axis[] axes) =>
            new()
            {
                Index = index,
                Name = $"v{index}",
                Unit = Unit.One,
                Axes = [.. axes],
                Extent = Extent.Total,
            };
    }

    /// <summary>By hand: of 10, 30, 20, 20, 40 the ranks are 1, 4, 2.5, 2.5, 5.</summary>
    [Fact]
    public void Ranks_OfEquals_AreTheirMean() => Assert.Equal([1, 4, 2.5, 2.5, 5], Ranks.Of([10, 30, 20, 20, 40]));

    /// <summary>By hand without ties: 1 − 6 Σd² / (n (n² − 1)) with d = 1, 1, 0, 1, 1, so 1 − 24 / 120.</summary>
    [Fact]
    public void Correlation_OfRanks_IsSpearmans()
    {
        double[] x = [1, 2, 3, 4, 5];
        double[] y = [20, 10, 30, 50, 40];
        Assert.Equal(0.8, Ranks.Correlation(Ranks.Of(x), Ranks.Of(y)), 1e-15);
        Assert.Equal(0, Ranks.Correlation(Ranks.Of(x), Ranks.Of([3, 3, 3, 3, 3])));
    }
}
