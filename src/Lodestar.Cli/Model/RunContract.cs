// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Explain;
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
            Origins.LabelsOf(output.Variable, cell),
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
