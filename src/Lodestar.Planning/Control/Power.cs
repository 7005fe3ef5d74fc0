// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Control;

/// <summary>What a power lets its holder do, from the firmest hold on a measure to the loosest.</summary>
public enum Influence
{
    OwnAssets = 0,
    Regulate,
    SetPrice,
    ProvideService,
    Plan,
    Finance,
    Convene,
    Advocate,
}

/// <summary>A power that a place may hold and that a measure may need.</summary>
public sealed record Power(string Id, LocalText Name)
{
    public LocalText? Meaning { get; init; }
    public Influence Influence { get; init; }
    public required Citation Citation { get; init; }
}

/// <summary>Whether a place holds a power, as its plan.yaml states it.</summary>
/// <param name="Power">Id of a power of the library.</param>
public sealed record HeldPower(string Power, Stated Held, Place Place)
{
    /// <summary>Who holds it, where the place does not or not alone.</summary>
    public string? Holder { get; init; }
    public ControlLevel HolderLevel { get; init; }
    public string? Note { get; init; }
    public string? Source { get; init; }
}

/// <summary>A power that a measure needs.</summary>
/// <param name="Whole">False when part of the power is enough.</param>
/// <param name="Mandatory">False when the measure can do without, less well.</param>
public sealed record PowerRequirement(string Power, bool Whole = true, bool Mandatory = true);

/// <summary>The level of those who can decide.</summary>
public enum ControlLevel
{
    NotStated = 0,
    City,
    Region,
    Nation,
    Utility,
    Private,
    International,
}
