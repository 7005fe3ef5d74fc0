// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Measures;

/// <summary>What a measure of the library is in a count of effects.</summary>
public enum MeasureRole
{
    /// <summary>It has an effect of its own.</summary>
    Acting = 0,

    /// <summary>It makes others possible; what it makes possible is counted with them.</summary>
    Enabling,

    /// <summary>What others are held against.</summary>
    Reference,
}

/// <summary>How two measures bear on one another.</summary>
public enum InteractionKind
{
    /// <summary>Their effects multiply and do not add.</summary>
    Multiplies = 0,

    /// <summary>The one that names it comes first: the other acts on what it leaves.</summary>
    Before,

    /// <summary>Both cannot serve the same activity.</summary>
    Excludes,

    /// <summary>The one that names it makes the other possible or easier.</summary>
    Enables,
}

/// <summary>What an effect is counted in. Shares are in percent.</summary>
public enum EffectUnit
{
    Percent = 0,
    PercentAYear,
    Points,

    /// <summary>Tonnes of carbon dioxide for each hectare and year.</summary>
    TonnesAHectare,

    /// <summary>Tonnes of carbon dioxide for each tonne.</summary>
    TonnesATonne,
}

/// <summary>
/// A measure of the library: a starting range that a place makes its own. Nothing of it is a result for any place.
/// </summary>
/// <param name="Code">Letter of its group and number: "B9".</param>
public sealed record LibraryMeasure(string Id, string Code, LocalText Title)
{
    /// <summary>Sectors and sub-sectors of the GPC; empty for a removal outside them.</summary>
    public EquatableList<string> Sectors { get; init; } = EquatableList<string>.Empty;

    /// <summary>How it works: a word of <see cref="MeasureWords.Mechanisms"/>.</summary>
    public string? Mechanism { get; init; }

    public MeasureRole Role { get; init; }

    /// <summary>Null for one that is not acting, or whose effect only a model can give.</summary>
    public MeasureEffect? Effect { get; init; }

    /// <summary>How well its machine does, where that is what is known.</summary>
    public MeasurePerformance? Performance { get; init; }

    /// <summary>What is to be said of its effect where no number is.</summary>
    public LocalText? EffectNote { get; init; }

    public MeasureLife? Life { get; init; }

    /// <summary>Null where none is stated.</summary>
    public MeasureCost? Cost { get; init; }

    /// <summary>Who can decide it; the first leads.</summary>
    public EquatableList<ControlLevel> Controllers { get; init; } = EquatableList<ControlLevel>.Empty;

    /// <summary>Ids of powers of the library.</summary>
    public EquatableList<string> Requires { get; init; } = EquatableList<string>.Empty;

    public EquatableList<MeasureInteraction> Interactions { get; init; } = EquatableList<MeasureInteraction>.Empty;

    /// <summary>Where it acts in a model: each operation on a variable that models may have.</summary>
    public EquatableList<MeasureAct> Acts { get; init; } = EquatableList<MeasureAct>.Empty;

    /// <summary>Share of the variables it acts on that it reaches, from 0 to 1: an assumption to be replaced; null for all.</summary>
    public double? Reach { get; init; }

    /// <summary>True where the range is to be replaced by one of the place.</summary>
    public bool Localise { get; init; }

    public required Citation Citation { get; init; }
}

/// <summary>What a measure is taken to do to what it targets. A positive number is a cut, or in tonnes a removal.</summary>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Of">What it is a share of, or what the tonnes are counted by.</param>
public sealed record MeasureEffect(EffectUnit Unit, LocalText Of)
{
    public double? Low { get; init; }

    /// <summary>Where a source states one; else see <see cref="Middle"/>.</summary>
    public double? Central { get; init; }
    public double? High { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>True where it is counted in tonnes.</summary>
    public bool IsTonnes => Unit is EffectUnit.TonnesAHectare or EffectUnit.TonnesATonne;

    /// <summary>The value to start from, and what it is.</summary>
    public (double Value, MiddleKind Kind)? Middle =>
        (Low, Central, High) switch
        {
            (_, { } central, _) => (central, MiddleKind.Stated),
            ({ } low, null, { } high) => ((low + high) / 2, MiddleKind.MiddleOfRange),
            (null, null, { } most) => (most / 2, MiddleKind.HalfOfMost),
            _ => null,
        };
}

/// <summary>Where the middle of an effect comes from.</summary>
public enum MiddleKind
{
    /// <summary>The source states it.</summary>
    Stated = 0,

    /// <summary>The middle of the range.</summary>
    MiddleOfRange,

    /// <summary>Half of the most that is stated, where no least is.</summary>
    HalfOfMost,
}

/// <summary>How well a machine does: "3.6 units of heat for one of electricity".</summary>
/// <param name="Unit">As the plan language writes it: "1", "kWh/km".</param>
public sealed record MeasurePerformance(double Value, string Unit, LocalText Of)
{
    public double? UpTo { get; init; }

    /// <summary>What it takes the place of, in the same unit.</summary>
    public double? InsteadOf { get; init; }

    public required Citation Citation { get; init; }
}

/// <summary>How long a measure lasts.</summary>
/// <param name="InHours">True for hours of use, false for years.</param>
public sealed record MeasureLife(double Value, double? UpTo, bool InHours);

/// <summary>What a measure costs. Amounts need not be stated where words are.</summary>
public sealed record MeasureCost
{
    public double? Value { get; init; }
    public double? UpTo { get; init; }

    /// <summary>What the thing costs that it takes the place of.</summary>
    public double? InsteadOf { get; init; }

    /// <summary>As the plan language writes it: "EUR_2020/kW"; null where only words are stated.</summary>
    public string? Unit { get; init; }

    /// <summary>What one of is paid for.</summary>
    public LocalText? Per { get; init; }

    public LocalText? Words { get; init; }

    public required Citation Citation { get; init; }
}

/// <summary>How a measure bears on another.</summary>
/// <param name="With">Id of the other.</param>
public sealed record MeasureInteraction(string With, InteractionKind Kind, LocalText? Note);

/// <summary>An operation on a variable of a model.</summary>
/// <param name="Operation"><c>scale</c>, <c>shift</c> or <c>floor</c>.</param>
/// <param name="Of">The variable's name.</param>
public sealed record MeasureAct(string Operation, string Of)
{
    /// <summary>Labels that a shift takes from.</summary>
    public EquatableList<string> From { get; init; } = EquatableList<string>.Empty;

    /// <summary>The label that a shift gives to.</summary>
    public string? To { get; init; }

    /// <summary>A condition on labels, in the plan language.</summary>
    public string? Where { get; init; }

    /// <summary>A formula in place of the amount that the effect and the reach give.</summary>
    public string? Amount { get; init; }
}

/// <summary>That a practice is an example of a measure of the library.</summary>
/// <param name="Id">Id of the measure.</param>
public sealed record CarriedMeasure(string Id)
{
    /// <summary>What those who did it state of its effect; null where they state none in the measure's terms.</summary>
    public MeasureEffect? Effect { get; init; }
}
