// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;

namespace Lodestar.Domain.Tests.Practices;

/// <summary>A small library, and random ones over the same places, areas and alliances.</summary>
internal static class SomePractices
{
    public static readonly DateOnly Day = new(2026, 1, 1);

    public static readonly Gazetteer Places = Gazetteer.Of([]);

    private static readonly string[] Codes = ["CL", "DK", "copenhagen", "glasgow", "minneapolis-st-paul", "nowhere"];
    private static readonly string[] AreaIds = ["governance", "finance", "transition"];
    private static readonly string[] SectorIds = ["I", "II", "III"];
    private static readonly string[] Titles =
    [
        "Carbon budgets in law",
        "Heat from wastewater",
        "A budget of carbon",
        "Coal phase-out",
    ];

    public static SharedLibrary Of(params IEnumerable<GoodPractice> practices) =>
        new()
        {
            Frameworks = EquatableList.Of(
                new FrameworkDefinition("net-zero-climate-action", 1, new LocalText("Framework"))
                {
                    Citation = Citation.None,
                    Areas = AreaIds
                        .Select(a => new FrameworkArea(a, Both($"Area of {a}", $"Domaine {a}"))
                        {
                            Citation = Citation.None,
                        })
                        .ToEquatableList(),
                }
            ),
            Alliances = EquatableList.Of(
                AllianceOf("coalition", Member("CL", MemberRole.Founder), Member("DK", MemberRole.Candidate)),
                AllianceOf(
                    "cities",
                    Member("copenhagen", MemberRole.Member),
                    Member("glasgow", MemberRole.Member) with
                    {
                        To = new StatedDay(new DateOnly(2020, 12, 31), "2020"),
                    }
                )
            ),
            Practices = practices.ToEquatableList(),
        };

    public static PracticeSearch Search(SharedLibrary library, string language = "en") =>
        new(library, Places, Day, language);

    public static LocalText Both(string english, string french) => new(english, EquatableList.Of(("fr", french)));

    public static GoodPractice Practice(string id, string title, string what = "Done.", params string[] places) =>
        new(id, new LocalText(title))
        {
            What = new LocalText(what),
            Places = places.ToEquatableList(),
            Citation = Citation.None,
        };

    public static Arbitrary<(SharedLibrary Library, PracticeQuery Query)> Asked() =>
        (from practices in Practices() from query in Queries() select (Of(practices), query)).ToArbitrary();

    public static Gen<PracticeQuery> Queries() =>
        from text in Maybe("budget", "carbon law", "wastwater", "denmark", "governance", "xylophone")
        from area in Maybe(AreaIds)
        from sector in Maybe([.. SectorIds, "V", PracticeWords.AcrossSectors])
        from place in Maybe("cl", "dk", "copenhagen", "glasgow")
        from alliance in Maybe("coalition", "cities")
        from status in Maybe([.. PracticeWords.Statuses])
        from mark in Maybe([.. PracticeWords.Marks])
        from years in Gen.Choose(2000, 2040).Two()
        from bounds in Gen.Choose(0, 9)
        select new PracticeQuery
        {
            Text = text,
            Area = area,
            Sector = sector,
            Place = place,
            Alliance = alliance,
            Status = status,
            Mark = mark,
            From = bounds == 1 ? years.Item1 : null,
            To = bounds is 1 or 2 ? years.Item2 : null,
        };

    private static Gen<IEnumerable<GoodPractice>> Practices() =>
        from count in Gen.Choose(0, 25)
        from drawn in Drawn().ArrayOf(count)
        select drawn.Select((p, i) => p with { Id = $"p{i}" });

    private static Gen<GoodPractice> Drawn() =>
        from title in Gen.Elements(Titles)
        from places in Gen.SubListOf(Codes)
        from areas in Gen.SubListOf(AreaIds)
        from sectors in Gen.SubListOf(SectorIds)
        from year in Gen.Choose(1999, 2030)
        from status in Gen.Elements(Enum.GetValues<PracticeStatus>())
        from mark in Gen.Elements(Enum.GetValues<Mark>())
        select Practice("", title, "Done.", [.. places]) with
        {
            Areas = areas.ToEquatableList(),
            Sectors = sectors.ToEquatableList(),
            FromYear = year < 2005 ? null : year,
            Status = status,
            Citation = Citation.None with { Mark = mark },
        };

    // Most parts of a query are not asked most of the time, or no random practice would answer.
    private static Gen<string?> Maybe(params string[] choices) =>
        Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(choices)));

    private static Alliance AllianceOf(string id, params Membership[] members) =>
        new(id, new LocalText(id)) { Citation = Citation.None, Members = members.ToEquatableList() };

    private static Membership Member(string place, MemberRole role) => new(place, role) { Citation = Citation.None };
}
