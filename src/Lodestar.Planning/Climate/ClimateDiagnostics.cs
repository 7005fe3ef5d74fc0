// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Climate;

/// <summary>What is wrong with a calibration or an emissions file, as the product says it: ids LS3410 to LS3459.</summary>
public static class ClimateDiagnostics
{
    /// <summary>Names that texts use and that not every problem fills.</summary>
    private static readonly string[] Optional =
    [
        "asked",
        "choices",
        "column",
        "expected",
        "factor",
        "first",
        "found",
        "last",
        "most",
        "other",
        "parameter",
        "species",
        "unit",
        "year",
    ];

    public static Diagnostic Of(Problem problem)
    {
        var id = Id(problem);
        var values = Values(problem);
        return new Diagnostic(
            id,
            problem.IsError ? Severity.Error : Severity.Warning,
            new Place(problem.File, problem.Line, 0, Cell(problem)),
            Message.Of($"{id}.reason", values),
            Message.Of($"{id}.fix", values)
        )
        {
            Text = problem.Text,
            DidYouMean = new EquatableList<string>([.. problem.DidYouMean]),
        };
    }

    private static string Id(Problem problem) =>
        problem.Fault switch
        {
            Fault.FileMissing => "LS3410",
            Fault.FileEmpty => "LS3411",
            Fault.FilePassedOver => "LS3412",
            Fault.TooLarge when problem.Values.TryGetValue("unit", out var unit) && unit is "cells" => "LS3414",
            Fault.TooLarge => "LS3413",
            Fault.RowRagged => "LS3415",
            Fault.ColumnMissing => "LS3416",
            Fault.NotANumber => "LS3417",
            Fault.NotFinite => "LS3418",
            Fault.SpeciesUnknown => "LS3419",
            Fault.SpeciesNotModelled => "LS3420",
            Fault.SpeciesTwice => "LS3421",
            Fault.SpeciesMissing => "LS3422",
            Fault.CarbonDioxideNotSplit => "LS3423",
            Fault.UnitUnknown => "LS3424",
            Fault.UnitAmbiguous => "LS3425",
            Fault.UnitOfEquivalents => "LS3426",
            Fault.UnitOfOtherSubstance or Fault.UnitOfCarbon or Fault.UnitOfNitrogen when problem.IsError => "LS3427",
            Fault.UnitOfOtherSubstance => "LS3428",
            Fault.UnitOfCarbon => "LS3429",
            Fault.UnitOfNitrogen => "LS3430",
            Fault.EmissionsNegative when problem.IsError => "LS3431",
            Fault.EmissionsNegative => "LS3448",
            Fault.YearGap when problem.IsError => "LS3432",
            Fault.YearGap => "LS3433",
            Fault.YearTwice => "LS3434",
            Fault.YearsOutside => "LS3435",
            Fault.YearsDiffer => "LS3436",
            Fault.YearsNotCovered => "LS3437",
            Fault.ScenarioUnclear when problem.Text is null => "LS3438",
            Fault.ScenarioUnclear => "LS3439",
            Fault.RegionUnclear => "LS3440",
            Fault.ParameterUnknown => "LS3441",
            Fault.ParameterOutOfRange => "LS3442",
            Fault.MembersDiffer => "LS3443",
            Fault.MixedSet => Mixed(problem),
            Fault.ConcentrationNotPositive => "LS3445",
            Fault.ColumnTwice => "LS3446",
            Fault.MemberTwice => "LS3447",
            Fault.KindUnknown => "LS3450",
            Fault.YearMissing => "LS3451",
            Fault.ForcingTooShort => "LS3452",
            Fault.NoCommonPast => "LS3453",
            Fault.ForcingDiffers => "LS3454",
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Fault, null),
        };

    private static string Mixed(Problem problem) =>
        problem.Values.GetValueOrDefault("part") switch
        {
            null => "LS3444",
            "edition" => "LS3457",
            "baseline" => "LS3458",
            "table" => "LS3459",
            _ when problem.Values["found"] is "" => "LS3456",
            _ => "LS3455",
        };

    private static (string, object)[] Values(Problem problem) =>
        [
            ("text", problem.Text ?? "—"),
            ("file", problem.File),
            .. Optional.Where(o => !problem.Values.ContainsKey(o)).Select(o => (o, Instead(problem, o))),
            .. problem.Values.Where(v => v.Key is not ("text" or "file")).Select(v => (v.Key, v.Value)),
        ];

    /// <summary>Calibrations and emission files call a few values by different names.</summary>
    private static object Instead(Problem problem, string name) =>
        problem.Values.GetValueOrDefault(
            name switch
            {
                "choices" => "scenarios",
                "asked" => "region",
                _ => name,
            },
            "—"
        );

    /// <summary>"D14"; null where no cell is at fault.</summary>
    private static string? Cell(Problem problem)
    {
        if (problem.Column == 0 || problem.Line == 0)
        {
            return null;
        }

        var letters = "";
        for (var column = problem.Column; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return $"{letters}{problem.Line}";
    }
}
