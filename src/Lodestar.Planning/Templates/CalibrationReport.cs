// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Templates;

/// <summary>How a line stood in the years behind: a level and a trend by which the template's default is multiplied.</summary>
/// <param name="Level">The factor that the fitted years give for the base year.</param>
/// <param name="Trend">Its yearly change, as the exponent of e.</param>
/// <param name="FittedYears">The years that are fitted, ascending.</param>
/// <param name="HeldOutYears">The years after them, which the fit never reads.</param>
/// <param name="Fitted">The error in the fitted years, in kilotonnes.</param>
/// <param name="HeldOut">The error in the years held out.</param>
public sealed record HistoryFit(
    double Level,
    double Trend,
    EquatableList<int> FittedYears,
    EquatableList<int> HeldOutYears,
    FitError? Fitted,
    FitError? HeldOut
);

/// <summary>A line, or lines that the inventory does not tell apart, beside the inventory in the base year, in kilotonnes.</summary>
/// <param name="Group">The rows and the lines.</param>
/// <param name="Inventory">What the inventory states.</param>
/// <param name="BottomUp">What the template's defaults give for the place's people; 0 where no line answers.</param>
public sealed record CalibratedLine(ObservedGroup Group, double Inventory, double BottomUp)
{
    /// <summary>
    /// What other factors than the default's account for, at the place's own activity: (factor − 1) times what the
    /// default's factors give for it; null where the inventory does not state the activity.
    /// </summary>
    public double? FactorGap { get; init; }

    /// <summary>The place's emission factor over the default's; 1 where the inventory does not state the activity.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>The factor that would leave no residual at the stated activity, before its range; null where none is stated or it is not above zero.</summary>
    public double? WantedFactor { get; init; }

    /// <summary>The place's activity over the default's.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>The share that was moved, before and after; null where none was.</summary>
    public (double From, double To)? Share { get; init; }

    /// <summary>What neither explains: a line of its own in the model.</summary>
    public double Residual { get; init; }

    /// <summary>What activity accounts for.</summary>
    public double ActivityGap => Inventory - BottomUp - (FactorGap ?? 0) - Residual;

    /// <summary>The residual as a share of the line, without its sign.</summary>
    public double ResidualShare => Math.Abs(Residual / Inventory);

    /// <summary>True where the residual is more than a tenth of the line.</summary>
    public bool IsFlagged => ResidualShare > CalibrationReport.MostResidual;

    /// <summary>The years behind; null where there are too few to hold three out.</summary>
    public HistoryFit? History { get; init; }
}

/// <summary>What became of holding a template against an inventory.</summary>
/// <param name="Observed">The inventory, as the lines see it.</param>
/// <param name="Lines">In the order of the template.</param>
public sealed record CalibrationReport(ObservedGroups Observed, EquatableList<CalibratedLine> Lines)
{
    /// <summary>A larger residual is doubted.</summary>
    public const double MostResidual = 0.1;

    /// <summary>How many of the last years the fit never reads.</summary>
    public const int HeldOutYears = 3;

    /// <summary>The base year's total, in kilotonnes.</summary>
    public double Total => Lines.Sum(l => l.Inventory);
}

/// <summary>The numbers that calibration writes into a model.</summary>
public sealed record CalibrationNumbers
{
    /// <summary>Shares by line; the template's default where none stands here.</summary>
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new Dictionary<string, double>();

    /// <summary>The place's activity over the default's, by group.</summary>
    public IReadOnlyDictionary<string, double> Ratios { get; init; } = new Dictionary<string, double>();

    /// <summary>The place's emission factor over the default's, by group; only where the inventory states the activity.</summary>
    public IReadOnlyDictionary<string, double> Factors { get; init; } = new Dictionary<string, double>();

    /// <summary>The years behind, by group.</summary>
    public IReadOnlyDictionary<string, HistoryFit> Histories { get; init; } = new Dictionary<string, HistoryFit>();

    /// <summary>Residuals by group, in kilotonnes.</summary>
    public IReadOnlyDictionary<string, double> Residuals { get; init; } = new Dictionary<string, double>();
}
