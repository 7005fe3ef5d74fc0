// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>
/// A place as the gazetteer knows it, with or without a plan. <paramref name="Id"/> is its address: the alpha-2 code in
/// lower case for a country, the id of its plan or the folded name with hyphens for any other.
/// </summary>
public sealed record Jurisdiction(string Id, string Name, JurisdictionKind Kind)
{
    /// <summary>Names by language; <see cref="Name"/> is the one used where none fits.</summary>
    public EquatableList<LocalName> Names { get; init; } = EquatableList<LocalName>.Empty;

    /// <summary>Other names under which publishers list it.</summary>
    public EquatableList<string> Aliases { get; init; } = EquatableList<string>.Empty;

    public EquatableList<PlaceCode> Codes { get; init; } = EquatableList<PlaceCode>.Empty;

    /// <summary>The country it is, or lies in; null when not stated.</summary>
    public Country? Country { get; init; }

    /// <summary>Places it lies in, other than its country, with dates.</summary>
    public EquatableList<Parent> Parents { get; init; } = EquatableList<Parent>.Empty;

    public PopulationFigure? Population { get; init; }

    /// <summary>Square kilometres; null when not stated.</summary>
    public double? AreaKm2 { get; init; }

    public Coordinates? Coordinates { get; init; }

    /// <summary>The plan of it on this server; null when there is none.</summary>
    public string? PlanId { get; init; }

    /// <summary>The name in a language ("fr", "fr-CA"), else <see cref="Name"/>.</summary>
    public string NameIn(string language)
    {
        var main = language.Split('-')[0];
        return (
                Names.FirstOrDefault(n => n.Language == language) ?? Names.FirstOrDefault(n => n.Language == main)
            )?.Name
            ?? Name;
    }
}

/// <summary>A name in a language (BCP 47).</summary>
public sealed record LocalName(string Language, string Name);

/// <summary>A code in a scheme: "iso3166-1" and "GB", "un-locode" and "GB GLW".</summary>
public sealed record PlaceCode(string Scheme, string Code);

/// <summary>How many people, in which year, by whose count.</summary>
/// <param name="Source">Key of <see cref="Populations.Sources"/>; null for a figure of the place's own plan.</param>
public sealed record PopulationFigure(double People, int Year, string? Source);
