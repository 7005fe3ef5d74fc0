// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Storage.Index;

/// <summary>Works out a plan's index row from its files and a date, and from nothing else.</summary>
internal static class PlanSummaries
{
    public static PlanSummary Of(string planId, string revisionId, PlanFiles files, DateOnly date)
    {
        try
        {
            var reading = PlanReader.Read(files);
            return Of(planId, revisionId, reading, Assessor.Assess(reading.Plan, date));
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
        return new PlanSummary(planId, plan.Name.Length > 0 ? plan.Name : planId, revisionId)
        {
            Country = plan.Country,
            Kind = KindOf(plan.Kind),
            InventoryYear = year,
            Tonnes = year is { } y ? Finite(totals![y].Amount * toTonnes) : null,
            Gas = totals is null || toTonnes is null ? null : GasOf(totals.Unit),
            TonnesPerPerson = Finite(totals?.PerPerson.FirstOrDefault(p => p.Year == year).Total.Amount),
            NetZeroYear = assessment.Target?.NetZeroYear,
            Holds = assessment.Holds,
            Errors = Count(reading, assessment, Severity.Error),
            Warnings = Count(reading, assessment, Severity.Warning),
            AsOf = assessment.Date,
            Years = ByYear(totals?.Years.Select(t => (t.Year, t.Total.Amount * toTonnes)) ?? []),
            Milestones = ByYear(assessment.Milestones.Select(m => (m.Year, m.Amount * toTonnes))),
        };
    }

    private static int Count(PlanReading reading, PlanAssessment assessment, Severity severity) =>
        reading.Diagnostics.Count(d => d.Severity == severity) + assessment.Doubts.Count(d => d.Severity == severity);

    private static EquatableList<YearTonnes> ByYear(IEnumerable<(int Year, double? Tonnes)> years) =>
        years
            .Where(y => Finite(y.Tonnes) is not null)
            .GroupBy(y => y.Year)
            .OrderBy(g => g.Key)
            .Select(g => new YearTonnes(g.Key, g.Last().Tonnes!.Value))
            .ToEquatableList();

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
