// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>
/// Gives everything its place. What is needed within a year alone shares room, so that the working set of a block of
/// draws stays in the nearest cache.
/// </summary>
internal sealed class Placement(
    LoweredModel model,
    Layout layout,
    bool keepsYears,
    Needs needs,
    Dictionary<Part, List<Group>> groups
)
{
    private readonly Dictionary<BoundVariable, Buffer> variables = [];
    private readonly Dictionary<(Node, Part), Buffer> homes = [];
    private readonly Dictionary<(Node, Part), long> partials = [];
    private readonly Allotment once = new();
    private readonly Allotment state = new();
    private readonly Allotment history = new();
    private readonly Allotment temporary = new();
    private long temporaryEnd;
    private long historyStart;
    private long historyEnd;

    private Loop? Innermost => layout == Layout.Labels ? model.LaneLoop : null;

    public Plan Make(Plan? shared)
    {
        PlaceVariables();
        (temporaryEnd, historyEnd) = (temporary.End, history.End);
        foreach (var stratum in groups.OrderBy(g => g.Key.Phase).GroupBy(g => g.Key.Stratum).OrderBy(g => g.Key))
        {
            // The first year and the later ones share room; strata do not, since all of them are kept.
            historyStart = historyEnd;
            foreach (var (part, all) in stratum)
            {
                PlaceSteps(part, all);
            }
        }

        var numbers = new NumberStore(Innermost, model.Model.YearCount);
        foreach (var source in needs.Numbers)
        {
            numbers.Place(source);
        }

        var parameters = PlaceParameters(out var parameterBytes);
        return new Plan
        {
            Model = model,
            Layout = layout,
            Needs = needs,
            Shared = shared,
            Groups = groups,
            Homes = homes,
            Variables = variables,
            Parameters = parameters,
            Numbers = numbers,
            Partials = partials,
            ParameterBytes = parameterBytes,
            OnceBytes = once.End,
            StateBytes = state.End,
            TemporaryBytes = temporaryEnd,
            HistoryStride = historyEnd,
        };
    }

    private Buffer Lay(ImmutableArray<Loop> axes) => Buffer.Lay(axes, layout == Layout.Draws, Innermost);

    private void PlaceVariables()
    {
        foreach (var (variable, keeping) in needs.Variables.OrderBy(v => v.Key.Index))
        {
            var laid = Lay(model.Of(variable.Axes));
            var region =
                !model.Variables[variable.Index].IsYearly ? Region.Once
                : keepsYears || keeping.IsReadLater ? Region.History
                : keeping.IsReadBefore ? Region.State
                : Region.Temporary;
            variables[variable] = Take(laid, region);
        }
    }

    private Buffer Take(Buffer laid, Region region) =>
        laid with
        {
            Region = region,
            Offset = region switch
            {
                Region.Once => once.Take(laid.Bytes),
                Region.State => state.Take(laid.Bytes),
                Region.History => history.Take(laid.Bytes),
                _ => temporary.Take(laid.Bytes),
            },
        };

    private void PlaceSteps(Part part, List<Group> all)
    {
        var uses = needs.Parts.GetValueOrDefault(part) ?? [];
        var where = new Dictionary<Node, int>();
        var last = new Dictionary<Node, int>();
        for (var g = 0; g < all.Count; g++)
        {
            foreach (var step in all[g].Steps)
            {
                if (step.IsHome)
                {
                    where[step.Value] = g;
                }
            }
        }

        for (var g = 0; g < all.Count; g++)
        {
            foreach (var (read, isSame) in all[g].Steps.SelectMany(s => s.Reads))
            {
                if (!isSame || where[read] != g)
                {
                    last[read] = g;
                }
            }
        }

        var room = new Allotment(keepsYears ? historyStart : temporary.End);
        var scratch = new Allotment(temporary.End);
        for (var g = 0; g < all.Count; g++)
        {
            List<(long, long)> freed = [];
            foreach (var step in all[g].Steps.Where(s => s.IsHome))
            {
                Place(step, part, last.TryGetValue(step.Value, out var until) || uses[step.Value.Id].IsKept);
                if (SumsLanes(step))
                {
                    var bytes = 8 * 64L;
                    var offset = (keepsYears ? scratch : room).Take(bytes);
                    partials[(step.Value, part)] = offset;
                    freed.Add((offset, bytes));
                }
            }

            foreach (var (offset, bytes) in freed)
            {
                (keepsYears ? scratch : room).Give(offset, bytes);
            }

            foreach (var (node, _) in last.Where(l => l.Value == g && !keepsYears))
            {
                if (homes.TryGetValue((node, part), out var home) && home.Region == Region.Temporary && IsOwn(home))
                {
                    room.Give(home.Offset, home.Bytes);
                }
            }
        }

        temporaryEnd = Math.Max(temporaryEnd, keepsYears ? scratch.End : room.End);
        historyEnd = Math.Max(historyEnd, keepsYears ? room.End : 0);

        void Place(Step step, Part at, bool isNeeded)
        {
            if (step.Stores.Count > 0)
            {
                homes[(step.Value, at)] = variables[step.Stores[0]];
            }
            else if (isNeeded)
            {
                var laid = Lay(step.Value.Axes);
                homes[(step.Value, at)] =
                    at.Phase == Phase.Once
                        ? Take(laid, Region.Once)
                        : laid with
                        {
                            Region = keepsYears ? Region.History : Region.Temporary,
                            Offset = room.Take(laid.Bytes),
                        };
            }
        }
    }

    // The start of the temporaries holds variables, which must last until they are copied out.
    private bool IsOwn(Buffer home) => home.Offset >= temporary.End;

    private bool SumsLanes(Step step) =>
        layout == Layout.Draws
        && step.Value is ReductionNode { Reduction: Reduction.Sum } sum
        && model.LaneLoop is { } lane
        && sum.Over.Contains(lane);

    private ImmutableArray<Buffer> PlaceParameters(out long bytes)
    {
        var buffers = ImmutableArray.CreateBuilder<Buffer>();
        var offsets = Lanes.Offsets(model.Model);
        var room = new Allotment();
        foreach (var parameter in model.Model.Parameters)
        {
            var laid = Lay(model.Of(parameter.Axes));
            buffers.Add(
                laid with
                {
                    Region = Region.Parameters,
                    Offset = layout == Layout.Draws ? offsets[parameter.Index] * 64L : room.Take(laid.Bytes),
                }
            );
        }

        bytes = layout == Layout.Draws ? Lanes.ParameterCells(model.Model) * 64L : room.End;
        return buffers.ToImmutable();
    }
}
