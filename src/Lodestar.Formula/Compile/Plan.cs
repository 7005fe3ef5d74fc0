// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>What is computed when, and where everything stands in memory.</summary>
internal sealed class Plan
{
    public required LoweredModel Model { get; init; }

    public required Layout Layout { get; init; }

    public required Needs Needs { get; init; }

    /// <summary>What is the same in every lane, where lanes are draws.</summary>
    public required Plan? Shared { get; init; }

    /// <summary>The nests of loops by part, in order.</summary>
    public required Dictionary<Part, List<Group>> Groups { get; init; }

    /// <summary>Where computed values stand, by the part that computes them.</summary>
    public required Dictionary<(Node, Part), Buffer> Homes { get; init; }

    /// <summary>Where variables stand.</summary>
    public required Dictionary<BoundVariable, Buffer> Variables { get; init; }

    /// <summary>By place of the parameter.</summary>
    public required ImmutableArray<Buffer> Parameters { get; init; }

    public required NumberStore Numbers { get; init; }

    /// <summary>Room for the eight parts of sums, by the sum.</summary>
    public required Dictionary<(Node, Part), long> Partials { get; init; }

    public required long ParameterBytes { get; init; }

    public required long OnceBytes { get; init; }

    public required long StateBytes { get; init; }

    public required long TemporaryBytes { get; init; }

    /// <summary>Bytes of one year of <see cref="Region.History"/>.</summary>
    public required long HistoryStride { get; init; }

    /// <summary>Operations of a lane: cells times years, of every step.</summary>
    public long Work
    {
        get
        {
            var work = 0L;
            foreach (var (part, groups) in Groups)
            {
                var times = part.Phase == Phase.Later ? Model.Model.YearCount - 1 : 1;
                foreach (var group in groups)
                {
                    var cells = Math.Min(Loop.Cells(group.Domain), long.MaxValue >> 40);
                    work = Math.Min(work + (cells * group.Size * times), long.MaxValue >> 16);
                }
            }

            return work;
        }
    }

    public int GroupCount => Groups.Values.Sum(g => g.Count);

    /// <summary>Bytes that each worker needs.</summary>
    public long WorkingBytes =>
        ParameterBytes + OnceBytes + (2 * StateBytes) + TemporaryBytes + (HistoryStride * Model.Model.YearCount);

    /// <summary>Where a computed value stands for a reader; null when it stands nowhere.</summary>
    public Buffer? Home(Node node, Part reader)
    {
        if (!Needs.IsShared(node))
        {
            return Homes.GetValueOrDefault((node, Needs.PartOf(node, reader)));
        }

        return Shared!.Home(node, reader) is { } buffer ? AsShared(buffer) : null;
    }

    /// <summary>Where a variable stands.</summary>
    public Buffer? Home(BoundVariable variable)
    {
        if (Variables.TryGetValue(variable, out var own))
        {
            return own;
        }

        return Shared?.Variables.TryGetValue(variable, out var shared) == true ? AsShared(shared) : null;
    }

    private static Buffer AsShared(Buffer buffer) =>
        buffer with
        {
            Region = buffer.Region == Region.Once ? Region.Shared : Region.SharedYears,
        };
}
