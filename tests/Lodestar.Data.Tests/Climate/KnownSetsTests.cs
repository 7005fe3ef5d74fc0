// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate;

public sealed class KnownSetsTests
{
    private const string Source = "https://doi.org/10.5194/gmd-17-8569-2024";
    private const string Publisher = "Smith et al. (fair-calibrate), with FaIR 2 by Leach et al.";

    [Fact]
    public void Table_MadeFromTheFiles_IsTheOneThatShips()
    {
        var rows = new[]
        {
            "id,title,publisher,edition,licence,source,species,history,forcing,members",
            Row(FairSets.Edition141, "1.4.1", "Apache-2.0"),
            Row(FairSets.Edition145, "1.4.5", "MIT"),
        };

        Golden.Match(string.Join('\n', rows), "../../../library/climate/known-sets.csv");
    }

    [Theory]
    [InlineData(FairSets.Edition141, "fair-calibrate-1.4.1", 2022)]
    [InlineData(FairSets.Edition145, "fair-calibrate-1.4.5", 2023)]
    public void Folder_AsItLies_IsReadWhole(string folder, string id, int lastYear)
    {
        var calibration = FairSets.Whole(folder);

        Assert.Equal(id, calibration.Identity.Id);
        Assert.Equal(841, calibration.Members.Count);
        Assert.Equal(61, calibration.Species.Count);
        Assert.Equal((1750, lastYear), (calibration.History.FirstYear, calibration.History.LastYear));
        Assert.Equal(51, calibration.History.Species.Count);
        Assert.Equal(["Solar", "Volcanic"], calibration.Prescribed.Keys.Order());
        Assert.All(calibration.Prescribed.Values, s => Assert.Equal((1750, 2501), (s.FirstYear, s.LastYear)));
    }

    private static string Row(string folder, string edition, string licence)
    {
        var problems = new List<Problem>();
        var path = PublisherData.RequireFolder(folder);
        var files = FairFiles.Read(
            Directory.GetFiles(path).Select(f => Path.GetFileName(f)),
            n => FairSets.Open(folder, n),
            problems
        );
        var species = FairSpecies.Read(files.Species!, problems)!;
        var history = FairHistory.Of(FairSeries.Read(files.Emissions!, true, problems)!, species, problems)!;
        var parts = FairFolder.Parts(
            species,
            FairMembers.Read(files.Members, species.Species, problems)!,
            history,
            FairForcing.Of(FairSeries.Read(files.Forcing!, false, problems)!, species, history, problems)
        );
        Assert.DoesNotContain(problems, p => p.IsError);
        return KnownSets.Row(
            new($"fair-calibrate-{edition}", $"FaIR calibration {edition}", Publisher, edition, licence, Source),
            parts
        );
    }
}
