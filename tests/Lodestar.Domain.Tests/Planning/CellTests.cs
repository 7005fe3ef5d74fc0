// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Series;

namespace Lodestar.Domain.Tests.Planning;

public sealed class CellTests
{
    [Theory]
    [InlineData("", CellKind.Missing)]
    [InlineData("  ", CellKind.Missing)]
    [InlineData("0", CellKind.Number)]
    [InlineData("-1.5e3", CellKind.Number)]
    [InlineData("NO", CellKind.NotOccurring)]
    [InlineData("NE", CellKind.NotEstimated)]
    [InlineData("C", CellKind.Confidential)]
    [InlineData("IE", CellKind.IncludedElsewhere)]
    [InlineData("IE:I.1.1", CellKind.IncludedElsewhere)]
    public void TryRead_EveryKind_ReadsAsItselfAndWritesBack(string text, CellKind kind)
    {
        Assert.True(Cell.TryRead(text, out var cell));
        Assert.Equal(kind, cell.Kind);
        Assert.True(Cell.TryRead(cell.ToString(), out var again));
        Assert.Equal(cell, again);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1,5")]
    [InlineData("1 234")]
    [InlineData("no")]
    [InlineData("1e999")]
    [InlineData("1e101")]
    [InlineData("IE:")]
    public void TryRead_WhatIsNoCell_IsRefusedAndStaysMissing(string text)
    {
        Assert.False(Cell.TryRead(text, out var cell));
        Assert.Equal(Cell.Missing, cell);
    }

    [Fact]
    public void Kinds_AreAllDifferentFromZeroAndFromEachOther()
    {
        Cell[] kinds =
        [
            Cell.Missing,
            Cell.NotOccurring,
            Cell.NotEstimated,
            Cell.Confidential,
            Cell.IncludedElsewhere(),
            Cell.Of(0),
        ];
        Assert.Equal(kinds.Length, kinds.Distinct().Count());
        Assert.All(kinds[..^1], k => Assert.False(k.TryGetNumber(out _)));
        Assert.All(kinds[..^1], k => Assert.Equal(k, k.Scale(1000)));
    }

    [Fact]
    public void Of_ANumber_RoundTripsExactly() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NormalFloat>(),
                number =>
                    Math.Abs(number.Get) > Cell.Largest
                    || Cell.TryRead(Cell.Of(number.Get).ToString(), out var cell) && cell.Equals(Cell.Of(number.Get))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_NotANumber_IsABug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Of(double.PositiveInfinity));
    }
}
