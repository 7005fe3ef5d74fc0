// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.LockIn;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Scenarios;

/// <summary>What is locked in, against numbers worked out by hand (<see cref="Fleet"/>).</summary>
public sealed class LockInCurveTests
{
    private static readonly PlanReading Reading = Read.Plan(Fleet.Files);

    private static LockInCurve Curve(int today = 2026, int? zero = 2029) =>
        LockInCurve.Of(Reading.Outlook!, today, zero)!;

    [Fact]
    public void Standing_YearByYear_RunsOutAsCarsDo()
    {
        var curve = Curve();

        Assert.Equal(["II"], curve.Sectors.Select(s => s.Sector));
        Assert.Equal([80, 60, 40, 20, 0, 0], Enumerable.Range(2026, 6).Select(curve.Standing), Near);
        Assert.Equal([0, 20, 40, 60, 80, 80], Enumerable.Range(2026, 6).Select(curve.Planned), Near);
    }

    [Fact]
    public void Vintages_ByDecadeCutAtToday_AddUpToAllThatStocksEmit()
    {
        var curve = Curve();

        Assert.Equal(
            [(2018, 2019, false), (2020, 2026, false), (2027, 2029, true), (2030, 2035, true)],
            curve.Vintages.Select(v => (v.From, v.Until, v.IsPlanned))
        );
        // In 2021 there are left of the first forty 10, one ten of 2019; of 2020 and 2021 ten each.
        Assert.Equal([40, 40, 0, 0], curve.Vintages.Select(v => v.Amounts[2021 - 2018]), Near);
        Assert.Equal([0, 20, 60, 0], curve.Vintages.Select(v => v.Amounts[2029 - 2018]), Near);
        for (var year = 2018; year <= 2029; year++)
        {
            Assert.Equal(80, curve.Vintages.Sum(v => v.Amounts[year - 2018]), 1e-9);
            Assert.Equal(80, curve.Standing(year) + curve.Planned(year), 1e-9);
        }
    }

    [Theory]
    [InlineData(2026, 60 + 40 + 20)]
    [InlineData(2029, 60 + 40 + 20)]
    // The model ends in 2035.
    [InlineData(2033, 60 + 40)]
    [InlineData(2035, 0)]
    public void Committed_AfterAYear_IsWhatItsCarsEmitAfterwards(int after, double kilotonnes) =>
        Assert.Equal(kilotonnes, Curve().Committed("II", after), 1e-9);

    /// <summary>Twenty electric cars on a grid that still emits 1 kt for each: petrol cars alone have a last year that matters.</summary>
    [Theory]
    [InlineData(1, "petrol")]
    [InlineData(5, "electric")]
    public void Last_OfWhatEmitsLeastOfItsChoice_DoesNotMatter(int electric, string kind)
    {
        var reading = Read.Plan([
            .. Fleet.Files.Select(f =>
                (
                    f.Path,
                    f.Text.Replace(
                        "{petrol: 4, electric: 0}",
                        $"{{petrol: 4, electric: {electric}}}",
                        StringComparison.Ordinal
                    )
                )
            ),
        ]);
        var curve = LockInCurve.Of(reading.Outlook!, 2026, 2029)!;

        Assert.Equal(new double[] { 80, 20 * electric }.OrderDescending(), curve.Last.Select(l => l.Emissions), Near);
        var matters = Assert.Single(Assert.Single(LastOfStock.Together(curve.Last)));
        Assert.Equal((kind, 2025), (matters.Kind, matters.Last.Year));
    }

    [Fact]
    public void Last_NamesEachKindWithWhatItEmits()
    {
        var last = Curve().Last;

        // Cars of 2025 are gone in 2029, of 2026 not; all petrol cars that stand then emit 20 · 4.
        Assert.Equal(
            [("petrol", 2025, 80.0), ("electric", 2025, 0.0)],
            last.Select(l => (l.Last.Labels[0], l.Last.Year!.Value, Math.Round(l.Emissions, 9)))
        );
        Assert.Empty(Curve(zero: null).Last);
        Assert.Null(Curve(zero: 2050).ZeroYear);
    }

    [Fact]
    public void Of_ModelWithoutVintages_IsNone() =>
        Assert.Null(LockInCurve.Of(Read.Plan(TwoSectors.Files).Outlook!, 2023, 2030));

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
