// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>Every catalogue of every assembly exists in every language, with the same ids and the same values.</summary>
public sealed partial class FrenchTests
{
    /// <summary>Words that both languages write alike.</summary>
    private static readonly HashSet<string> Alike =
    [
        "Agriculture",
        "Alliances",
        "BASIC",
        "BASIC+",
        "Budget",
        "Carbon Neutral Cities Alliance",
        "Code",
        "Codes",
        "English",
        "Europe",
        "Français",
        "Information",
        "Infrastructure",
        "Lodestar",
        "Message",
        "Ozone",
        "Pages",
        "Performance",
        "Plan",
        "{count, plural, one {# action} other {# actions}}",
        "Plans",
        "Population",
        "Programme",
        "Projections",
        "Rail",
        "Service",
        "Site",
        "Source",
        "Sources",
        "Territorial",
        "Verdict",
        "national",
        "point",
        "population",
        "source",
        "territorial",
        "tonnes",
        "{count, plural, one {# action} other {# actions}}",
        "{count, plural, one {# plan} other {# plans}}",
        "{page} · Lodestar",
    ];

    private static readonly MessageCatalog French = MessageCatalog.Load("fr");

    public static TheoryData<string> Catalogues =>
        [.. Files("en").Select(f => Path.GetRelativePath(Repository.Path("src"), f))];

    [Fact]
    public void Catalogues_OfBothLanguages_StandSideBySide()
    {
        var english = Files("en").Select(f => f.Replace(".en.json", "", StringComparison.Ordinal)).ToArray();
        var french = Files("fr").Select(f => f.Replace(".fr.json", "", StringComparison.Ordinal)).ToArray();

        Assert.True(english.Length >= 9, $"Only {english.Length} catalogues were found.");
        Assert.Equal([], english.Except(french).Select(Path.GetFileName));
        Assert.Equal([], french.Except(english).Select(Path.GetFileName));
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Catalogue_InFrench_HasTheIdsOfTheEnglishOne(string file)
    {
        var (english, french) = (Read(file), Read(InFrench(file)));

        Assert.Equal([], english.Keys.Except(french.Keys));
        Assert.Equal([], french.Keys.Except(english.Keys));
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Catalogue_InFrench_HasTheValuesOfTheEnglishOne(string file)
    {
        var french = Read(InFrench(file));

        Assert.Equal(
            [],
            Read(file)
                .Where(e => french.ContainsKey(e.Key) && Values(e.Key, e.Value) != Values(e.Key, french[e.Key]))
                .Select(e => $"{e.Key}: {Values(e.Key, e.Value)} / {Values(e.Key, french[e.Key])}")
        );
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Catalogue_InFrench_RepeatsNoEnglish(string file)
    {
        var french = Read(InFrench(file));

        Assert.Equal(
            [],
            Read(file)
                .Where(e => french.GetValueOrDefault(e.Key) == e.Value && HasWords(e.Value))
                .Where(e => !Alike.Contains(e.Value) && !e.Key.EndsWith(".examples", StringComparison.Ordinal))
                .Select(e => $"{e.Key}: {e.Value}")
        );
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Catalogue_InFrench_IsSetAsFrenchIs(string file)
    {
        // A literal percentage is for typing into a file, where only a plain space is understood.
        string[] typed = ["plan-folder.bad-share.fix"];

        Assert.Equal(
            [],
            Read(InFrench(file))
                .Where(e => !typed.Contains(e.Key) && Loose().IsMatch(e.Value))
                .Select(e => $"{e.Key}: {e.Value}")
        );
    }

    [Theory]
    [InlineData("{n, plural, one {# mot} other {# mots}}", "n")]
    [InlineData("{b} {a} {b}", "a b")]
    [InlineData("nothing", "")]
    public void Values_OfATemplate_AreItsNames(string text, string names) => Assert.Equal(names, Values("x", text));

    [Theory]
    [InlineData("Trop : tard", true)]
    [InlineData("Trop\u00a0: tard", false)]
    [InlineData("« oui\u202f»", true)]
    [InlineData("l'inventaire", true)]
    [InlineData("'{text}' n’est pas", false)]
    public void Typography_Planted_IsSeen(string text, bool loose) => Assert.Equal(loose, Loose().IsMatch(text));

    [Theory]
    [InlineData(1838.8378, "1\u202f839")]
    [InlineData(1234567, "1\u202f234\u202f567")]
    [InlineData(36.33, "36,3")]
    [InlineData(2.5, "2,5")]
    [InlineData(0.05123, "0,0512")]
    [InlineData(-12.34, "−12,3")]
    [InlineData(0.00012, "1,2E−4")]
    public void Number_InFrench_HasCommaAndNarrowSpaces(double value, string expected) =>
        Assert.Equal(expected, French.Numbers.Number(value));

    [Fact]
    public void Values_InFrench_ReadAsFrench()
    {
        Assert.Equal("36,3\u00a0%", French.Text(new Share(0.363)));
        Assert.Equal(
            "1\u202f839\u202fkt\u00a0CO₂",
            French.Text(Some.Quantity(1838.8, "kt CO2")).Replace(' ', '\u00a0')
        );
        Assert.Equal("22\u00a0novembre\u00a02026", French.Text(Some.Today));
        Assert.Equal("1er\u00a0janvier\u00a02027", French.Text(new DateOnly(2027, 1, 1)));
        Assert.Equal("11\u00a0août\u00a02027", French.Text(new DateOnly(2027, 8, 11)));
        Assert.Equal("2024, 2029 et 2034", French.Text(new[] { 2024, 2029, 2034 }));
    }

    [Theory]
    [InlineData(0, "0 an")]
    [InlineData(1, "1 an")]
    [InlineData(1.5, "1,5 an")]
    [InlineData(2, "2 ans")]
    [InlineData(12, "12 ans")]
    public void Plural_InFrench_BeginsAtTwo(double count, string expected) =>
        Assert.Equal(expected, French.Render(Message.Of("years", ("years", count))));

    [Fact]
    public void Plural_InEnglish_OfNone_IsPlural() =>
        Assert.Equal("0 years", MessageCatalog.English.Render(Message.Of("years", ("years", 0))));

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("FR-ca", "fr")]
    [InlineData("fr_FR.UTF-8", "fr")]
    [InlineData("en-GB", "en")]
    [InlineData("frisian", null)]
    [InlineData("de", null)]
    [InlineData("C.UTF-8", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Language_Wanted_IsFoundByItsFirstPart(string? wanted, string? found) =>
        Assert.Equal(found, Languages.Find(wanted));

    [Fact]
    public void Name_OfAPlace_ReadsInTheReadersLanguage()
    {
        var plan = new Plan { Id = "p", Name = "" } with
        {
            Name = "Copenhagen",
            Names = new Dictionary<string, string> { ["fr"] = "Copenhague" },
        };
        var sentence = Message.Of("headline.no-inventory", ("place", plan.PlaceName));

        Assert.StartsWith("Copenhague n’a pas", French.Render(sentence), StringComparison.Ordinal);
        Assert.StartsWith("Copenhagen has no", MessageCatalog.English.Render(sentence), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sweden", "SE", JurisdictionKind.Country, "Suède")]
    [InlineData("Kingdom of Sweden", "SE", JurisdictionKind.Country, "Kingdom of Sweden")]
    [InlineData("Sweden", "SE", JurisdictionKind.City, "Sweden")]
    [InlineData("Sweden", null, JurisdictionKind.Country, "Sweden")]
    public void Name_OfACountry_IsTheUsualOne(string name, string? country, JurisdictionKind kind, string inFrench) =>
        Assert.Equal(
            inFrench,
            (new Plan { Id = "p", Name = "" } with { Name = name, Country = country, Kind = kind }).NameIn("fr")
        );

    private static string[] Files(string language) =>
        [
            .. Directory
                .EnumerateFiles(Repository.Path("src"), $"*.{language}.json", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "Texts")
                .Where(f => !f.Contains("/bin/", StringComparison.Ordinal))
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private static string InFrench(string file) => file.Replace(".en.json", ".fr.json", StringComparison.Ordinal);

    private static Dictionary<string, string> Read(string file)
    {
        var path = Repository.Path($"src/{file}");
        return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))! : [];
    }

    private static string Values(string id, string text) =>
        string.Join(' ', Template.Parse(id, text).Names.Distinct().Order(StringComparer.Ordinal));

    private static bool HasWords(string text) => Word().IsMatch(Slot().Replace(text, ""));

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"[A-Za-zéè]{4}")]
    private static partial Regex Word();

    // A plain space where French has one that does not break, or a straight apostrophe inside a word.
    [GeneratedRegex(@"\S [:;?!%»](?=[\s”""})]|$)|« |\p{L}'\p{L}")]
    private static partial Regex Loose();
}
