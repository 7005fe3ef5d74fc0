// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Explain;

/// <summary>That a variable reads another one, or a parameter.</summary>
/// <param name="From">What is read, by name.</param>
/// <param name="To">The variable that reads it.</param>
/// <param name="IsEarlier">True where earlier years of it are read and not the same one.</param>
public sealed record Link(string From, string To, bool IsEarlier);

/// <summary>What depends on what.</summary>
/// <param name="Variables">In the order of evaluation, without what the binder made itself.</param>
/// <param name="Switches">The switches of measures.</param>
/// <param name="Links">By what reads, then in the order it reads.</param>
public sealed record ModelGraph(
    ImmutableArray<BoundVariable> Variables,
    ImmutableArray<Parameter> Switches,
    ImmutableArray<Link> Links
)
{
    /// <summary>The graph of a model.</summary>
    /// <param name="model">A checked model.</param>
    /// <returns>Its variables and what each of them reads.</returns>
    public static ModelGraph Of(BoundModel model)
    {
        ImmutableArray<BoundVariable> variables =
        [
            .. model.Strata.SelectMany(s => s).Where(v => !v.IsHidden).Distinct(),
        ];
        var anywhere = Enumerable.Repeat(-1, model.Axes.Length).ToArray();
        var links = ImmutableArray.CreateBuilder<Link>();
        foreach (var variable in variables)
        {
            var collector = new ReadCollector();
            var year = model.YearCount > 1 ? 1 : 0;
            collector.Walk(variable.Body, year, anywhere);
            if (variable.First is { } first)
            {
                collector.Walk(first, 0, anywhere);
            }

            var reads = collector
                .Reads.Where(r =>
                    r.Parameter is null or { IsInput: true } or { IsSwitch: true } && r.Parameter?.Name != variable.Name
                )
                .GroupBy(r => r.Variable?.Name ?? r.Parameter!.Name, StringComparer.Ordinal);
            foreach (var read in reads)
            {
                var isEarlier = year > 0 && read.All(r => r.Variable is not null && r.ToYear < year);
                links.Add(new Link(read.Key, variable.Name, isEarlier && variable.First is null));
            }
        }

        return new(variables, [.. model.Parameters.Where(p => p.IsSwitch)], links.ToImmutable());
    }
}
