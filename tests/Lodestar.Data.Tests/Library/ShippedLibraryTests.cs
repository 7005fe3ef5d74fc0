// SPDX-License-Identifier: Apache-2.0
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Library;
using Lodestar.Planning.Practices;

namespace Lodestar.Data.Tests.Library;

/// <summary>The library that comes with this version.</summary>
public sealed class ShippedLibraryTests
{
    private static SharedLibrary Library => LibraryReader.Shipped.Library;

    [Fact]
    public void Read_ShippedLibrary_HasNoDiagnostic() =>
        Assert.Empty(
            LibraryReader.Shipped.Diagnostics.Select(d => $"{d.Id} {d.Place}: {Texts.Catalog.Render(d.Reason)}")
        );

    [Fact]
    public void Walk_OverEveryRow_FindsNoFault()
    {
        Assert.Empty(LibraryWalk.Faults(Library, Libraries.Places));
        Assert.True(LibraryRow.Of(Library).Count() > 300);
    }

    [Fact]
    public void ShippedLibrary_IsTheFolderOfTheRepository() =>
        Assert.Equal(LibraryReader.Read(Libraries.OnDisk).Stamp, LibraryReader.Shipped.Stamp);

    /// <summary>A source is there for a row, or for what a sample claims or asks.</summary>
    [Fact]
    public void Sources_AreAllNamedByARowOrASample()
    {
        var named = LibraryRow
            .Of(Library)
            .SelectMany(r => r.Citation.Sources.Concat(r.Sources))
            .Concat(Libraries.SourcesOfSamples)
            .ToHashSet();

        Assert.DoesNotContain(Library.Sources, s => !named.Contains(s.Id));
    }

    [Fact]
    public void MainFramework_HasTheSevenAreas() =>
        Assert.Equal(
            [
                "foundational-decisions",
                "governance",
                "sectoral-policy",
                "finance-and-investment",
                "stakeholder-engagement",
                "transformational-shifts",
                "just-resilient-equitable-transition",
            ],
            Library.MainFramework!.Areas.Select(a => a.Id)
        );

    /// <summary>Numbers of the three cases, as the sources named in the library state them.</summary>
    [Theory]
    [InlineData("amsterdam-gas-terug", -12.2, "%", NumberKind.Expected, "liander-2022-12")]
    [InlineData("amsterdam-gas-terug", -15, "%", NumberKind.Goal, "mra-2022-09")]
    [InlineData("amsterdam-gas-terug", 150, "organisations", NumberKind.Observed, "parool-2022-10")]
    [InlineData("amsterdam-gas-terug", 600, "people", NumberKind.Observed, "cnca-amsterdam")]
    [InlineData("amsterdam-gas-terug", 28, "days", NumberKind.Observed, "cnca-amsterdam")]
    [InlineData("amsterdam-gas-terug", 1, "EUR million", NumberKind.Observed, "mra-2022-09")]
    [InlineData("toronto-wastewater-energy", 8400, "t CO2", NumberKind.Expected, "toronto-wastewater")]
    [InlineData("toronto-wastewater-energy", 90, "%", NumberKind.Expected, "cce-2021")]
    [InlineData("toronto-wastewater-energy", 19, "MW", NumberKind.Observed, "trane-toronto")]
    [InlineData("toronto-wastewater-energy", 1.8, "TWh", NumberKind.Expected, "trane-toronto")]
    [InlineData("toronto-wastewater-energy", 42.9, "CAD million", NumberKind.Observed, "cce-2021")]
    [InlineData("toronto-wastewater-energy", 19.3, "CAD million", NumberKind.Observed, "cib-2021")]
    [InlineData("toronto-wastewater-energy", 15.3, "CAD million", NumberKind.Observed, "cib-2021")]
    [InlineData("copenhagen-climate-officers", 8.1, "GWh", NumberKind.Observed, "urbact-card-2024")]
    [InlineData("copenhagen-climate-officers", -11, "%", NumberKind.Expected, "urbact-card-2024")]
    [InlineData("copenhagen-climate-officers", 4, "officers", NumberKind.Observed, "urbact-2024")]
    public void SeedCase_Number_StandsWithItsSource(
        string id,
        double value,
        string unit,
        NumberKind kind,
        string source
    )
    {
        var number = Assert.Single(
            Library.FindPractice(id)!.Numbers,
            n => n.Value.Equals(value) && n.Unit.Text == unit && n.Kind == kind
        );

        Assert.Equal(source, number.Citation.Sources[0]);
        Assert.Equal(Mark.Verified, number.Citation.Mark);
    }

    /// <summary>
    /// Single terms of the founding documents that a row marked as seed has to bear; a row that is not in the table is
    /// not from them.
    /// </summary>
    [Fact]
    public void SeedRows_BearTheTermsOfTheFoundingDocuments()
    {
        var rows = LibraryRow.Of(Library).Where(r => r.Citation.Mark == Mark.Seed).ToList();

        Assert.Equal(
            SeedTerms.Keys.Order(StringComparer.Ordinal),
            rows.Select(r => r.Path).Order(StringComparer.Ordinal)
        );
        Assert.All(
            rows,
            r =>
                Assert.Contains(
                    SeedTerms[r.Path],
                    string.Join(' ', r.Texts.Select(t => t.Text).Concat(r.Places)),
                    StringComparison.OrdinalIgnoreCase
                )
        );
    }

    [Theory]
    [InlineData("2017-12-31", 16)]
    [InlineData("2018-09-26", 16)]
    [InlineData("2018-09-27", 19)]
    [InlineData("2019-09-23", 24)]
    public void Coalition_MembersOnADay_AreAsManyAsItCounted(string day, int members) =>
        Assert.Equal(
            members,
            Library
                .FindAlliance("carbon-neutrality-coalition")!
                .MembersOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
                .Select(m => m.Place)
                .Distinct()
                .Count()
        );

    [Fact]
    public void Coalition_Endorsers_AreCountedBothWays()
    {
        var framework = Library
            .FindAlliance("carbon-neutrality-coalition")!
            .Declarations.Single(d => d.Kind == DeclarationKind.Endorsement);

        Assert.Equal([16, 17], framework.Counts.Select(c => c.Count));
        Assert.Equal(17, framework.Signed.Count);
        Assert.Contains("CA", framework.Signed);
    }

    [Fact]
    public void CitiesAlliance_Founders_AreSeventeen()
    {
        var members = Library.FindAlliance("carbon-neutral-cities-alliance")!.Members;

        Assert.Equal(17, members.Count(m => m.Role == MemberRole.Founder));
        Assert.All(members.Where(m => m.Role != MemberRole.Founder), m => Assert.True(m.ByThen));
    }

    [Fact]
    public void Read_MutatedLibraryFiles_GivesDiagnosticsAndNeverThrows()
    {
        var random = new Random(20261122);
        Assert.True(Libraries.OnDisk.TryGet("sources.yaml", out var sources));
        var paths = Libraries.OnDisk.Paths.ToArray();
        var faulty = 0;
        for (var i = 0; i < 500; i++)
        {
            var path = paths[random.Next(paths.Length)];
            Assert.True(Libraries.OnDisk.TryGet(path, out var bytes));
            var mutated = MutationTests.Mutated(bytes.ToArray(), random);

            var reading = LibraryReader.Read(
                new PlanFiles([KeyValuePair.Create("sources.yaml", sources)]).With(path, mutated)
            );

            // What was read is walked as well, since it may have gone astray and still be YAML.
            _ = LibraryWalk.Faults(reading.Library, Libraries.Places);
            faulty += reading.Diagnostics.Count > 0 ? 1 : 0;
            foreach (var diagnostic in reading.Diagnostics)
            {
                Assert.NotEmpty(Texts.Catalog.Render(diagnostic.Reason));
            }
        }

        Assert.InRange(faulty, 200, 500);
    }

    private static readonly Dictionary<string, string> SeedTerms = new()
    {
        ["frameworks/net-zero-climate-action@1"] = "seven priority areas",
        ["frameworks/net-zero-climate-action@1/foundational-decisions"] = "foundational decisions",
        ["frameworks/net-zero-climate-action@1/foundational-decisions/clarify-scope"] = "scope",
        ["frameworks/net-zero-climate-action@1/foundational-decisions/formalize-target"] = "formalize",
        ["frameworks/net-zero-climate-action@1/foundational-decisions/tie-to-policymaking"] = "immediate policymaking",
        ["frameworks/net-zero-climate-action@1/governance"] = "governance",
        ["frameworks/net-zero-climate-action@1/sectoral-policy"] = "sectoral policy",
        ["frameworks/net-zero-climate-action@1/sectoral-policy/phase-out"] = "established practices",
        ["frameworks/net-zero-climate-action@1/finance-and-investment"] = "finance and investment",
        ["frameworks/net-zero-climate-action@1/stakeholder-engagement"] = "stakeholder engagement",
        ["frameworks/net-zero-climate-action@1/transformational-shifts"] = "transformational shifts",
        ["frameworks/net-zero-climate-action@1/just-resilient-equitable-transition"] = "equitable transition",
        ["alliances/carbon-neutrality-coalition"] = "Carbon Neutrality Coalition",
        ["alliances/carbon-neutrality-coalition/members/AD/Member"] = "AD",
        ["alliances/carbon-neutrality-coalition/members/FJ/Member"] = "FJ",
        ["alliances/carbon-neutrality-coalition/members/IE/Member"] = "IE",
        ["alliances/carbon-neutrality-coalition/declarations/framework-2022"] = "endorse",
        ["alliances/carbon-neutrality-coalition/commitments/demonstrate-lodestar"] = "lodestar",
        ["alliances/carbon-neutrality-coalition/commitments/lead-exchange"] = "experience",
        ["alliances/carbon-neutrality-coalition/commitments/advocate-ambition"] = "ambition",
        ["alliances/carbon-neutrality-coalition/commitments/encourage-membership"] = "members",
        ["alliances/carbon-neutrality-coalition/conflicts/endorsers"] = "endorsed",
        ["alliances/carbon-neutral-cities-alliance"] = "carbon neutrality",
        ["alliances/carbon-neutral-cities-alliance/fields/fund"] = "policies",
        ["alliances/carbon-neutral-cities-alliance/fields/advocacy"] = "influence",
        ["alliances/carbon-neutral-cities-alliance/fields/methods"] = "methods",
        ["alliances/carbon-neutral-cities-alliance/fields/peer-learning"] = "learn",
        ["alliances/carbon-neutral-cities-alliance/fields/leadership"] = "change",
        ["alliances/carbon-neutral-cities-alliance/fields/communication"] = "carbon neutrality",
        ["alliances/carbon-neutral-cities-alliance/fields/climate-justice"] = "justice",
    };
}
