// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Web.Features;

namespace Lodestar.Cli.Model;

/// <summary>A run as JSON. Lists of values go from the first year to the last; null where a value is no finite number.</summary>
/// <param name="Draws">0 for one run with the central values.</param>
internal sealed record RunContract(
    string Model,
    int FirstYear,
    int LastYear,
    int Draws,
    ulong? Seed,
    string? Design,
    IReadOnlyList<string> Set,
    IReadOnlyList<OutputContract> Outputs,
    IReadOnlyList<OddsContract> Odds,
    IReadOnlyList<DriversContract> Drivers,
    IReadOnlyList<DiagnosticContract> Diagnostics
)
{
    public static RunContract From(ModelRun run, IReadOnlyList<Diagnostic> told, MessageCatalog texts) =>
        new(
            run.Model.Name,
            run.Model.FirstYear,
            run.Model.FirstYear + run.Model.YearCount - 1,
            run.Draws,
            run.Draws > 0 ? run.Seed : null,
            run.Draws == 0 ? null
                : run.Design == Lodestar.Formula.Chance.Design.LatinHypercube ? "lhs"
                : "random",
            run.Set,
            [.. run.Outputs.Select(o => OutputContract.From(o, run.Model.YearCount))],
            [.. run.Odds.Select(o => OddsContract.From(o, texts))],
            [.. run.Drivers.Select(DriversContract.From)],
            [.. told.Select(d => DiagnosticContract.From(d, texts))]
        );
}

internal sealed record OutputContract(
    string Name,
    string? Title,
    string Unit,
    IReadOnlyList<string> Axes,
    IReadOnlyList<CellContract> Cells
)
{
    public static OutputContract From(Output output, int years) =>
        new(
            output.Variable.Name,
            output.Variable.Title,
            output.Variable.Unit.Symbol,
            [.. output.Variable.Axes.Select(a => a.Name)],
            [.. Enumerable.Range(0, output.Variable.Cells).Select(c => CellContract.From(output, c, years))]
        );
}

/// <param name="Labels">A label for each axis.</param>
/// <param name="Values">Of one run, or the medians of a sample.</param>
internal sealed record CellContract(
    IReadOnlyList<string> Labels,
    IReadOnlyList<double?> Values,
    IReadOnlyList<double?>? Mean,
    IReadOnlyList<double?>? P05,
    IReadOnlyList<double?>? P95
)
{
    public static CellContract From(Output output, int cell, int years)
    {
        return new(
            Cell.Labels(output.Variable.Axes, cell),
            Of(output.Values)!,
            Of(output.Mean),
            Of(output.Low),
            Of(output.High)
        );

        double?[]? Of(double[]? values) =>
            values is null
                ? null
                :
                [
                    .. Enumerable
                        .Range(0, years)
                        .Select(y => values[(y * output.Variable.Cells) + cell])
                        .Select(v => double.IsFinite(v) ? v : (double?)null),
                ];
    }
}

/// <param name="Shares">Of the draws, by year; null where they are said in words alone.</param>
/// <param name="Words">By year, where most of the spread comes from unverified inputs.</param>
internal sealed record OddsContract(
    string Condition,
    IReadOnlyList<double>? Shares,
    IReadOnlyList<string>? Words,
    IReadOnlyList<string> ReplaceFirst
)
{
    public static OddsContract From(RunOdds odds, MessageCatalog texts) =>
        new(
            odds.Formula,
            odds.Words is null ? odds.Shares : null,
            odds.Words?.Select(w => texts.Text(w)).ToList(),
            odds.ReplaceFirst
        );
}

/// <summary>What the spread of a number in the last year comes from.</summary>
internal sealed record DriversContract(string Name, IReadOnlyList<DriverContract> Inputs)
{
    public static DriversContract From(RunDrivers drivers) =>
        new(drivers.Name, [.. drivers.Inputs.Select(DriverContract.From)]);
}

/// <param name="Share">Of the spread.</param>
/// <param name="Correlation">Of ranks.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
internal sealed record DriverContract(
    string Name,
    double Share,
    double Correlation,
    double Low,
    double High,
    string? Grade
)
{
    public static DriverContract From(SpreadInput input) =>
        new(RunSample.Name(input), input.Share, input.Correlation, input.Low, input.High, input.Parameter.Grade);
}
