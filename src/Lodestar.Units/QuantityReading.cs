// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>A quantity, or the fault that kept the text from being one: exactly one of the two is there.</summary>
/// <param name="Quantity">The quantity, or null.</param>
/// <param name="Fault">The fault, or null.</param>
public sealed record QuantityReading(Quantity? Quantity, UnitFault? Fault);
