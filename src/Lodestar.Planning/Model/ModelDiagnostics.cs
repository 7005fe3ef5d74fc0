// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Chance;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Model;

/// <summary>What is wrong with a model, as the product says it: ids LS3700 to LS3899 (docs/plan-language-diagnostics.md).</summary>
public static class ModelDiagnostics
{
    private const int LongestText = 120;

    /// <summary>The sentence for a problem, at its line and column or in its cell.</summary>
    /// <param name="problem">What the binder or a run found.</param>
    /// <returns>The diagnostic.</returns>
    public static Diagnostic Of(Problem problem)
    {
        var id = Id(problem);
        var text = Shortened(problem.Span.Text);
        (string, object)[] values =
        [
            .. problem.Values.Select(v => (v.Name, Value(problem.Fault, v.Name, v.Value))),
            .. problem.Values.Any(v => v.Name == "text") ? [] : new (string, object)[] { ("text", text) },
        ];
        return new Diagnostic(
            id,
            problem.IsWarning ? Severity.Warning : Severity.Error,
            PlaceOf(problem.Span),
            Message.Of($"{id}.reason", values),
            Message.Of($"{id}.fix", values)
        )
        {
            Text = text.Length == 0 ? null : text,
            DidYouMean = new EquatableList<string>(problem.Suggestions.IsDefault ? [] : [.. problem.Suggestions]),
        };
    }

    /// <summary>Where a part of a model's text stands.</summary>
    internal static Place PlaceOf(Span span)
    {
        var (line, column) = span.Piece.Line == 0 ? (0, 0) : span.Piece.At(span.Start);
        return new Place(span.Piece.File, line, span.Piece.Cell is null ? column : 0, span.Piece.Cell);
    }

    /// <summary>The id of a fault; a formula that ends too soon has ids of its own.</summary>
    internal static string Id(Problem problem) =>
        problem.Fault switch
        {
            Fault.Unexpected when Is(problem, "text") => "LS3708",
            Fault.Missing when Is(problem, "found") => "LS3709",
            Fault.FormulaEmpty => "LS3701",
            Fault.FormulaTooLong => "LS3702",
            Fault.FormulaTooManyParts => "LS3710",
            Fault.FormulaTooDeep => "LS3703",
            Fault.UnreadableCharacter => "LS3704",
            Fault.Unexpected => "LS3705",
            Fault.Missing => "LS3706",
            Fault.SingleEquals => "LS3707",
            Fault.UnknownName => "LS3711",
            Fault.UnknownFunction => "LS3712",
            Fault.UnknownAxis => "LS3713",
            Fault.UnknownLabel => "LS3714",
            Fault.DeclaredTwice => "LS3715",
            Fault.BadName => "LS3716",
            Fault.AxisAsValue => "LS3717",
            Fault.LabelAsValue => "LS3718",
            Fault.ArgumentCount => "LS3721",
            Fault.UnknownArgument => "LS3722",
            Fault.NumberWanted => "LS3724",
            Fault.OverWanted => "LS3725",
            Fault.ClauseUnwanted => "LS3726",
            Fault.DistributionInside => "LS3727",
            Fault.BadDistribution => "LS3728",
            Fault.UnknownGwpSet => "LS3729",
            Fault.NoGas => "LS3730",
            Fault.BadUnit => "LS3741",
            Fault.UnitsDiffer => "LS3742",
            Fault.UnitOfVariable => "LS3743",
            Fault.UnitPer => "LS3744",
            Fault.PureNumberWanted => "LS3745",
            Fault.PowerOfUnit => "LS3746",
            Fault.UnitTooLarge => "LS3747",
            Fault.UnitMissing => "LS3748",
            Fault.SurplusAxis => "LS3751",
            Fault.AxisNotThere => "LS3752",
            Fault.NothingToReduce => "LS3753",
            Fault.IntensitySummed => "LS3754",
            Fault.TotalReplicated => "LS3755",
            Fault.NoMapping => "LS3756",
            Fault.AxisEmpty => "LS3757",
            Fault.TooManyCells => "LS3758",
            Fault.TooMuchWork => "LS3759",
            Fault.BadYears => "LS3761",
            Fault.YearsMissing => "LS3762",
            Fault.YearOutside => "LS3763",
            Fault.Circular => "LS3764",
            Fault.CircularOverYears => "LS3765",
            Fault.NoValueBefore => "LS3766",
            Fault.NotANumber => "LS3771",
            Fault.UnknownHeading => "LS3772",
            Fault.ColumnMissing => "LS3773",
            Fault.PartsOfRow => "LS3774",
            Fault.CellTwice => "LS3775",
            Fault.CellsMissing => "LS3776",
            Fault.YearsBefore => "LS3777",
            Fault.YearsAfter => "LS3778",
            Fault.YearGap => "LS3779",
            Fault.UnknownWord => "LS3780",
            Fault.SharesOpen => "LS3781",
            Fault.GrowthFromZero => "LS3782",
            Fault.NoValue => "LS3801",
            Fault.TwoValues => "LS3802",
            Fault.BadRange => "LS3803",
            Fault.OutsideRange => "LS3804",
            Fault.StockPart => "LS3805",
            Fault.NothingVaries => "LS3806",
            Fault.UnusedVariable => "LS3807",
            Fault.NegativeStock => "LS3808",
            Fault.NotKnownBefore => "LS3809",
            Fault.ChangesEmissions => "LS3811",
            Fault.ReplacedTwice => "LS3812",
            Fault.ShiftPart => "LS3813",
            Fault.ChangesStock => "LS3846",
            Fault.MeasureWithoutEffect => "LS3814",
            Fault.RampBackwards => "LS3815",
            Fault.NotUncertain => "LS3821",
            Fault.ImpossibleCorrelation => "LS3822",
            Fault.ChecksNothing => "LS3823",
            Fault.UnknownInModule => "LS3824",
            Fault.ModulesTooDeep => "LS3825",
            Fault.TooMany => "LS3826",
            Fault.FittedWithoutRange => "LS3841",
            Fault.FitUnits => "LS3842",
            Fault.FitAxes => "LS3843",
            Fault.FitYears => "LS3844",
            Fault.FitWeight => "LS3845",
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Fault, null),
        };

    private static bool Is(Problem problem, string name) => problem.Values.Any(v => v.Name == name && v.Value is "");

    private static object Value(Fault fault, string name, object value) =>
        (fault, name) == (Fault.BadDistribution, "why")
        && Enum.TryParse<DistributionFault>(value as string, out var why)
            ? Why(why)
            : value;

    private static Message Why(DistributionFault fault) =>
        fault switch
        {
            DistributionFault.NotFinite => Message.Of("model.why.not-finite"),
            DistributionFault.NoSpread => Message.Of("model.why.no-spread"),
            DistributionFault.BoundsOutOfOrder => Message.Of("model.why.order"),
            DistributionFault.ShapeTooLarge => Message.Of("model.why.shape"),
            DistributionFault.ValuesMissing => Message.Of("model.why.values"),
            DistributionFault.BadWeights => Message.Of("model.why.weights"),
            _ => Message.Of("model.why.positive"),
        };

    private static string Shortened(string text) =>
        text.Length <= LongestText
            ? text
            : string.Concat(
                text.AsSpan(0, char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText),
                "…"
            );
}
