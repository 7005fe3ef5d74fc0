// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Targets;

/// <summary>A stated stop that has no amount in mass, and why.</summary>
/// <param name="Because">A clause that ends "…, because": "the population of 2030 is not stated".</param>
/// <param name="IsConditional">True when only the conditional part has none.</param>
public sealed record OpenMilestone(string Id, int Year, Message Because, Diagnostic Doubt, bool IsConditional = false);

/// <summary>A level in the totals' unit, or why there is none.</summary>
/// <param name="How">The steps that lead to the amount, where they are more than a unit's.</param>
internal readonly record struct ResolvedLevel(double? Amount, Message? Because, Diagnostic? Doubt, Message? How)
{
    public static ResolvedLevel Of(double amount, Message? how = null) => new(amount, null, null, how);
}

/// <summary>The stop that a level belongs to, as diagnostics name it.</summary>
internal readonly record struct Stop(string Id, int Year, Place Place);
