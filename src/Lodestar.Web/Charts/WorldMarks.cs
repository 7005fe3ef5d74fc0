// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Web.Charts;

/// <summary>A country that a map has something to say of: an area, or a point where it is too small for one.</summary>
/// <param name="Href">Where it leads; null for what leads nowhere.</param>
/// <param name="Title">What is said of it, its name first: "Chile: 3 practices".</param>
/// <param name="Class">How it looks: a class of the style sheet (map.css), "has" where one kind is enough.</param>
public sealed record MapCountry(string Alpha2, string? Href, string Title, string Class = "has");

/// <summary>A place that a map marks by a point.</summary>
public sealed record MapPoint(Coordinates At, string? Href, string Title, string Class = "has");
