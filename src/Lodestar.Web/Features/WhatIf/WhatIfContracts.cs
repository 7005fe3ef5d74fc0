// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.WhatIf;
using Lodestar.Web.Components.Scenarios;

namespace Lodestar.Web.Features.WhatIf;

/// <summary>What comes of moved levers. Amounts are in the unit named.</summary>
/// <param name="Query">What differs from the scenario it starts from, in its one form.</param>
/// <param name="From">The scenario it starts from.</param>
/// <param name="Unit">Of a year's emissions.</param>
/// <param name="FirstYear">The year of the first amounts.</param>
/// <param name="Emissions">By year, with everything uncertain at its median.</param>
/// <param name="Plan">The same of the scenario it starts from.</param>
/// <param name="Bands">By year, nineteen in twenty draws and the median; null unless the whole was asked for.</param>
/// <param name="Promises">Expected − limit = gap.</param>
/// <param name="Wedges">What each measure takes away from the first to the last counted year; null unless the whole was asked for.</param>
/// <param name="Warming">Against the scenario it starts from, by cumulative CO2; null where CO2 is not known.</param>
/// <param name="Cost">Against the scenario it starts from, until the year of net zero; null where the model states no cost.</param>
/// <param name="Warnings">What could not be taken, and what is hardly so.</param>
public sealed record WhatIfContract(
    string PlanId,
    string Revision,
    string Query,
    string From,
    string Unit,
    int FirstYear,
    IReadOnlyList<double?> Emissions,
    IReadOnlyList<double?> Plan,
    IReadOnlyList<WhatIfBandContract>? Bands,
    IReadOnlyList<WhatIfPromiseContract> Promises,
    WhatIfWedgesContract? Wedges,
    WhatIfWarmingContract? Warming,
    CostContract? Cost,
    IReadOnlyList<string> Warnings
)
{
    internal static WhatIfContract Of(OpenPlan open, WhatIfAnswer answer, MessageCatalog texts) =>
        new(
            open.Revision.PlanId,
            open.Revision.Id,
            answer.Wish.Query,
            answer.Wish.Base.Id,
            open.Reading.Outlook!.Model.Unit.Display,
            answer.Run.FirstYear,
            [.. answer.Run.Path.Select(Json.Finite)],
            [.. answer.Plan.Path.Select(Json.Finite)],
            answer.Run.Bands.IsEmpty
                ? null
                :
                [
                    .. answer.Run.Bands.Select(b => new WhatIfBandContract(
                        Json.Finite(b.P05),
                        Json.Finite(b.P50),
                        Json.Finite(b.P95)
                    )),
                ],
            [
                .. answer.Stops.Select(s => new WhatIfPromiseContract(
                    s.Year,
                    s.IsNetZero,
                    Json.Finite(s.Expected),
                    s.Limit,
                    Json.Finite(s.Gap),
                    Json.Finite(s.Plan),
                    s.Odds is { Count: > 0 } drawn ? drawn.Share : null,
                    s.Odds is { Count: > 0 } odds ? texts.Render(OddsSaid.Of(odds, answer.IsFirm)) : null
                )),
            ],
            WhatIfWedgesContract.Of(answer, open.Reading.Outlook!.Model.Factor),
            answer.Warming is { } warming && double.IsFinite(warming.Central)
                ? new WhatIfWarmingContract(warming.Low, warming.Central, warming.High)
                : null,
            CostContract.Of(answer.Cost, answer.Plan, answer.Run),
            [.. answer.Warnings.Select(texts.Render)]
        );
}

/// <summary>A year's range; null where a number is none.</summary>
public sealed record WhatIfBandContract(double? P05, double? P50, double? P95);

/// <summary>A year that something is promised for. What the model gives no number for is null.</summary>
/// <param name="OddsShare">Of keeping the limit, over the draws; to be said as <paramref name="Odds"/> says it.</param>
public sealed record WhatIfPromiseContract(
    int Year,
    bool IsNetZero,
    double? Expected,
    double Limit,
    double? Gap,
    double? InPlan,
    double? OddsShare,
    string? Odds
);

/// <summary>Without − Σ effects = with, in the unit of the answer; both with the levers as they are moved.</summary>
/// <param name="Method">"exact" or "sampled".</param>
/// <param name="Runs">How many runs of the model it took.</param>
public sealed record WhatIfWedgesContract(
    int From,
    int To,
    double Without,
    double With,
    string Method,
    int Runs,
    IReadOnlyList<WhatIfWedgeContract> Measures
)
{
    internal static WhatIfWedgesContract? Of(WhatIfAnswer answer, double factor) =>
        answer.Wedges is { IsFinite: true } wedges
            ? new(
                answer.From,
                wedges.LastYear,
                wedges.Without(0, answer.From, wedges.LastYear) * factor,
                wedges.With(0, answer.From, wedges.LastYear) * factor,
                wedges.IsExact ? "exact" : "sampled",
                wedges.Runs,
                [
                    .. wedges
                        .Of(0, answer.From, wedges.LastYear)
                        .Select(e => new WhatIfWedgeContract(
                            e.Id,
                            e.Shapley * factor,
                            e.StandardError * Math.Abs(factor)
                        )),
                ]
            )
            : null;
}

/// <summary>What one measure takes away; below zero it adds.</summary>
/// <param name="StandardError">Null where it is exact.</param>
public sealed record WhatIfWedgeContract(string Measure, double Effect, double? StandardError);

/// <summary>In °C; below zero is cooler.</summary>
public sealed record WhatIfWarmingContract(double Low, double Central, double High);
