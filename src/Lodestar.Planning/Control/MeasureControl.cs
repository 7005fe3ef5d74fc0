// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Control;

/// <summary>Who can decide a measure, seen from the place whose plan it stands in.</summary>
public enum ControlVerdict
{
    NotStated = 0,
    Own,
    Shared,
    Others,
}

/// <summary>Somebody else who decides on a measure.</summary>
/// <param name="Name">As the plan names them; null when it gives the level alone.</param>
public sealed record ControlHolder(ControlLevel Level, string? Name);

/// <summary>A power that a measure needs, with who holds it.</summary>
/// <param name="Held">What the plan states of the power; null when it states nothing.</param>
/// <param name="Library">The library's row of it; null when the library has none.</param>
public sealed record PowerNeed(PowerRequirement Requirement, HeldPower? Held, Power? Library)
{
    /// <summary>How far the need is met by the place: wholly also where it holds a part and a part is enough.</summary>
    public ControlVerdict Verdict =>
        Held?.Held switch
        {
            Stated.Yes => ControlVerdict.Own,
            Stated.Partly => Requirement.Whole ? ControlVerdict.Shared : ControlVerdict.Own,
            Stated.No => ControlVerdict.Others,
            _ => ControlVerdict.NotStated,
        };
}

/// <summary>
/// Who controls a measure (docs/control.md): the powers that it needs against those that the place says it holds; where
/// the measure names no powers, its stated controller against the kind of the place.
/// </summary>
public sealed record MeasureControl(ReportedMeasure Measure, ControlVerdict Verdict)
{
    /// <summary>The powers it needs, in the order stated; empty when it is read from its controller.</summary>
    public EquatableList<PowerNeed> Needs { get; init; } = EquatableList<PowerNeed>.Empty;

    /// <summary>Who else decides, by level and name.</summary>
    public EquatableList<ControlHolder> Holders { get; init; } = EquatableList<ControlHolder>.Empty;

    /// <summary>The firmest hold that the place still has on it.</summary>
    public Influence Influence { get; init; } = Influence.Advocate;

    /// <summary>The stated controller, where it was read and no level was found in it.</summary>
    public string? UnreadController { get; init; }

    /// <summary>True when others decide, alone or in part.</summary>
    public bool NeedsOthers => Verdict is ControlVerdict.Others or ControlVerdict.Shared;

    /// <param name="plan">The plan it stands in.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="powers">The library's powers, which say what hold each gives; none where only the verdict is wanted.</param>
    public static MeasureControl Of(Plan plan, ReportedMeasure measure, IReadOnlyCollection<Power>? powers = null) =>
        measure.Requires.Count > 0 ? FromPowers(plan, measure, powers ?? [])
        : measure.Controller is { Length: > 0 } controller ? FromController(plan, measure, controller, powers ?? [])
        : new MeasureControl(measure, ControlVerdict.NotStated) { Influence = Loosest(plan, powers ?? []) };

    /// <summary>
    /// One power that others hold settles it, whatever else is stated or not. Short of that, one power of which nothing
    /// is stated leaves it open. Optional powers decide nothing.
    /// </summary>
    public static ControlVerdict Rule(IEnumerable<PowerNeed> needs)
    {
        var verdicts = needs.Where(n => n.Requirement.Mandatory).Select(n => n.Verdict).ToHashSet();
        return verdicts.Contains(ControlVerdict.Others) ? ControlVerdict.Others
            : verdicts.Contains(ControlVerdict.NotStated) ? ControlVerdict.NotStated
            : verdicts.Contains(ControlVerdict.Shared) ? ControlVerdict.Shared
            : ControlVerdict.Own;
    }

    private static MeasureControl FromPowers(Plan plan, ReportedMeasure measure, IReadOnlyCollection<Power> powers)
    {
        var needs = measure
            .Requires.Select(r => new PowerNeed(
                r,
                plan.Powers.FirstOrDefault(p => p.Power == r.Power),
                powers.FirstOrDefault(p => p.Id == r.Power)
            ))
            .ToEquatableList();
        var held = needs
            .Where(n => n is { Held.Held: Stated.Yes or Stated.Partly, Library: not null })
            .Select(n => n.Library!.Influence)
            .ToList();
        return new MeasureControl(measure, Rule(needs))
        {
            Needs = needs,
            Holders = needs
                .Where(n => n.Held is { Held: Stated.No or Stated.Partly } held && IsNamed(held))
                .Select(n => new ControlHolder(n.Held!.HolderLevel, n.Held.Holder))
                .Distinct()
                .OrderBy(h => h.Level)
                .ThenBy(h => h.Name, StringComparer.Ordinal)
                .ToEquatableList(),
            Influence = held.Count > 0 ? held.Min() : Loosest(plan, powers),
        };
    }

    private static MeasureControl FromController(
        Plan plan,
        ReportedMeasure measure,
        string controller,
        IReadOnlyCollection<Power> powers
    )
    {
        var levels = Controllers.Levels(controller);
        var own = Controllers.OwnLevel(plan.Kind);
        var verdict =
            levels.Count == 0 || own == ControlLevel.NotStated ? ControlVerdict.NotStated
            : !levels.Contains(own) ? ControlVerdict.Others
            : levels.Count == 1 ? ControlVerdict.Own
            : ControlVerdict.Shared;
        return new MeasureControl(measure, verdict)
        {
            UnreadController = levels.Count == 0 ? controller : null,
            Holders = verdict is ControlVerdict.Others or ControlVerdict.Shared
                ? levels.Where(l => l != own).Select(l => new ControlHolder(l, controller)).ToEquatableList()
                : EquatableList<ControlHolder>.Empty,
            Influence = Loosest(plan, powers),
        };
    }

    /// <summary>What is left to a place without any of the powers: to bring others together where it says it can, else to speak up.</summary>
    private static Influence Loosest(Plan plan, IReadOnlyCollection<Power> powers) =>
        plan.Powers.Any(h =>
            h.Held is Stated.Yes or Stated.Partly
            && powers.Any(p => p.Id == h.Power && p.Influence == Influence.Convene)
        )
            ? Influence.Convene
            : Influence.Advocate;

    private static bool IsNamed(HeldPower held) =>
        held.Holder is not null || held.HolderLevel != ControlLevel.NotStated;
}
