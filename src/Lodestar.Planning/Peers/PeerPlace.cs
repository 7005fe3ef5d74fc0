// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Peers;

/// <summary>A number of a place, or of the country it lies in where the place has none of its own.</summary>
public readonly record struct TraitNumber(double Value, bool OfCountry = false);

/// <summary>A place as the search for its like sees it. What is not known is null.</summary>
public sealed record PeerPlace(string Id, JurisdictionKind Kind)
{
    /// <summary>Alpha-2 code of the country it is or lies in.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north; south is negative.</summary>
    public double? Latitude { get; init; }
    public double? People { get; init; }
    public double? AreaKm2 { get; init; }

    /// <summary>Tonnes per person in the last inventory year.</summary>
    public double? TonnesPerPerson { get; init; }

    /// <summary>"CO2" or "CO2e": tonnes per person of one are not held against the other.</summary>
    public string? Gas { get; init; }

    /// <summary>Thousand international dollars of 2017 a person.</summary>
    public TraitNumber? Income { get; init; }

    /// <summary>g CO2e/kWh.</summary>
    public TraitNumber? Grid { get; init; }
    public double? Trend { get; init; }
    public EquatableList<MixShare> Mix { get; init; } = EquatableList<MixShare>.Empty;
    public EquatableList<string> Powers { get; init; } = EquatableList<string>.Empty;
    public bool StatesPowers { get; init; }

    /// <summary>The number of a trait that is one; null for mix and powers, and where it is not known.</summary>
    public TraitNumber? Number(Trait trait) =>
        trait switch
        {
            Trait.Climate => Plain(Latitude is { } latitude ? Math.Abs(latitude) : null),
            Trait.Size => Plain(People),
            Trait.Density => Plain(People is { } people && AreaKm2 is > 0 and { } area ? people / area : null),
            Trait.Income => Income,
            Trait.Emissions => Plain(TonnesPerPerson),
            Trait.Trend => Plain(Trend),
            Trait.Grid => Grid,
            _ => null,
        };

    public bool Knows(Trait trait) =>
        trait switch
        {
            Trait.Mix => Mix.Count > 0,
            Trait.Powers => StatesPowers,
            _ => Number(trait) is not null,
        };

    private static TraitNumber? Plain(double? value) =>
        value is { } v && double.IsFinite(v) ? new TraitNumber(v) : null;
}
