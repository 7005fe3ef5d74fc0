// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>Every doubt about a target's numbers, one method each.</summary>
internal static class TargetDiagnostics
{
    public static Diagnostic UnitsDiffer(TargetVersion version, Unit stated, Unit inventory) =>
        Warning(
            "LS3101",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("stated", stated),
            ("inventory", inventory)
        );

    public static Diagnostic BaseLevelDiffers(TargetVersion version, int year, Quantity stated, Quantity inventoried) =>
        Warning(
            "LS3102",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("year", year),
            ("stated", stated),
            ("inventoried", inventoried)
        );

    public static Diagnostic MilestoneOpen(string id, int year, Place place, int? baseYear) =>
        Warning(
            "LS3103",
            place,
            id,
            ("milestone", id),
            ("year", year),
            ("base", baseYear is { } b ? b : Message.Of("not-stated"))
        );

    public static Diagnostic BasisOpen(Stop stop, Message because) => NotInMass("LS3110", stop, because);

    public static Diagnostic ActivityOpen(Stop stop, bool isGdp, Message because) =>
        NotInMass(isGdp ? "LS3111" : "LS3112", stop, because);

    public static Diagnostic Nominal(Stop stop, Message because) => NotInMass("LS3113", stop, because);

    public static Diagnostic PricesDiffer(Stop stop, Message because) => NotInMass("LS3114", stop, because);

    public static Diagnostic BaseIntensityOpen(Stop stop, Message because) => NotInMass("LS3115", stop, because);

    public static Diagnostic BaselineOpen(Stop stop, Message because) => NotInMass("LS3116", stop, because);

    public static Diagnostic ConditionalWeaker(Stop stop, Quantity unconditional, Quantity conditional) =>
        Warning(
            "LS3117",
            stop.Place,
            stop.Id,
            ("milestone", stop.Id),
            ("year", stop.Year),
            ("unconditional", unconditional),
            ("conditional", conditional)
        );

    public static Diagnostic AccountDiffers(TargetVersion version, Message account, Message counted) =>
        Warning(
            "LS3118",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("account", account),
            ("counted", counted)
        );

    public static Diagnostic BudgetGaps(TargetVersion version, CumulativeBudget budget, EquatableList<int> years) =>
        Warning(
            "LS3119",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("from", budget.FromYear),
            ("to", budget.ToYear),
            ("years", years)
        );

    public static Diagnostic BalanceOpen(TargetVersion version, int year, Quantity left, Message credits) =>
        Warning(
            "LS3120",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("year", year),
            ("left", left),
            ("credits", credits)
        );

    public static Diagnostic CreditsTooFew(TargetVersion version, int year, Quantity left, Quantity most) =>
        Warning(
            "LS3121",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("year", year),
            ("left", left),
            ("most", most)
        );

    private static Diagnostic NotInMass(string id, Stop stop, Message because) =>
        Warning(id, stop.Place, stop.Id, ("milestone", stop.Id), ("year", stop.Year), ("because", because));

    public static Diagnostic GasesWider(TargetVersion version, IEnumerable<string> counted) =>
        Warning(
            "LS3122",
            version.Place,
            version.Id,
            ("gases", version.Scope.Gases!),
            ("counted", counted.ToEquatableList())
        );

    private static Diagnostic Warning(
        string id,
        Place place,
        string text,
        params ReadOnlySpan<(string, object)> values
    ) =>
        new(id, Severity.Warning, place, Message.Of($"{id}.reason", values), Message.Of($"{id}.fix", values))
        {
            Text = text,
        };
}
