// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Web.Features;

namespace Lodestar.Cli.Climate;

/// <summary>A run as JSON: K above 1850–1900 on 1 January, shares from 0 to 1, forcing in W m⁻².</summary>
internal sealed record ClimateRunContract(
    string Pathway,
    string Background,
    string Calibration,
    int Members,
    bool IsIllustrative,
    IReadOnlyList<WarmingYear> Warming,
    PeakContract Peak,
    IReadOnlyList<LimitContract> Limits,
    IReadOnlyList<ForcingYear>? Forcing,
    IReadOnlyList<SpeciesReading> Read,
    IReadOnlyList<RowPassedOver> PassedOver,
    IReadOnlyList<JoinContract> Joins,
    IReadOnlyList<DiagnosticContract> Diagnostics
)
{
    public static ClimateRunContract From(
        ClimateRun run,
        bool forcing,
        IReadOnlyList<Diagnostic> told,
        MessageCatalog texts
    ) =>
        new(
            run.Joined.Whole.Name,
            run.Background,
            run.Calibration.Identity.Id,
            run.Run.Members,
            run.Outlook.IsIllustrative,
            [.. run.Outlook.Bands.Select((b, i) => new WarmingYear(run.Outlook.FirstYear + i, b))],
            new PeakContract(run.Outlook.PeakYear, run.Outlook.Peak, run.Outlook.PeakYear == run.Outlook.LastYear),
            [.. run.Outlook.Odds.Select(o => new LimitContract(o.Limit, o.In(run.Outlook.LastYear), o.Ever))],
            forcing
                ?
                [
                    .. ClimateRunText
                        .Years(run.Outlook)
                        .Select(y => new ForcingYear(
                            y,
                            ForcingGroups.All.ToDictionary(
                                g => g.Name,
                                g => ForcingGroups.Median(run.Run, g.Outputs, y)
                            )
                        )),
                ]
                : null,
            run.Reading?.Rows ?? [],
            run.Reading?.PassedOver ?? [],
            run.Reading is null ? [] : [.. run.Joined.Joins.Select(JoinContract.From)],
            [.. told.Select(d => DiagnosticContract.From(d, texts))]
        );
}

internal sealed record WarmingYear(int Year, Band Warming);

/// <param name="Year">Year in which the median path is highest.</param>
/// <param name="IsRising">True where that is the last year, so that the path has no peak yet.</param>
internal sealed record PeakContract(int Year, Band Warming, bool IsRising);

/// <param name="AboveAtEnd">Share of members above the limit in the last year.</param>
/// <param name="Ever">Share of members above it in at least one year.</param>
internal sealed record LimitContract(double Limit, double AboveAtEnd, double Ever);

internal sealed record ForcingYear(int Year, IReadOnlyDictionary<string, double> Forcing);

internal sealed record JoinContract(
    string Species,
    string Unit,
    JoinSource Source,
    string Method,
    double Historical,
    double? Own,
    int? HeldFrom
)
{
    public static JoinContract From(SpeciesJoin join) =>
        new(
            join.Species,
            join.Unit,
            join.Source,
            join.Method.Name,
            join.Historical,
            double.IsNaN(join.Own) ? null : join.Own,
            join.HeldFrom
        );
}
