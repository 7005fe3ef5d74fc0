// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Explain;
using Lodestar.Planning.Plans;

namespace Lodestar.Cli.Model;

/// <summary>An explanation as JSON: a value and, nested, what it was computed from.</summary>
/// <param name="Labels">By axis; null where a formula reads every label.</param>
/// <param name="Value">Null where several values are read at once, or it is no finite number.</param>
/// <param name="ToYear">The last of several years that are read.</param>
/// <param name="Numbers">The formula with the values of its inputs in it.</param>
/// <param name="Measures">The switches of the measures that change it here.</param>
/// <param name="WithoutMeasures">What it would be without them.</param>
/// <param name="HasMore">True where the depth left inputs out.</param>
internal sealed record FactContract(
    string Name,
    string? Title,
    IReadOnlyDictionary<string, string?> Labels,
    int Year,
    int? ToYear,
    double? Value,
    string Unit,
    FactKind Kind,
    string? Formula,
    string? Numbers,
    string? File,
    int? Line,
    SourceContract? Source,
    string? Grade,
    IReadOnlyList<string> Measures,
    double? WithoutMeasures,
    bool HasMore,
    IReadOnlyList<FactContract> Inputs
)
{
    public static FactContract From(Fact fact, IReadOnlyList<Source> sources) =>
        new(
            fact.Name,
            fact.Variable?.Title,
            fact.Labels.ToDictionary(l => l.Axis.Name, l => l.Label),
            fact.Year,
            fact.ToYear,
            fact.Value is { } value && double.IsFinite(value) ? value : null,
            fact.Unit.Symbol,
            fact.Kind,
            fact.Formula,
            fact.Numbers,
            fact.Stated?.Name.File,
            fact.Stated?.Name.Line,
            fact.Stated?.Source is { } id
                ? SourceContract.From(id.Text, sources.FirstOrDefault(s => s.Id == id.Text))
                : null,
            fact.Stated?.Grade?.Text,
            fact.Measures,
            fact.Without is { } without && double.IsFinite(without) ? without : null,
            fact.IsCut,
            [.. fact.Inputs.Select(i => From(i, sources))]
        );
}

internal sealed record SourceContract(string Id, string? Title, string? Publisher, string? Edition, string? Url)
{
    public static SourceContract From(string id, Source? source) =>
        new(id, source?.Title, source?.Publisher, source?.Edition, source?.Url);
}
