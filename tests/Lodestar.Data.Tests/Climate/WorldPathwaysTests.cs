// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate;

public sealed class WorldPathwaysTests
{
    private const string Emissions = "emissions_7scenarios_1750-2500.csv";

    public static TheoryData<string> Ids => [.. WorldPathways.Shipped.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Pathway_MadeFromTheFile_IsTheOneThatShips(string id)
    {
        var text = WorldPathways.Write(Published(id));

        Golden.Match(text, $"../../../library/climate/world-pathways/{id}.csv");
        Assert.InRange(text.Length, 1, 140_000);
    }

    /// <summary>
    /// To 2100 the shipped pathway is the published one to the last bit. After that no year is off by more than 0.01 %
    /// of the species' largest emissions, and CO2 added up to 2300 by no more than 0.2 Gt.
    /// </summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Pathway_AgainstEveryPublishedYear_KeepsToTheTolerance(string id)
    {
        var shipped = WorldPathways.Find(id)!.Pathway;
        var published = Published(id);

        Assert.Equal((2023, 2300), (shipped.FirstYear, shipped.LastYear));
        Assert.Equal(published.Species.Order(), shipped.Species.Order());
        foreach (var species in published.Species)
        {
            var most = published[species].ToArray().Max(Math.Abs);
            for (var year = 2023; year <= 2300; year++)
            {
                var (expected, actual) = (published.In(species, year), shipped.In(species, year));
                Assert.InRange(Math.Abs(expected - actual), 0, year <= 2100 ? 0 : 1e-4 * most);
            }
        }

        Assert.Equal(Sum(published, "CO2 FFI"), Sum(shipped, "CO2 FFI"), 0.2);
        Assert.Equal(Sum(published, "CO2 AFOLU"), Sum(shipped, "CO2 AFOLU"), 0.2);
    }

    [Fact]
    public void Default_JoinedToTheShippedHistory_LeavesNoYearOut()
    {
        var whole = Calibration.Shipped.History.Then(WorldPathways.Default.Pathway);

        Assert.Equal("medium-extension", WorldPathways.Default.Id);
        Assert.Equal((1750, 2300), (whole.FirstYear, whole.LastYear));
        Assert.Equal(51, whole.Species.Count);
    }

    private static double Sum(Pathway pathway, string species)
    {
        var sum = 0.0;
        foreach (var value in pathway[species])
        {
            sum += value;
        }

        return sum;
    }

    private static Pathway Published(string id)
    {
        var problems = new List<Problem>();
        using var text = FairSets.Open(FairSets.Edition141, Emissions);
        var series = FairSeries.Read(CsvRows.Read(Emissions, text, problems)!, true, problems)!;
        Assert.Empty(problems);
        var order = Calibration.Shipped.Species.Select((s, i) => (s.Name, i)).ToDictionary(s => s.Name, s => s.i);
        var lines = series.Lines.Where(l => l.Scenario == id).OrderBy(l => order[l.Variable]);
        return new Pathway(id, series.Years[0], lines.ToDictionary(l => l.Variable, l => l.Values)).Between(
            WorldPathways.FirstYear,
            WorldPathways.LastYear
        );
    }
}
