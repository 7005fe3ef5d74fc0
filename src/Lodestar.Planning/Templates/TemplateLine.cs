// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Templates;

/// <summary>A line of emissions that a template computes and an inventory is held against.</summary>
/// <param name="Id">Its emissions are the model's variable <c>emissions.ID</c>.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Categories">Categories of any scheme that it answers for; a row inside one of them is this line's.</param>
public sealed record TemplateLine(string Id, LocalText Title, EquatableList<string> Categories)
{
    /// <summary>Categories that it answers for together with other lines ("gas:fossil-co2").</summary>
    public EquatableList<string> Shared { get; init; } = EquatableList<string>.Empty;

    /// <summary>Fuels by which it is told from others where a row's category is coarser than the line.</summary>
    public EquatableList<string> Fuels { get; init; } = EquatableList<string>.Empty;

    /// <summary>The least that the place's activity may be of the default.</summary>
    public double Least { get; init; } = 0.4;

    /// <summary>The most that it may be.</summary>
    public double Most { get; init; } = 2.5;

    /// <summary>The activity that its emissions go with, where that is one number; null where it is not.</summary>
    public LineActivity? Activity { get; init; }

    /// <summary>The least that the place's emission factor may be of the default.</summary>
    public double LeastFactor { get; init; } = 0.5;

    /// <summary>The most that it may be.</summary>
    public double MostFactor { get; init; } = 2;

    /// <summary>A share that moves before the rest counts as boundary; null where there is none.</summary>
    public MovingShare? Share { get; init; }

    /// <summary>A split of the share by fuel that an inventory may state; null where there is none.</summary>
    public FuelSplit? Split { get; init; }

    /// <summary>True where it is made of other gases, so that an inventory of carbon dioxide alone lacks it.</summary>
    public bool NeedsOtherGases { get; init; }
}

/// <summary>A share of an activity that is not known: what the inventory says of the line tells it.</summary>
public sealed record MovingShare(double Default, double Least, double Most);

/// <summary>What a line counts its activity in.</summary>
/// <param name="Variable">The model's variable; it stands in the model where the inventory states the activity.</param>
/// <param name="Unit">The unit of a year's amount: GWh, km, t.</param>
public sealed record LineActivity(string Variable, Unit Unit);

/// <summary>What part of a line's fuel is one fuel.</summary>
public sealed record FuelSplit(string Fuel, double Default);
