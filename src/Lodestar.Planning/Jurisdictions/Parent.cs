// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Jurisdictions;

/// <summary>
/// A place that this one lies in, while it did. <paramref name="Code"/> is an ISO 3166-1 alpha-2 code, an ISO 3166-2
/// code, or the id of a plan. Null ends are open.
/// </summary>
/// <param name="Share">How much of this place lies in it, from 0 to 1; 1 unless stated.</param>
public sealed record Parent(string Code, int? FromYear = null, int? ToYear = null, double Share = 1);

/// <summary>Degrees north and east (WGS 84).</summary>
public readonly record struct Coordinates(double Latitude, double Longitude);
