// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Jurisdictions;

/// <summary>The embedded table is what this makes of the World Bank's file: the latest figure of each country that passes the check.</summary>
public sealed class PopulationTableTests
{
    private const double TooFar = 10;

    [Fact]
    public void Table_IsWhatThePublishersFileSays()
    {
        var file = PublisherData.RequireFile("population/population.csv");
        var series = File.ReadLines(file)
            .Skip(1)
            .Select(Fields)
            // Groups of countries have codes of their own, which are none of ISO 3166.
            .Where(f => Countries.Find(f[1]) is { } c && c.Alpha3 == f[1])
            .GroupBy(f => Countries.Find(f[1])!.Alpha2)
            .OrderBy(g => g.Key, StringComparer.Ordinal);

        var table = series.Select(g =>
        {
            var years = g.ToDictionary(
                f => int.Parse(f[2], CultureInfo.InvariantCulture),
                f => double.Parse(f[3], CultureInfo.InvariantCulture)
            );
            var year = years.Keys.Max();
            Assert.True(
                IsPlausible(years, year),
                $"{g.Key}: {years[year]} people in {year} is far off the years before."
            );
            return string.Create(CultureInfo.InvariantCulture, $"{g.Key},{years[year]},{year},world-bank");
        });

        Golden.Match(
            string.Join('\n', table.Prepend("alpha2,people,year,source")),
            "../../../src/Lodestar.Planning/Jurisdictions/Tables/population.csv"
        );
    }

    [Theory]
    [InlineData(10_551_707, true)]
    [InlineData(105_517_070, false)]
    [InlineData(1_055_170, false)]
    public void Figure_TenTimesOffItsNeighbours_IsRefused(double people, bool plausible) =>
        Assert.Equal(
            plausible,
            IsPlausible(
                new()
                {
                    [2022] = 10_486_941,
                    [2023] = 10_536_632,
                    [2024] = people,
                },
                2024
            )
        );

    [Fact]
    public void Table_HoldsNamibiaAndNoGroups()
    {
        Assert.InRange(Populations.Of("NA")!.People, 2e6, 5e6);
        Assert.All(Populations.Listed, code => Assert.Equal(code, Countries.Find(code)?.Alpha2));
        Assert.InRange(Populations.Listed.Count(), 210, 250);
        Assert.Null(Populations.Of("TW"));
        Assert.All(
            Populations.Listed,
            c => Assert.Contains(Populations.Sources, s => s.Id == Populations.Of(c)!.Source)
        );
    }

    private static bool IsPlausible(Dictionary<int, double> years, int year) =>
        years[year] > 0
        && new[] { year - 1, year + 1 }
            .Where(years.ContainsKey)
            .Select(y => years[y] / years[year])
            // "Ten times" with a year's change on top.
            .All(r => r is > 1.2 / TooFar and < TooFar / 1.2);

    private static string[] Fields(string line)
    {
        // Names of groups hold commas; the last three fields never do.
        var parts = line.Split(',');
        return [string.Join(',', parts[..^3]), .. parts[^3..]];
    }
}
