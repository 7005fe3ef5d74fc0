// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Control;

/// <summary>How far an ask has come.</summary>
public enum AskStatus
{
    NotStated = 0,
    Draft,
    Made,
    Heard,
    Accepted,
    Granted,
    Refused,
    Withdrawn,
}

public enum AskInstrument
{
    NotStated = 0,
    Law,
    Regulation,
    Standard,
    Price,
    Funding,
    Infrastructure,
    Planning,
    Data,
    Other,
}

/// <summary>What a place needs others to decide (asks.yaml).</summary>
public sealed record Ask(string Id, string Title, Place Place)
{
    public string? Description { get; init; }

    /// <summary>Who is asked, by name: "UK Government".</summary>
    public string? Addressee { get; init; }
    public ControlLevel AddresseeLevel { get; init; }

    /// <summary>The place that the addressee governs: an alpha-2 code or an id; null for none.</summary>
    public string? AddresseePlace { get; init; }
    public AskInstrument Instrument { get; init; }
    public AskStatus Status { get; init; }

    /// <summary>Since when the status holds.</summary>
    public DateOnly? Since { get; init; }
    public bool SinceYearOnly { get; init; }

    /// <summary>Ids of the plan's measures that wait for it.</summary>
    public EquatableList<string> Measures { get; init; } = EquatableList<string>.Empty;

    /// <summary>Categories whose emissions it would cut.</summary>
    public EquatableList<string> Sectors { get; init; } = EquatableList<string>.Empty;

    /// <summary>Emissions it would unlock the cutting of, by year, in mass; positive is a cut. Null when not stated.</summary>
    public YearSeries? Unlocks { get; init; }

    /// <summary>What kind of figure <see cref="Unlocks"/> is.</summary>
    public ValueKind Kind { get; init; }

    /// <summary>Who asks with the place: codes and ids of places, ids of alliances.</summary>
    public EquatableList<string> Allies { get; init; } = EquatableList<string>.Empty;
    public string? Source { get; init; }

    /// <summary>True while it may still be granted, or has been: refused and withdrawn asks unlock nothing.</summary>
    public bool Stands => Status is not (AskStatus.Refused or AskStatus.Withdrawn);
}
