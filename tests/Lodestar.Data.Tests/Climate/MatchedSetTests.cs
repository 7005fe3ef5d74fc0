// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate;

/// <summary>
/// Parts of 1.4.1 and 1.4.5 under names that tell nothing: what is in them has to tell them apart. Their species differ
/// in the lifetime of CH4 and two of its sensitivities, their histories in 2023, which 1.4.1 does not have; their
/// natural forcing is the same.
/// </summary>
public sealed class MatchedSetTests
{
    private static readonly Dictionary<string, (string Of141, string Of145)> Parts = new()
    {
        ["a.csv"] = ("params.csv", "calibrated_constrained_parameters_1.4.5.csv"),
        ["b.csv"] = ("species.csv", "species_configs_properties_1.4.5.csv"),
        ["c.csv"] = ("emissions_7scenarios_1750-2500.csv", "historical_1750-2023.csv"),
        ["d.csv"] = ("volcanic_solar.csv", "volcanic_solar.csv"),
    };

    /// <summary>Which part is of the other set than the first letter says, and which files are named as not fitting.</summary>
    [Theory]
    [InlineData("1.4.1", "b.csv", "b.csv")]
    [InlineData("1.4.1", "c.csv", "c.csv")]
    [InlineData("1.4.1", "b.csv c.csv", "b.csv c.csv")]
    [InlineData("1.4.5", "b.csv", "b.csv")]
    [InlineData("1.4.5", "c.csv", "c.csv")]
    [InlineData("1.4.5", "b.csv c.csv", "b.csv c.csv")]
    public void Read_APartOfTheOtherSet_IsRefusedByItsContent(string members, string others, string named)
    {
        var reading = Mixed(members, others.Split(' '));

        Assert.Null(reading.Calibration);
        Assert.Equal(named.Split(' '), reading.Problems.Select(p => p.File).Order());
        var found = members == "1.4.1" ? "fair-calibrate-1.4.5" : "fair-calibrate-1.4.1";
        Assert.All(
            reading.Problems,
            p =>
            {
                Assert.Equal(Fault.MixedSet, p.Fault);
                Assert.Equal(
                    (found, "a.csv", $"fair-calibrate-{members}"),
                    (p.Values["found"], p.Values["other"], p.Values["expected"])
                );
            }
        );
    }

    [Theory]
    [InlineData("1.4.1", 2022)]
    [InlineData("1.4.5", 2023)]
    public void Read_AllPartsOfOneSetUnderOtherNames_IsThatSet(string edition, int lastYear)
    {
        var calibration = Mixed(edition, []).Calibration!;

        Assert.Equal($"fair-calibrate-{edition}", calibration.Identity.Id);
        Assert.Equal(lastYear, calibration.LastHistoricalYear);
    }

    /// <summary>A hundred members of a set are recognised one by one, and their species too have to be that set's.</summary>
    [Theory]
    [InlineData("1.4.1")]
    [InlineData("1.4.5")]
    public void Read_AHundredMembers_StillTellTheirSet(string edition)
    {
        var matched = Mixed(edition, [], lines: 101);
        var mixed = Mixed(edition, ["b.csv"], lines: 101);

        Assert.Empty(matched.Problems);
        Assert.Equal(100, matched.Calibration!.Members.Count);
        Assert.StartsWith(
            $"fair-calibrate-{edition}-excerpt-",
            matched.Calibration.Identity.Id,
            StringComparison.Ordinal
        );
        Assert.Equal((Fault.MixedSet, "b.csv"), mixed.Problems.Select(p => (p.Fault, p.File)).Single());
    }

    [Theory]
    [InlineData("a.csv", "841", "members")]
    [InlineData("b.csv", "SO2F2", "species")]
    [InlineData("c.csv", "CFC-11", "history")]
    [InlineData("d.csv", "Solar", "forcing")]
    public void Read_OneNumberOfAPublishedSetChanged_IsNotThatSetAnyMore(string file, string line, string part)
    {
        var reading = Mixed(
            "1.4.5",
            [],
            change: (name, text) =>
            {
                if (name != file)
                {
                    return text;
                }

                var lines = text.Split('\n');
                var at = line == "841" ? 841 : Array.FindIndex(lines, l => l.Contains(line, StringComparison.Ordinal));
                var cells = lines[at].Split(',');
                var cell =
                    file == "b.csv" ? Array.IndexOf(cells, "0.21074")
                    : file == "a.csv" ? 3
                    : 150;
                cells[cell] += file == "c.csv" ? ".5" : "5";
                lines[at] = string.Join(',', cells);
                return string.Join('\n', lines);
            }
        );

        Assert.Null(reading.Calibration);
        Assert.All(reading.Problems, p => Assert.Equal(Fault.MixedSet, p.Fault));
        Assert.Contains(reading.Problems, p => part == "members" || (string)p.Values["part"] == part);
    }

    [Fact]
    public void Read_SpeciesOfAr6WithAnotherHistory_FailsTheBaselines()
    {
        var species = PublisherData.RequireFile("climate/ssp-default-inputs/species_ar6_defaults.csv");
        var problems = new List<Problem>();
        using var reader = File.OpenText(species);
        var table = FairSpecies.Read("species_ar6_defaults.csv", reader, problems)!;

        Assert.Empty(problems);
        Assert.Equal(64, table.Species.Count);
        Assert.Equal(
            ["Contrails", "Halon-1202", "NOx aviation"],
            table.Species.Select(s => s.Name).Except(Calibration.Shipped.Species.Select(s => s.Name)).Order()
        );
        var emitted = table
            .Species.Where(s => s.IsEmitted)
            .ToDictionary(
                s => s.Name,
                s =>
                    Calibration.Shipped.History.Has(s.Name)
                        ? Calibration.Shipped.History[s.Name].ToArray()
                        : new double[273]
            );
        MatchedSet.CheckBaselines(table, new("history", 1750, emitted), "emissions.csv", problems);
        Assert.Equal(
            ["BC", "CO", "NH3", "NOx", "OC", "Sulfur", "VOC"],
            problems.Select(p => (string)p.Values["species"]).Order()
        );
    }

    private static CalibrationReading Mixed(
        string members,
        string[] others,
        int lines = int.MaxValue,
        Func<string, string, string>? change = null
    ) =>
        FairFolder.Read(
            Parts.Keys,
            name =>
            {
                var of141 = (members == "1.4.1") != others.Contains(name);
                var path = PublisherData.RequireFile(
                    of141 ? $"{FairSets.Edition141}/{Parts[name].Of141}" : $"{FairSets.Edition145}/{Parts[name].Of145}"
                );
                var text = File.ReadAllText(path);
                text = name == "a.csv" && lines < int.MaxValue ? string.Join('\n', text.Split('\n').Take(lines)) : text;
                return new StringReader(change?.Invoke(name, text) ?? text);
            }
        );
}
