// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Tests.Library;

/// <summary>The walk over the library finds what it is there to find.</summary>
public sealed class LibraryWalkTests
{
    private const string Framework = "frameworks/net-zero-climate-action.yaml";
    private const string Practice = "practices/one.yaml";
    private const string Alliance = "alliances/two.yaml";

    [Fact]
    public void Faults_OfAGoodLibrary_AreNone()
    {
        var reading = Libraries.Small.Read();

        Assert.Empty(reading.Diagnostics);
        Assert.Empty(LibraryWalk.Faults(reading.Library, Libraries.Places));
        Assert.Equal(
            [
                "frameworks/net-zero-climate-action@1",
                "frameworks/net-zero-climate-action@1/governance",
                "frameworks/net-zero-climate-action@1/governance/accountability",
                "practices/climate-act",
                "practices/climate-act/numbers/0",
                "alliances/two",
                "alliances/two/members/CL/Founder",
                "alliances/two/criteria/goal",
                "alliances/two/declarations/declaration",
                "alliances/two/commitments/lead",
                "powers/parking",
            ],
            LibraryRow.Of(reading.Library).Select(r => r.Path)
        );
    }

    [Theory]
    [InlineData(Practice, "mark: verified", "", "practices/climate-act: no mark")]
    [InlineData(Practice, "mark: verified", "", "practices/climate-act/numbers/0: no mark")]
    [InlineData(Practice, "as_of: 2022-06-13", "", "practices/climate-act: no as-of date")]
    [InlineData(Practice, "    sources: [law-2022]", "", "practices/climate-act: no source")]
    [InlineData(Practice, "sources: [law-2022]", "sources: [other]", "practices/climate-act: no source other")]
    [InlineData(Practice, "Act, source: law-2022", "Act", "practices/climate-act: no source (none)")]
    [InlineData(Practice, "CL, oslo", "ZZ, oslo", "practices/climate-act: no place ZZ")]
    [InlineData(Practice, "CL, oslo", "CL, osloo", "practices/climate-act: no place osloo")]
    [InlineData(Practice, "CL, oslo", "cl, oslo", "practices/climate-act: no place cl")]
    [InlineData(Practice, "CL, oslo", "chile, oslo", "practices/climate-act: no place chile")]
    [InlineData(Practice, "[governance]", "[governing]", "practices/climate-act: no area governing")]
    [InlineData(Practice, "areas: [governance]", "areas: []", "practices/climate-act: no area")]
    [InlineData(Practice, "[accountability]", "[counting]", "practices/climate-act: no action counting")]
    [InlineData(Practice, ", fr: Loi climat", "", "practices/climate-act: no French: Climate Act")]
    [InlineData(Practice, ", fr: ministères", "", "practices/climate-act/numbers/0: no French: ministries")]
    [InlineData(Practice, "enfin\u202f!", "enfin !", "practices/climate-act: plain space in French: Une loi, enfin !")]
    [InlineData(Practice, "    status: in-force\n", "", "practices/climate-act: no status")]
    [InlineData(Practice, "in-force", "ended", "practices/climate-act: changed or ended, and not how")]
    [InlineData(
        Framework,
        "findings: [form]",
        "findings: [shape]",
        "frameworks/net-zero-climate-action@1/governance: no finding shape"
    )]
    [InlineData(
        Framework,
        "findings: [upkeep]",
        "findings: [age]",
        "frameworks/net-zero-climate-action@1/governance: no finding age"
    )]
    [InlineData(
        Framework,
        "mark: reconstructed",
        "",
        "frameworks/net-zero-climate-action@1/governance/accountability: no mark"
    )]
    [InlineData(
        Alliance,
        "from: 2017-12, mark: verified, ",
        "from: 2017-12, ",
        "alliances/two/members/CL/Founder: no mark"
    )]
    [InlineData(Alliance, "place: CL", "place: atlantis", "alliances/two/members/atlantis/Founder: no place atlantis")]
    [InlineData(Alliance, "signed: [CL]", "signed: [CL, XX]", "alliances/two/declarations/declaration: no place XX")]
    [InlineData(Alliance, ", fr: Un objectif", "", "alliances/two/criteria/goal: no French: A goal")]
    [InlineData(Alliance, ", fr: Mener", "", "alliances/two/commitments/lead: no French: Lead")]
    [InlineData("powers.yaml", "    as_of: 2018-01-01\n", "", "powers/parking: no as-of date")]
    [InlineData("sources.yaml", ", licence: CC0-1.0", "", "sources/law-2022: no licence")]
    [InlineData("sources.yaml", ", publisher: Republic", "", "sources/law-2022: no publisher")]
    [InlineData("sources.yaml", ", edition: 2022", "", "sources/law-2022: no edition")]
    public void Faults_OfAPlantedBadRow_NameIt(string path, string old, string @new, string fault)
    {
        var library = Libraries.Small.With(path, old, @new).Read().Library;

        Assert.Contains(fault, LibraryWalk.Faults(library, Libraries.Places));
    }
}
