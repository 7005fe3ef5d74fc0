// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Alliances;

/// <summary>A member with all it is to the alliance.</summary>
/// <param name="Place">Null for a code that the gazetteer does not know.</param>
/// <param name="Memberships">Earliest first.</param>
public sealed record AllianceMember(
    PlaceFacts Facts,
    Jurisdiction? Place,
    PlanSummary? Plan,
    IReadOnlyList<Membership> Memberships
)
{
    /// <summary>Founders first, then by name.</summary>
    public bool IsFounder => Memberships.Any(m => m.Role == MemberRole.Founder);

    /// <summary>True for one that adds to the whole: a candidate or an observer does not.</summary>
    public bool Counts => Memberships.Any(m => m.Counts);
}

/// <summary>How a finding came out across members: their codes by verdict.</summary>
public sealed record FindingCount(string Id, ILookup<Verdict, string> Members);

/// <summary>How far an area has come across members, as they claim it: how many actions stand at each status.</summary>
public sealed record AreaCount(FrameworkArea Area, IReadOnlyDictionary<ActionStatus, int> Claims, int Stating);

/// <summary>Everything an alliance's page and its answers are made of, on one day.</summary>
public sealed record AllianceView(Alliance Alliance, DateOnly On, IReadOnlyList<AllianceMember> Members)
{
    /// <summary>As many rows of members stand in a table, unless all are asked for.</summary>
    public const int MostRows = 40;

    /// <summary>As many names stand in a list.</summary>
    public const int MostNames = 20;

    /// <summary>As many countries are held against their cities.</summary>
    public const int MostCountries = 6;

    /// <summary>Those that add to the whole.</summary>
    public IReadOnlyList<AllianceMember> Counting => [.. Members.Where(m => m.Counts)];

    /// <summary>True to show every member, however long that makes the page.</summary>
    public bool All { get; init; }

    public required WholeTotals Totals { get; init; }
    public required WholePromises Promises { get; init; }

    /// <summary>The paths in the unit that the totals are drawn in; those of <see cref="Promises"/> where that is theirs.</summary>
    public required WholePromises Drawn { get; init; }
    public required AllianceBudget Budget { get; init; }
    public required IReadOnlyList<CitiesInCountry> Cities { get; init; }
    public required Differences Differences { get; init; }
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];
    public IReadOnlyList<AreaCount> Areas { get; init; } = [];
    public IReadOnlyList<GoodPractice> Practices { get; init; } = [];

    /// <summary>Members on another day than today's are shown with what is known today.</summary>
    internal static AllianceView Of(PlaceCatalog catalog, Alliance alliance, DateOnly on)
    {
        var directory = new MemberDirectory(catalog);
        var members = MembersOf(directory, alliance, on);
        var counting = members.Where(m => m.Counts).ToList();
        var facts = counting.ConvertAll(m => m.Facts);
        var totals = AllianceTotals.Of(facts, directory.Hierarchy);
        var promises = AlliancePromises.Of(totals, directory.Hierarchy);
        return new AllianceView(alliance, on, members)
        {
            Totals = totals,
            Promises = promises,
            Drawn =
                totals.Main is { } main && main.Gas != promises.Gas
                    ? AlliancePromises.Of(totals, directory.Hierarchy, main.Gas)
                    : promises,
            Budget = AllianceBudget.Of(facts, directory.Hierarchy, catalog.Day),
            Cities = CitiesOf(directory, facts),
            Differences = Differences.Of(totals),
            Findings = FindingsOf(counting),
            Areas = AreasOf(catalog, counting),
            Practices = PracticesOf(catalog, directory, counting),
        };
    }

    internal static IReadOnlyList<AllianceMember> MembersOf(
        MemberDirectory directory,
        Alliance alliance,
        DateOnly on
    ) =>
        [
            .. alliance
                .MembersOn(on)
                .Select(m => (Membership: m, Facts: directory.Of(m.Place)))
                .GroupBy(m => m.Facts.Code)
                .Select(g => new AllianceMember(
                    g.First().Facts,
                    directory.Find(g.Key),
                    directory.PlanOf(g.Key),
                    [.. g.Select(m => m.Membership).OrderBy(m => m.From?.Last ?? DateOnly.MinValue)]
                ))
                .OrderByDescending(m => m.IsFounder)
                .ThenBy(m => m.Facts.Name.Text, StringComparer.InvariantCultureIgnoreCase),
        ];

    /// <summary>Of each country with a plan: its member cities, whether or not it is a member itself.</summary>
    private static List<CitiesInCountry> CitiesOf(MemberDirectory directory, List<PlaceFacts> members) =>
        [
            .. members
                .Where(m => m.Kind != JurisdictionKind.Country && m.Node.Alpha2 is not null)
                .GroupBy(m => m.Node.Alpha2!)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => CitiesInCountry.Of(directory.Of(g.Key), g, directory.Hierarchy))
                .OfType<CitiesInCountry>(),
        ];

    private static List<FindingCount> FindingsOf(IReadOnlyList<AllianceMember> members)
    {
        var rows = members
            .Where(m => m.Plan is not null)
            .SelectMany(m => m.Plan!.Findings.Select(f => (m.Facts.Code, f.Id, f.Verdict)))
            .ToLookup(r => r.Id);
        return
        [
            .. FindingTable
                .All.Where(f => rows.Contains(f.Id))
                .Select(f => new FindingCount(f.Id, rows[f.Id].ToLookup(r => r.Verdict, r => r.Code))),
        ];
    }

    private static List<AreaCount> AreasOf(PlaceCatalog catalog, IReadOnlyList<AllianceMember> members)
    {
        if (catalog.Library.MainFramework is not { } framework)
        {
            return [];
        }

        var claims = members
            .Where(m => m.Plan is not null)
            .Select(m =>
                m.Plan!.Claims.Where(c => c.Framework.Split('@')[0] == framework.Id)
                    .DistinctBy(c => c.Action)
                    .ToDictionary(c => c.Action, c => c.Status)
            )
            .ToList();
        return
        [
            .. framework.Areas.Select(area =>
            {
                var stated = area
                    .Actions.SelectMany(a => claims.Select(c => c.GetValueOrDefault(a.Id)))
                    .GroupBy(s => s)
                    .ToDictionary(g => g.Key, g => g.Count());
                var stating = claims.Count(c =>
                    area.Actions.Any(a => c.GetValueOrDefault(a.Id) != ActionStatus.NotStated)
                );
                return new AreaCount(area, stated, stating);
            }),
        ];
    }

    private static List<GoodPractice> PracticesOf(
        PlaceCatalog catalog,
        MemberDirectory directory,
        IReadOnlyList<AllianceMember> members
    )
    {
        var codes = members.Select(m => m.Facts.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. catalog.Library.Practices.Where(p => p.Places.Any(place => codes.Contains(directory.Of(place).Code))),
        ];
    }
}
