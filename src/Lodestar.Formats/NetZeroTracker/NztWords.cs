// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.NetZeroTracker;

/// <summary>What kind of goal the tracker's wording names.</summary>
internal enum NztGoal
{
    None,

    /// <summary>Net zero in any of its wordings, with a year.</summary>
    Zero,
    Cut,
    BelowBaseline,
    Intensity,
    Absolute,

    /// <summary>A goal that the tracker's fields do not put into numbers.</summary>
    Other,
}

/// <summary>The tracker's fixed wordings and what they mean here. "Not Specified" and blank are both not stated.</summary>
internal sealed class NztWords(NztRow row, DiagnosticBag faults)
{
    private static readonly Dictionary<string, NztGoal> Goals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["No target"] = NztGoal.None,
        ["Net zero"] = NztGoal.Zero,
        ["Climate neutral"] = NztGoal.Zero,
        ["Carbon neutral(ity)"] = NztGoal.Zero,
        ["GHG neutral(ity)"] = NztGoal.Zero,
        ["Zero carbon"] = NztGoal.Zero,
        ["Zero emissions"] = NztGoal.Zero,
        ["Climate positive"] = NztGoal.Zero,
        ["Emissions reduction target"] = NztGoal.Cut,
        ["Reduction v. BAU"] = NztGoal.BelowBaseline,
        ["Emissions intensity target"] = NztGoal.Intensity,
        ["Absolute emissions target"] = NztGoal.Absolute,
        ["1.5°C target"] = NztGoal.Other,
        ["Other"] = NztGoal.Other,
    };

    private static readonly Dictionary<string, LegalForm> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Proposed / in discussion"] = LegalForm.Proposed,
        ["Declaration / pledge"] = LegalForm.Pledge,
        ["In policy document"] = LegalForm.PolicyDocument,
        ["In law"] = LegalForm.Law,
        ["Achieved (self-declared)"] = LegalForm.Achieved,
        ["Achieved (externally validated)"] = LegalForm.AchievedValidated,
    };

    private static readonly Dictionary<string, Reporting> Reports = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Annual reporting"] = Reporting.Annual,
        ["Less than annual reporting"] = Reporting.LessThanAnnual,
        ["No reporting mechanism"] = Reporting.None,
    };

    private static readonly Dictionary<string, RemovalKind> Removals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["No"] = RemovalKind.None,
        ["Yes (unspecified)"] = RemovalKind.Unspecified,
        ["Yes (nature-based removals e.g. Forestation, soil carbon enhancement)"] = RemovalKind.Nature,
        ["Yes (CCS-based removals e.g. BECCS, DACCS)"] = RemovalKind.Storage,
        ["Yes (nature-based and CCS-based removals)"] = RemovalKind.NatureAndStorage,
    };

    private static readonly Dictionary<string, Stated> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Yes"] = Stated.Yes,
        ["Partial"] = Stated.Partly,
        ["Partly"] = Stated.Partly,
        ["No"] = Stated.No,
    };

    private static readonly Dictionary<string, EquatableList<string>?> GasWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Carbon dioxide only"] = EquatableList.Of("CO2"),

        // The other gases are not named, so that nothing narrower than the mixture can be said.
        ["Carbon dioxide and other GHGs"] = EquatableList.Of("CO2e"),
    };

    public static JurisdictionKind KindOf(string actor) =>
        actor switch
        {
            "Country" => JurisdictionKind.Country,
            "Region" => JurisdictionKind.Region,
            "City" => JurisdictionKind.City,
            _ => JurisdictionKind.NotStated,
        };

    public NztGoal Goal(string column) => Find(column, Goals, NztGoal.Other);

    public LegalForm Form(string column) => Find(column, Forms);

    public Reporting ReportingOf(string column) => Find(column, Reports);

    public RemovalKind RemovalsOf(string column) => Find(column, Removals);

    public Stated Answer(string column) => Find(column, Answers);

    public EquatableList<string>? Gases(string column) => Find(column, GasWords);

    /// <summary>Items that the tracker separates by bars; null when the cell is blank.</summary>
    public EquatableList<string>? Items(string column) =>
        row.Text(column) is { Length: > 0 } text
            ? text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToEquatableList()
            : null;

    private T? Find<T>(string column, Dictionary<string, T> words, T? unknown = default)
    {
        var text = row.Text(column);
        if (text.Length == 0 || text.Equals("Not Specified", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        if (words.TryGetValue(text, out var meaning))
        {
            return meaning;
        }

        faults.Add(ImportFaults.NztUnknownWord(row.PlaceOf(column), column, text, words.Keys));
        return unknown;
    }
}
