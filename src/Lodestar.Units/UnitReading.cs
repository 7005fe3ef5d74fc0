// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>A unit, or the fault that kept the text from being one: exactly one of the two is there.</summary>
/// <param name="Unit">The unit, or null.</param>
/// <param name="Fault">The fault, or null.</param>
public sealed record UnitReading(Unit? Unit, UnitFault? Fault);
