// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Calibrations;
using Lodestar.Planning.Diagnostics;
using Lodestar.Web.Features;

namespace Lodestar.Cli.Climate;

/// <summary>What <c>lodestar climate import-calibration --json</c> says (docs/cli.md): nulls where it was refused.</summary>
internal sealed record CalibrationContract(
    string? Folder,
    string? Id,
    string? Title,
    string? Publisher,
    string? Edition,
    string? Licence,
    string? Source,
    int? Members,
    int? Species,
    int? FirstYear,
    int? LastYear,
    IReadOnlyList<DiagnosticContract> Diagnostics
)
{
    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(
        Shell shell,
        string? folder,
        Calibration? calibration,
        IEnumerable<Diagnostic> diagnostics
    ) =>
        JsonOutput.Write(
            shell,
            new CalibrationContract(
                folder,
                calibration?.Identity.Id,
                calibration?.Identity.Title,
                calibration?.Identity.Publisher,
                calibration?.Identity.Edition,
                calibration?.Identity.Licence,
                calibration?.Identity.Source,
                calibration?.Members.Count,
                calibration?.Species.Count,
                calibration?.History.FirstYear,
                calibration?.LastHistoricalYear,
                [.. diagnostics.Select(d => DiagnosticContract.From(d, shell.Texts))]
            )
        );
}
