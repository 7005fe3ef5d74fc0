// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Adoption;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Peers;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Storage.Index;

/// <summary>Works out a plan's index row from its files, the library and a date, and from nothing else.</summary>
internal static class PlanSummaries
{
    private static readonly Unit SquareKilometre = Unit.Parse("km2");

    public static PlanSummary Of(
        string planId,
        string revisionId,
        PlanFiles files,
        SharedLibrary library,
        DateOnly date
    )
    {
        try
        {
            var reading = PlanReader.Read(files, library);
            return Of(planId, revisionId, reading, Assessor.Assess(reading.Plan, date, reading.Outlook));
        }
        // Whatever goes wrong here, what a person wrote must be saved; the row then says that something did.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return new PlanSummary(planId, planId, revisionId) { AsOf = date, Errors = 1 };
        }
    }

    private static PlanSummary Of(string planId, string revisionId, PlanReading reading, PlanAssessment assessment)
    {
        var plan = reading.Plan;
        var totals = assessment.Totals;
        var toTonnes = totals is null ? null : FactorToTonnes(totals.Unit);
        var year = totals?.LastYear;
        var perPerson = totals?.PerPerson.ToDictionary(p => p.Year, p => Finite(p.Total.Amount));
        var inventory = plan.Inventories.FirstOrDefault(i => i.Id == totals?.InventoryId);
        var source = plan.FindSource(inventory?.Source);
        var baseYear = assessment.Target?.BaseYear ?? plan.BaseYear;
        var people = LastPopulation(plan);
        return new PlanSummary(planId, plan.Name.Length > 0 ? plan.Name : planId, revisionId)
        {
            Country = plan.Country,
            Kind = KindOf(plan.Kind),
            Alpha2 = CountryOf(plan)?.Alpha2,
            Names = plan
                .Names.OrderBy(n => n.Key, StringComparer.Ordinal)
                .Select(n => new LocalName(n.Key, n.Value))
                .ToEquatableList(),
            Codes = plan
                .Codes.OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new PlaceCode(c.Key, c.Value))
                .ToEquatableList(),
            Parents = plan.Parents,
            Population = people?.People,
            PopulationYear = people?.Year,
            AreaKm2 =
                plan.Area is { } area && area.Unit.TryFactorTo(SquareKilometre, out var toKm2)
                    ? Finite(area.Value * toKm2)
                    : null,
            Latitude = Finite(plan.Coordinates?.Latitude),
            Longitude = Finite(plan.Coordinates?.Longitude),
            InventoryYear = year,
            Tonnes = year is { } y ? Finite(totals![y].Amount * toTonnes) : null,
            Gas = totals is null || toTonnes is null ? null : GasOf(totals.Unit),
            TonnesPerPerson = year is { } last ? perPerson?.GetValueOrDefault(last) : null,
            Boundary = totals?.Boundary,
            Gases = inventory?.Gases ?? EquatableList<string>.Empty,
            GwpSet =
                totals is not null && totals.Unit.Dimension.IsCO2eMass(out var set) ? (set ?? plan.GwpSet).Id : null,
            Publisher = inventory?.Publisher ?? source?.Publisher,
            SourceTitle = source is null
                ? null
                : string.Join(", ", new[] { source.Title, source.Edition }.Where(t => !string.IsNullOrEmpty(t))),
            BaseYear = baseYear,
            BaseTonnes = baseYear is { } b ? Finite(totals?.ComparableAmount(b) * toTonnes) : null,
            HasTarget = plan.Targets.Count > 0,
            NetZeroYear = assessment.Target?.NetZeroYear,
            Holds = assessment.Holds,
            Errors = Count(reading, assessment, Severity.Error),
            Warnings = Count(reading, assessment, Severity.Warning),
            AsOf = assessment.Date,
            ScopeOne = ScopeOne.Of(plan, inventory ?? plan.Inventories.FirstOrDefault()),
            Path = ByYear(Promised(assessment).Select(p => (p.Year, p.Amount * toTonnes, (double?)null))),
            Facts = PeerFactsReading.Of(plan, assessment),
            Claims = plan
                .Frameworks.SelectMany(f => f.Actions.Select(a => new ClaimRow(f.Framework, a.Action, a.Status)))
                .ToEquatableList(),
            Findings = assessment.Findings.Select(f => new FindingRow(f.Id, f.Verdict)).ToEquatableList(),
            Asks = plan.Asks.Select(a => AskOf(plan, a)).ToEquatableList(),
            Adopted = AdoptedOf(reading).ToEquatableList(),
            Years = ByYear(
                totals?.Years.Select(t => (t.Year, t.Total.Amount * toTonnes, perPerson!.GetValueOrDefault(t.Year)))
                    ?? []
            ),
            Milestones = ByYear(assessment.Milestones.Select(m => (m.Year, m.Amount * toTonnes, (double?)null))),
        };
    }

    /// <summary>
    /// What is promised, as a line: the published yearly path; else from the last inventory through the milestones ahead to
    /// the zero year.
    /// </summary>
    private static IEnumerable<YearAmount> Promised(PlanAssessment assessment)
    {
        if (assessment.Path is { Derived: false } published)
        {
            return published.Points;
        }

        var ahead = assessment.Pace is { Last: var from }
            ? assessment
                .Milestones.Where(m => m.Year > from.Year && m.Year >= assessment.Date.Year)
                .Select(m => new YearAmount(m.Year, m.Amount))
                .ToList()
            : [];
        return ahead.Count > 0 ? ahead.Prepend(assessment.Pace!.Last) : [];
    }

    private static AskRow AskOf(Plan plan, Ask ask) =>
        new(ask.Id, ask.Title)
        {
            Addressee = ask.Addressee,
            Level = ask.AddresseeLevel,
            AddresseePlace = ask.AddresseePlace,
            Instrument = ask.Instrument,
            Status = ask.Status,
            Measures = ask.Measures,
            Sectors = ask.Sectors,
            Allies = ask.Allies,
            Unlocks = UnlockedCuts.Tonnes(plan, ask).Select(u => new YearTonnes(u.Year, u.Tonnes)).ToEquatableList(),
            Kind = ask.Kind,
        };

    /// <summary>A measure that was taken over twice begins when the first does.</summary>
    private static IEnumerable<AdoptedRow> AdoptedOf(PlanReading reading) =>
        reading
            .Plan.Measures.Where(m => m.AdoptedFrom is not null)
            .GroupBy(m => (m.AdoptedFrom!.Measure, m.AdoptedFrom.Practice))
            .Select(g => new AdoptedRow(
                g.Key.Measure,
                g.Key.Practice,
                g.Min(m => AdoptedMeasure.BeginOf(m, reading.Model))
            ));

    private static int Count(PlanReading reading, PlanAssessment assessment, Severity severity) =>
        reading.Diagnostics.Count(d => d.Severity == severity) + assessment.Doubts.Count(d => d.Severity == severity);

    private static EquatableList<YearTonnes> ByYear(IEnumerable<(int Year, double? Tonnes, double? PerPerson)> years) =>
        years
            .Where(y => Finite(y.Tonnes) is not null)
            .GroupBy(y => y.Year)
            .OrderBy(g => g.Key)
            .Select(g => new YearTonnes(g.Key, g.Last().Tonnes!.Value, g.Last().PerPerson))
            .ToEquatableList();

    private static Country? CountryOf(Plan plan) =>
        Countries.Find(plan.Country)
        ?? (plan.Codes.TryGetValue("iso3166-1", out var code) ? Countries.Find(code) : null)
        ?? Countries.FindByName(plan.Country);

    private static (double People, int Year)? LastPopulation(Plan plan) =>
        plan.Population is { LastNumberYear: { } year } population
        && population[year].TryGetNumber(out var people)
        && Finite(people * population.Unit.Scale) is { } number
            ? (number, year)
            : null;

    // Databases disagree about what is not a number; the index holds none.
    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    private static double? FactorToTonnes(Unit unit) =>
        unit.Dimension.IsCO2eMass(out var set) ? Factor(unit, set is null ? "t CO2e" : $"t CO2e_{set.Id}")
        : unit.Dimension.TryGetGasMass(out var gas) ? Factor(unit, $"t {gas.Id}")
        : null;

    private static double? Factor(Unit unit, string tonnes) =>
        Unit.Read(tonnes).Unit is { } to && unit.TryFactorTo(to, out var factor) ? factor : null;

    private static string? GasOf(Unit unit) =>
        unit.Dimension.IsCO2eMass(out _) ? "CO2e"
        : unit.Dimension.TryGetGasMass(out var gas) ? gas.Id
        : null;

    /// <summary>As plan.yaml spells it.</summary>
    private static string? KindOf(JurisdictionKind kind) =>
        kind switch
        {
            JurisdictionKind.City => "city",
            JurisdictionKind.Region => "region",
            JurisdictionKind.Country => "country",
            JurisdictionKind.CombinedAuthority => "combined-authority",
            _ => null,
        };
}
