// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.NetZeroTracker;

/// <summary>Scope, credits and quality statements of a row: of the place's target as a whole, end and interim alike.</summary>
internal static class NztTerms
{
    private const string NoConditions = "No conditions specified";

    public static TargetScope Scope(NztRow row, NztWords words)
    {
        var (air, sea) = (words.Answer("international_aviation"), words.Answer("international_shipping"));
        return new TargetScope
        {
            Gases = words.Gases("gasses_coverage"),
            Scopes = Scopes(words),
            InternationalAviation = air,
            InternationalShipping = sea,
            InternationalTransport = Both(air, sea),
            TerritorialEmissions = words.Answer("territorial_emissions"),
            ConsumptionEmissions = words.Answer("consumption_emissions"),
            Credits = words.Answer("carbon_credit_offsets"),
            SeparateRemovals = words.Answer("removals_targets"),
        };
    }

    public static CreditTerms Credits(NztRow row, NztWords words, DiagnosticBag faults)
    {
        const string Column = "max_emission_offset";
        var most = row.Number(Column);
        if (most is < 0 or > 100)
        {
            faults.Add(ImportFaults.NztNoShare(row.PlaceOf(Column), row.Text(Column)));
            most = null;
        }

        return new CreditTerms
        {
            MaximumShare = most is { } percent ? (double)((decimal)percent / 100) : null,
            Conditions = (words.Items("carbon_credit_conditions") ?? EquatableList<string>.Empty)
                .Where(c => !c.Equals(NoConditions, StringComparison.OrdinalIgnoreCase))
                .ToEquatableList(),
        };
    }

    public static TargetStatements Statements(NztWords words) =>
        new()
        {
            Plan = words.Answer("has_plan"),
            Reporting = words.ReportingOf("reporting_mechanism"),
            Equity = words.Answer("equity"),
            Accountability = words.Answer("accountability"),
            HistoricalEmissions = words.Answer("historical_emissions"),
            Removals = words.RemovalsOf("cdr"),
            PlanContents = words.Items("plan_options"),
        };

    private static EquatableList<int>? Scopes(NztWords words)
    {
        var covered = Enumerable
            .Range(1, 3)
            .Where(n =>
                words.Answer(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"scope_{n}"))
                    is Stated.Yes
                        or Stated.Partly
            )
            .ToEquatableList();
        return covered.Count == 0 ? null : covered;
    }

    /// <summary>What is said of both together: one of the two counted is part of international transport.</summary>
    private static Stated Both(Stated air, Stated sea) =>
        air == sea ? air
        : air is Stated.Yes or Stated.Partly || sea is Stated.Yes or Stated.Partly ? Stated.Partly
        : Stated.NotStated;
}
