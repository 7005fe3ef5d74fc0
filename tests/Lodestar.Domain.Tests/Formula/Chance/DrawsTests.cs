// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Chance;

namespace Lodestar.Domain.Tests.Formula.Chance;

public sealed class DrawsTests
{
    private const ulong Seed = 20260;

    /// <summary>
    /// FNV-1a of "", "a" and "foobar" as its authors print them; the others by a second implementation in Python. These
    /// numbers are fixed for ever: published results depend on them.
    /// </summary>
    [Theory]
    [InlineData("", 0xCBF29CE484222325)]
    [InlineData("a", 0xAF63DC4C8601EC8C)]
    [InlineData("foobar", 0x85944171F73967E8)]
    [InlineData("homes.heat_use", 0xB8312972B24E63BD)]
    public void Hash_OfAName_IsFixed(string name, ulong expected) => Assert.Equal(expected, RandomNumbers.Hash(name));

    [Theory]
    [InlineData(7, "homes.heat_use", 0, 0, 0.9416683485104268)]
    [InlineData(7, "homes.heat_use", 12, 3, 0.7626106721545297)]
    [InlineData(8, "homes.heat_use", 12, 3, 0.6254518864556734)]
    [InlineData(7, "värme", 12, 3, 0.6335434410206368)]
    public void Share_OfSeedNameDrawAndCell_IsFixed(ulong seed, string name, int draw, int cell, double expected) =>
        Assert.Equal(expected, RandomNumbers.Of(seed, name).Share(draw, cell));

    [Fact]
    public void Fill_OfCertainSetAndUncertain_GivesCentralSetAndDrawn()
    {
        var certain = Made.Parameter(0, "certain", null);
        var set = Made.Parameter(1, "set", Made.Normal(0, 1));
        var cells = Made.Parameter(2, "cells", Made.Normal(0, 1), Made.Fuel);
        var drawn = Made.Parameter(3, "drawn", Made.Uniform(5, 6));
        var model = Made.Model(certain, set, cells, drawn);
        var settings = Settings.None.With(set, 42).With(cells, [1, 2, 3]);
        var draws = new Draws(model, 20, Seed, Design.Random, settings);

        Assert.All(Made.Column(draws, model, 0), x => Assert.Equal(10, x));
        Assert.All(Made.Column(draws, model, 1), x => Assert.Equal(42, x));
        Assert.All(Made.Column(draws, model, 2), x => Assert.Equal(1, x));
        Assert.All(Made.Column(draws, model, 4), x => Assert.Equal(3, x));
        Assert.All(Made.Column(draws, model, 5), x => Assert.InRange(x, 5, 6));
        Assert.Equal(20, Made.Column(draws, model, 5).Distinct().Count());
    }

    [Theory]
    [InlineData(Design.Random)]
    [InlineData(Design.LatinHypercube)]
    public void Fill_WithOtherParametersAround_GivesTheSameDraws(Design design)
    {
        var alone = Made.Model(Made.Parameter(0, "a", Made.Normal(0, 1)));
        var among = Made.Model(
            Made.Parameter(0, "c", Made.Normal(5, 1), Made.Fuel),
            Made.Parameter(1, "a", Made.Normal(0, 1)),
            Made.Parameter(2, "b", Made.Normal(0, 1))
        );

        var first = Made.Column(new(alone, 100, Seed, design, Settings.None), alone, 0);
        Assert.Equal(first, Made.Column(new(among, 100, Seed, design, Settings.None), among, 3));
        Assert.NotEqual(first, Made.Column(new(among, 100, Seed, design, Settings.None), among, 4));
        Assert.NotEqual(first, Made.Column(new(alone, 100, Seed + 1, design, Settings.None), alone, 0));
    }

    [Fact]
    public void Fill_OfALongerRandomRun_BeginsWithTheShorterOne()
    {
        var model = Made.Model(Made.Parameter(0, "a", Made.Normal(0, 1)));
        var few = Made.Column(new(model, 100, Seed, Design.Random, Settings.None), model, 0);
        var many = Made.Column(new(model, 1000, Seed, Design.Random, Settings.None), model, 0);
        Assert.Equal(few, many[..100]);
    }

    [Fact]
    public void Fill_FromSeveralThreadsInAnyOrder_GivesTheSameDraws()
    {
        var model = Made.Model(Made.Parameter(0, "a", Made.Normal(0, 1)), Made.Parameter(1, "b", Made.Uniform(0, 1)));
        var draws = new Draws(model, 800, Seed, Design.LatinHypercube, Settings.None);
        var expected = Made.Column(draws, model, 1);
        var found = new double[800];
        Parallel.For(
            0,
            100,
            n =>
            {
                var block = new double[16];
                var first = (99 - n) * 8;
                draws.Fill(first, block);
                block.AsSpan(8, 8).CopyTo(found.AsSpan(first));
            }
        );
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(4097)]
    public void LatinHypercube_OfNDraws_HitsEachOfNStrataOnce(int count)
    {
        var model = Made.Model(Made.Parameter(0, "a", Made.Uniform(0, 1), Made.Fuel));
        var draws = new Draws(model, count, Seed, Design.LatinHypercube, Settings.None);
        for (var cell = 0; cell < 3; cell++)
        {
            var strata = Made.Column(draws, model, cell).Select(u => (int)(u * count)).Order();
            Assert.Equal(Enumerable.Range(0, count), strata);
        }
    }

    /// <summary>Of two permutations the rank correlation has a standard deviation of 1 / √(n − 1) = 0.022.</summary>
    [Fact]
    public void LatinHypercube_OfTwoCells_ShufflesEachInItsOwnWay()
    {
        var model = Made.Model(Made.Parameter(0, "a", Made.Uniform(0, 1), Made.Fuel));
        var draws = new Draws(model, 2000, Seed, Design.LatinHypercube, Settings.None);
        var (first, second) = (Made.Column(draws, model, 0), Made.Column(draws, model, 1));
        var order = Enumerable.Range(0, 2000).Select(n => n / 2000.0).ToArray();

        Assert.InRange(Pearson(first, second), -5 * 0.0224, 5 * 0.0224);
        Assert.InRange(Pearson(first, order), -5 * 0.0224, 5 * 0.0224);
    }

    /// <summary>The mean within five standard errors; the deviation too, whose error is about σ √((κ − 1) / 4n).</summary>
    [Fact]
    public void Draws_OfEachDistribution_HaveItsMoments()
    {
        const int Count = 10_000;
        Distribution[] all =
        [
            Made.Normal(3, 2),
            Lognormal.Create(3, 1.3, out _)!,
            Triangular.Create(0, 1, 5, out _)!,
            Made.Uniform(-1, 1),
            Beta.Create(2, 5, 0, 1, out _)!,
            Discrete.Create([1, 2, 5], [1, 2, 1], out _)!,
            Empirical.Create([1, 2, 5, 6], out _)!,
        ];
        foreach (var distribution in all)
        {
            var model = Made.Model(Made.Parameter(0, "a", distribution));
            var sample = Made.Column(new(model, Count, Seed, Design.Random, Settings.None), model, 0);
            var error = distribution.StandardDeviation / Math.Sqrt(Count);
            var mean = sample.Average();
            var fourth = sample.Average(x => Math.Pow((x - mean) / distribution.StandardDeviation, 4));
            var deviation = Math.Sqrt(sample.Average(x => (x - mean) * (x - mean)));

            Assert.InRange(mean - distribution.Mean, -5 * error, 5 * error);
            var ofDeviation = 5 * error * Math.Sqrt((fourth - 1) / 4);
            Assert.InRange(deviation - distribution.StandardDeviation, -ofDeviation, ofDeviation);
        }
    }

    /// <summary>The greatest gap of 10,000 draws exceeds 1.95 / √n in one case of a thousand (Kolmogorov 1933).</summary>
    [Fact]
    public void Shares_OfManyDraws_AreUniform()
    {
        const int Count = 10_000;
        foreach (var name in new[] { "a", "b", "homes.heat_use", "measures.heat_pumps" })
        {
            var stream = RandomNumbers.Of(Seed, name);
            var shares = Enumerable.Range(0, Count).Select(n => stream.Share(n, 0)).Order().ToArray();
            var gap = Enumerable
                .Range(0, Count)
                .Max(n => Math.Max(shares[n] - ((double)n / Count), ((n + 1.0) / Count) - shares[n]));
            Assert.InRange(gap, 0, 1.95 / Math.Sqrt(Count));
        }
    }

    /// <summary>The error of a correlation of n normal pairs is (1 − ρ²) / √n.</summary>
    [Fact]
    public void Correlated_Normals_HaveTheCorrelationsAskedFor()
    {
        const int Count = 10_000;
        var parameters = Enumerable
            .Range(0, 4)
            .Select(n => Made.Parameter(n, $"p{n}", Made.Normal(n, 1 + n)))
            .ToArray();
        double[,] wanted =
        {
            { 1, 0.8, -0.5 },
            { 0.8, 1, 0 },
            { -0.5, 0, 1 },
        };
        var model = Made.Model([new([.. parameters[..3]], wanted)], parameters);
        var draws = new Draws(model, Count, Seed, Design.Random, Settings.None);
        var columns = parameters.Select(p => Made.Column(draws, model, p.Index)).ToArray();
        for (var i = 0; i < 4; i++)
        {
            Assert.InRange(columns[i].Average() - i, -5 * (1 + i) / 100.0, 5 * (1 + i) / 100.0);
            for (var j = 0; j < i; j++)
            {
                var rho = i < 3 ? wanted[i, j] : 0;
                var bound = 5 * (1 - (rho * rho)) / 100;
                Assert.InRange(Pearson(columns[i], columns[j]) - rho, -bound, bound);
            }
        }
    }

    [Fact]
    public void Correlated_Perfectly_MoveAsOne()
    {
        var (a, b) = (Made.Parameter(0, "a", Made.Uniform(0, 1)), Made.Parameter(1, "b", Made.Uniform(10, 20)));
        var model = Made.Model(
            [
                new(
                    [a, b],
                    new double[,]
                    {
                        { 1, -1 },
                        { -1, 1 },
                    }
                ),
            ],
            a,
            b
        );
        var draws = new Draws(model, 100, Seed, Design.Random, Settings.None);
        var (first, second) = (Made.Column(draws, model, 0), Made.Column(draws, model, 1));
        for (var n = 0; n < 100; n++)
        {
            Assert.Equal(20 - (10 * first[n]), second[n], 1e-12);
        }
    }

    [Fact]
    public void Factor_OfPossibleAndImpossibleMatrices_TellsThemApart()
    {
        // By hand: 0.6² + 0.8² = 1.
        var factor = Correlation.Factor(
            new[,]
            {
                { 1, 0.6 },
                { 0.6, 1 },
            }
        )!;
        Assert.Equal(0.6, factor[1, 0], 1e-15);
        Assert.Equal(0.8, factor[1, 1], 1e-15);

        Assert.Null(
            Correlation.Factor(
                new[,]
                {
                    { 1, 0.9, -0.9 },
                    { 0.9, 1, 0.9 },
                    { -0.9, 0.9, 1 },
                }
            )
        );
        Assert.Null(
            Correlation.Factor(
                new[,]
                {
                    { 1, 0.2 },
                    { 0.3, 1 },
                }
            )
        );
        Assert.Null(
            Correlation.Factor(
                new[,]
                {
                    { 1, 1.1 },
                    { 1.1, 1 },
                }
            )
        );
        Assert.Null(
            Correlation.Factor(
                new[,]
                {
                    { 2, 0.0 },
                    { 0.0, 1 },
                }
            )
        );
        Assert.Null(Correlation.Factor(new double[2, 3]));
        Assert.Null(
            Correlation.Factor(
                new[,]
                {
                    { 1, double.NaN },
                    { double.NaN, 1 },
                }
            )
        );
    }

    [Fact]
    public void LaneTable_OfScenarios_GivesCentralAndWhatIsSet()
    {
        var a = Made.Parameter(0, "a", Made.Normal(7, 1));
        var b = Made.Parameter(1, "b", null, Made.Fuel);
        var model = Made.Model(a, b);
        var table = new LaneTable(model, [Settings.None, Settings.None.With(a, 1).With(b, [4, 5, 6]).With(a, 2)]);
        var block = new double[4 * 8];
        table.Fill(0, block);

        Assert.Equal(2, table.Count);
        Assert.Equal([7, 2, 2, 2, 2, 2, 2, 2], block[..8]);
        Assert.Equal([11, 4, 4, 4, 4, 4, 4, 4], block[8..16]);
        Assert.Equal([11, 6, 6, 6, 6, 6, 6, 6], block[24..]);
        Assert.Throws<ArgumentException>(() => Settings.None.With(b, [1, 2]));
        Assert.True(Settings.None.With(a, 1).Has(a));
        Assert.False(Settings.None.Has(a));
    }

    private static double Pearson(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        return xy / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
