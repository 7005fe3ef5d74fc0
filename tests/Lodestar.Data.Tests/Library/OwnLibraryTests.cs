// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Data.Tests.Library;

/// <summary>A folder of one's own over the library that ships.</summary>
public sealed class OwnLibraryTests
{
    private const string Framework = "frameworks/net-zero-climate-action.yaml";
    private const string Practice = "practices/one.yaml";
    private const string Alliance = "alliances/two.yaml";

    /// <summary>Ids and texts of what is found where one thing is changed in a library that is in order.</summary>
    [Theory]
    [InlineData(Framework, "version: 1", "version: 1.9", "LS1385", "1.9")]
    [InlineData(Framework, "version: 1", "version: 0", "LS1385", "0")]
    [InlineData(Framework, "[form]", "[shape]", "LS1383", "shape")]
    [InlineData(Framework, "[upkeep]", "[age]", "LS1383", "age")]
    [InlineData(Practice, "[governance]", "[governing]", "LS1381", "governing")]
    [InlineData(Practice, "[accountability]", "[counting]", "LS1382", "counting")]
    [InlineData(Practice, "mark: verified", "", "LS1384", null)]
    [InlineData(Practice, "as_of: 2022-06-13", "as_of: 0202-06-13", "LS1309", "0202-06-13")]
    [InlineData(Practice, "value: 17", "value: 17\n        up_to: 7", "LS1386", "7")]
    [InlineData(Practice, "Act, source: law-2022", "Act, source: law", "LS1316", "law")]
    [InlineData(Alliance, "sources: [law-2022]}", "sources: [law]}", "LS1316", "law")]
    [InlineData(Alliance, "count: 1,", "count: 1.5,", "LS1385", "1.5")]
    [InlineData(Alliance, "count: 1,", "count: -1,", "LS1385", "-1")]
    public void Read_WithOneFault_SaysWhichAndWhere(string path, string old, string @new, string id, string? text)
    {
        Assert.Empty(Libraries.Small.Read().Diagnostics);

        var found = Libraries.Small.With(path, old, @new).Read().Diagnostics;

        Assert.All(found, d => Assert.Equal((id, text, path), (d.Id, d.Text, d.Place.File)));
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.NotEqual(0, d.Place.Line));
    }

    [Fact]
    public void ShippedWith_OwnSources_AddsThemToThoseThatShip()
    {
        var own = Of(
            ("sources.yaml", "sources:\n  - {id: mine, title: Mine, publisher: Us, edition: 2026, licence: CC0-1.0}\n")
        );

        var reading = LibraryReader.ShippedWith(own);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal("Mine", reading.Library.FindSource("mine")!.Title);
        Assert.Equal(LibraryReader.Shipped.Library.Sources.Count + 1, reading.Library.Sources.Count);
        Assert.Equal(LibraryReader.Shipped.Library.Practices, reading.Library.Practices);
        Assert.NotEqual(LibraryReader.Shipped.Stamp, reading.Stamp);
    }

    [Fact]
    public void ShippedWith_OwnSourceOfAShippedId_TakesItsPlace()
    {
        var id = LibraryReader.Shipped.Library.Sources[0].Id;

        var reading = LibraryReader.ShippedWith(Of(("sources.yaml", $"sources:\n  - {{id: {id}, title: Newer}}\n")));

        Assert.Equal("Newer", reading.Library.FindSource(id)!.Title);
        Assert.Equal(LibraryReader.Shipped.Library.Sources.Count, reading.Library.Sources.Count);
    }

    [Fact]
    public void ShippedWith_PlacesNobodyKnows_NamesThem()
    {
        var practice = Libraries.Small.Files[Practice].Replace("[CL, oslo]", "[CL, oslo, atlantis]");
        var alliance = Libraries
            .Small.Files[Alliance]
            .Replace("place: CL", "place: ZZ", StringComparison.Ordinal)
            .Replace("signed: [CL]", "signed: [CL, Osloo]", StringComparison.Ordinal);

        var reading = LibraryReader.ShippedWith(
            Of(("sources.yaml", Libraries.Small.Files["sources.yaml"]), (Practice, practice), (Alliance, alliance))
        );

        Assert.Equal(
            [("LS1380", "ZZ"), ("LS1380", "Osloo"), ("LS1380", "atlantis")],
            reading.Diagnostics.Select(d => (d.Id, d.Text))
        );
        // What is not known here may be a plan of the server.
        Assert.Contains("atlantis", reading.Library.FindPractice("climate-act")!.Places);
    }

    [Theory]
    [InlineData("practice/mine.yaml", true)]
    [InlineData("practices/mine.yml", true)]
    [InlineData("framework.yaml", true)]
    [InlineData("practices/README.md", false)]
    [InlineData("map/countries.csv", false)]
    public void ShippedWith_AFileThatNothingReads_SaysSo(string path, bool isStray)
    {
        var found = LibraryReader.ShippedWith(Of((path, "practices: []\n"))).Diagnostics;

        Assert.Equal(isStray ? [("LS1003", path)] : [], found.Select(d => (d.Id, d.Place.File)));
    }

    private static PlanFiles Of(params (string Path, string Text)[] files) =>
        new(files.Select(f => KeyValuePair.Create(f.Path, new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Text)))));
}
