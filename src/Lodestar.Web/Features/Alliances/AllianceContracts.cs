// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Alliances;

/// <summary>An alliance in a list.</summary>
/// <param name="Members">On the day of the answer.</param>
/// <param name="Plans">How many of them have a plan here.</param>
public sealed record AllianceHitContract(
    string Id,
    string Name,
    string? ShortName,
    string? About,
    string? Founded,
    int Members,
    int Plans,
    string Href
)
{
    internal static AllianceHitContract From(AllianceCard card, MessageCatalog texts) =>
        new(
            card.Alliance.Id,
            card.Alliance.Name.In(texts.Language),
            card.Alliance.ShortName,
            card.Alliance.About?.In(texts.Language),
            card.Alliance.Founded?.Text,
            card.Members,
            card.Plans,
            $"/alliances/{card.Alliance.Id}"
        );
}

/// <summary>A membership on the day of the answer.</summary>
/// <param name="Since">A day, month or year as stated; null where nobody says.</param>
/// <param name="ByThen">True when the place is known to be a member by <paramref name="Since"/>, and not since when.</param>
public sealed record MembershipContract(MemberRole Role, string? Since, bool ByThen, string? Until, Mark Mark)
{
    internal static MembershipContract From(Membership member) =>
        new(member.Role, member.From?.Text, member.ByThen, member.To?.Text, member.Citation.Mark);
}

/// <summary>A member.</summary>
/// <param name="Place">Alpha-2 code of a country, else an id of a place.</param>
/// <param name="Plan">Id of its plan here; null when there is none.</param>
public sealed record AllianceMemberContract(
    string Place,
    string Name,
    string? Plan,
    Verdict? Holds,
    IReadOnlyList<MembershipContract> Memberships
)
{
    internal static AllianceMemberContract From(AllianceMember member, MessageCatalog texts) =>
        new(
            member.Facts.Code,
            member.Facts.Name.In(texts.Language),
            member.Plan?.PlanId,
            member.Plan?.Holds,
            [.. member.Memberships.Select(MembershipContract.From)]
        );
}

/// <summary>An alliance on a day. Findings hold members' codes by verdict; areas hold how many actions stand at each status.</summary>
public sealed record AllianceContract(
    AllianceHitContract Alliance,
    DateOnly On,
    IReadOnlyList<AllianceMemberContract> Members,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Findings,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Areas,
    IReadOnlyList<string> Practices
)
{
    internal static AllianceContract From(AllianceView view, AllianceCard card, MessageCatalog texts) =>
        new(
            AllianceHitContract.From(card, texts),
            view.On,
            [.. view.Members.Select(m => AllianceMemberContract.From(m, texts))],
            view.Findings.ToDictionary(
                f => f.Id,
                f =>
                    (IReadOnlyDictionary<string, IReadOnlyList<string>>)
                        f.Members.ToDictionary(g => Verdicts.Word(g.Key), g => (IReadOnlyList<string>)[.. g])
            ),
            view.Areas.ToDictionary(
                a => a.Area.Id,
                a =>
                    (IReadOnlyDictionary<string, int>)
                        a.Claims.OrderBy(c => c.Key).ToDictionary(c => StatusWord(c.Key), c => c.Value)
            ),
            [.. view.Practices.Select(p => p.Id)]
        );

    private static string StatusWord(Planning.Framework.ActionStatus status) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());
}

/// <summary>A place that is missing in a year.</summary>
/// <param name="AtMost">What it adds to the upper end, in tonnes; null when nothing is known of it.</param>
public sealed record MissingContract(string Place, MissingReason Reason, double? AtMost)
{
    internal static MissingContract From(MissingPlace missing) => new(missing.Code, missing.Reason, missing.AtMost);
}

/// <summary>A year of a sum, in tonnes.</summary>
/// <param name="Counted">The sum of what is known; null when nothing is.</param>
/// <param name="High">Null when the sum is open upward.</param>
/// <param name="ShareOfWorld">Of the world's CO2, land use included; null for other gases and years.</param>
public sealed record WholeYearContract(
    int Year,
    double? Counted,
    double Low,
    double? High,
    int Places,
    IReadOnlyList<MissingContract> Missing,
    double? ShareOfWorld
)
{
    internal static WholeYearContract From(WholeYear year, string gas) =>
        new(
            year.Year,
            year.Counted,
            year.Low,
            year.High,
            year.Places,
            [.. year.Missing.Select(MissingContract.From)],
            WorldShare.Of(gas, year)?.Counted
        );
}

/// <summary>A gas: CO2 in t CO2, all others in t CO2e of the set.</summary>
public sealed record WholeGasContract(string Gas, string Unit, IReadOnlyList<WholeYearContract> Years)
{
    internal static WholeGasContract From(WholeGas gas) =>
        new(gas.Gas, TotalsCsv.UnitOf(gas.Gas), [.. gas.Years.Select(y => WholeYearContract.From(y, gas.Gas))]);
}

/// <summary>Places that state the same of how they count; a value of null is "not stated".</summary>
public sealed record SameContract(string? Value, IReadOnlyList<string> Places)
{
    internal static IReadOnlyList<SameContract> From(IEnumerable<SameStatement<string>> groups) =>
        [.. groups.Select(g => new SameContract(g.Value, g.Places))];
}

/// <summary>What is emitted inside places (scope 1), each tonne once.</summary>
/// <param name="Inside">Places that lie wholly inside others of them and add nothing.</param>
public sealed record TotalsContract(
    IReadOnlyList<string> Places,
    IReadOnlyList<string> Inside,
    string? GwpSet,
    IReadOnlyList<WholeGasContract> Gases,
    IReadOnlyList<SameContract> Boundaries,
    IReadOnlyList<SameContract> GasesCounted,
    IReadOnlyList<SameContract> GwpSets,
    IReadOnlyList<SameContract> BaseYears,
    IReadOnlyList<SameContract> LastYears
)
{
    internal static TotalsContract From(WholeTotals totals)
    {
        var differ = Differences.Of(totals);
        return new(
            [.. totals.Places.Select(p => p.Code)],
            totals.Inside,
            totals.GwpSet,
            [.. totals.Gases.Select(WholeGasContract.From)],
            SameContract.From(differ.Boundaries),
            SameContract.From(differ.Gases),
            SameContract.From(differ.GwpSets),
            SameContract.From(differ.BaseYears),
            SameContract.From(differ.LastYears)
        );
    }
}

/// <summary>The whole at a year of the ladder.</summary>
/// <param name="Cut">Against the common year: 0.4 is 40 % less.</param>
public sealed record WholeMilestoneContract(WholeYearContract Level, double? Cut, int Places);

public sealed record ZeroYearContract(int Year, IReadOnlyList<string> Places, double? Share, double? UpToHere);

/// <summary>One likelihood of a world budget, in t CO2.</summary>
/// <param name="WorldLeft">0 when it is spent.</param>
public sealed record WholeBudgetCaseContract(
    double Likelihood,
    double WorldLeft,
    IReadOnlyDictionary<string, double> Shares,
    Verdict Verdict
);

/// <summary>CO2 of the paths from a date on, against fair shares by method.</summary>
public sealed record WholeBudgetContract(
    DateOnly Date,
    double Limit,
    double Path,
    IReadOnlyList<string> Places,
    IReadOnlyDictionary<string, BudgetGap> LeftOut,
    IReadOnlyList<WholeBudgetCaseContract> Cases
)
{
    internal static WholeBudgetContract From(AllianceBudget budget) =>
        new(
            budget.Date,
            budget.Limit,
            budget.Path.Tonnes,
            budget.Places,
            budget.LeftOut.ToDictionary(l => l.Code, l => l.Gap),
            [
                .. budget.Cases.Select(c => new WholeBudgetCaseContract(
                    c.World.Budget.Likelihood,
                    c.World.Left.Tonnes,
                    c.Shares.ToDictionary(s => ShareMethods.Word(s.Method), s => s.Share.Tonnes),
                    c.Verdict(budget.Path)
                )),
            ]
        );
}

public sealed record CityFitContract(
    int Year,
    double CitiesCut,
    double CountryCut,
    bool Fits,
    double? Share,
    double? RestMust
);

/// <summary>Member cities of a country against its own path.</summary>
public sealed record CitiesContract(
    string Country,
    int Today,
    double? ShareToday,
    IReadOnlyList<string> Cities,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<CityFitContract> Milestones
)
{
    internal static CitiesContract From(CitiesInCountry fit) =>
        new(
            fit.Country,
            fit.Today,
            fit.ShareToday,
            fit.Cities,
            fit.LeftOut,
            [
                .. fit.Milestones.Select(m => new CityFitContract(
                    m.Year,
                    m.CitiesCut,
                    m.CountryCut,
                    m.Fits,
                    m.Share,
                    m.RestMust
                )),
            ]
        );
}

/// <summary>What members promised, added up, in tonnes of <paramref name="Gas"/>.</summary>
public sealed record PromisesContract(
    string Gas,
    string? GwpSet,
    int? CommonYear,
    double? CommonLevel,
    IReadOnlyList<WholeYearContract> Path,
    IReadOnlyList<WholeMilestoneContract> Milestones,
    IReadOnlyList<ZeroYearContract> ZeroYears,
    IReadOnlyList<string> WithoutZeroYear,
    WholeBudgetContract Budget,
    IReadOnlyList<CitiesContract> Cities
)
{
    internal static PromisesContract From(AllianceView view)
    {
        var promises = view.Promises;
        WholeYearContract Year(WholeYear year) =>
            WholeYearContract.From(year, promises.Gas) with
            {
                ShareOfWorld = null,
            };
        return new(
            promises.Gas,
            promises.GwpSet,
            promises.CommonYear,
            promises.CommonLevel,
            [.. promises.Path.Select(Year)],
            [.. promises.Milestones.Select(m => new WholeMilestoneContract(Year(m.Level), m.Cut, m.Places))],
            [.. promises.ZeroYears.Select(z => new ZeroYearContract(z.Year, z.Places, z.Share, z.UpToHere))],
            promises.WithoutZeroYear,
            WholeBudgetContract.From(view.Budget),
            [.. view.Cities.Select(CitiesContract.From)]
        );
    }
}
