// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Reflection.Emit;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>Writes the code of one group of steps.</summary>
internal sealed class GroupWriter
{
    private readonly Plan plan;
    private readonly Part part;
    private readonly Group group;
    private readonly Listing il;
    private readonly Loop? lane;
    private readonly bool isEight;
    private readonly Nest nest;
    private readonly List<Level> levels;
    private readonly Dictionary<Node, Access> loads = [];
    private readonly List<Access> accesses = [];
    private readonly Dictionary<Step, List<Access>> stores = [];
    private readonly Dictionary<Node, Local> values = [];
    private readonly Dictionary<Step, Local> sums = [];
    private readonly Access? mask;

    private GroupWriter(Plan plan, Part part, Group group, Listing il, Pointers pointers)
    {
        (this.plan, this.part, this.group, this.il) = (plan, part, group, il);
        lane = plan.Model.LaneLoop;
        var hasLane = lane is not null && group.Domain.Contains(lane);
        isEight = plan.Layout == Layout.Draws || (hasLane && !group.IsGather);
        if (plan.Layout == Layout.Labels && isEight && group.Over.Contains(lane!) && lane!.Count % 8 != 0)
        {
            mask = Access.Of(
                new Buffer(Region.Numbers, plan.Numbers.Mask(lane.Count), [lane], [sizeof(double)], false, 0)
            );
            accesses.Add(mask);
        }

        foreach (var step in group.Steps)
        {
            Gather(step);
        }

        levels = Level.Merge(Levels(), accesses);
        nest = new Nest(il, pointers, levels);
    }

    private bool IsSummedByRemainder =>
        plan.Layout == Layout.Draws
        && lane is not null
        && group.Over.Contains(lane)
        && group.Steps.Exists(s => !s.Over.IsEmpty && ((ReductionNode)s.Value).Reduction == Reduction.Sum);

    public static void Write(Plan plan, Part part, Group group, Listing il, Pointers pointers) =>
        new GroupWriter(plan, part, group, il, pointers).Write();

    private IEnumerable<Level> Levels()
    {
        var isChunked = plan.Layout == Layout.Labels && isEight;
        ImmutableArray<Loop> outer = [.. group.Domain.Except(group.Over)];
        if (isChunked && outer.Contains(lane!))
        {
            outer = outer.Remove(lane!).Add(lane!);
        }

        foreach (var loop in outer)
        {
            yield return One(loop, false);
        }

        if (IsSummedByRemainder)
        {
            yield return new Level(LevelKind.Remainders, true, 8, lane!);
        }

        foreach (var loop in group.Over)
        {
            yield return One(loop, true);
        }

        Level One(Loop loop, bool isReduced)
        {
            if (loop == lane && isChunked)
            {
                return new Level(LevelKind.Chunks, isReduced, Buffer.Chunks(loop.Count), loop);
            }

            var kind =
                loop.Kind == LoopKind.Cohorts ? LevelKind.Cohorts
                : loop == lane && isReduced && IsSummedByRemainder ? LevelKind.OfRemainder
                : LevelKind.Every;
            return new Level(kind, isReduced, loop.Count, loop);
        }
    }

    private void Gather(Step step)
    {
        var root = step.IsHome ? step.Value : null;
        if (root is ReductionNode reduction)
        {
            Gather(reduction.Body);
        }
        else if (root is OperationNode operation)
        {
            foreach (var operand in operation.Operands)
            {
                Gather(operand);
            }
        }
        else
        {
            Gather(step.Value, isOwn: root is not null);
        }

        List<Access> into = [];
        stores[step] = into;
        if (root is not null && plan.Home(root, part) is { } home)
        {
            into.Add(Access.Of(home));
        }

        foreach (var buffer in step.Stores.Select(v => plan.Variables[v]))
        {
            if (!into.Exists(a => a.Buffer == buffer))
            {
                into.Add(Access.Of(buffer));
            }
        }

        accesses.AddRange(into);
    }

    private void Gather(Node node, bool isOwn = false)
    {
        if (node is ConstantNode || loads.ContainsKey(node))
        {
            return;
        }

        if (node is OperationNode operation && IsInline(node))
        {
            foreach (var operand in operation.Operands)
            {
                Gather(operand);
            }
        }
        else if (isOwn || !group.Steps.Exists(s => s.IsHome && s.Value == node && s.Over.IsEmpty))
        {
            loads[node] =
                node is LoadNode load && (isOwn || !plan.Needs.IsGather(node))
                    ? Of(load)
                    : Access.Of(plan.Home(node, part)!);
            accesses.Add(loads[node]);
        }
    }

    private bool IsInline(Node node) =>
        !plan.Needs.IsShared(node)
        && Needs.PartOf(node, part) == part
        && plan.Needs.Parts.GetValueOrDefault(part)?.TryGetValue(node.Id, out var use) == true
        && !use.IsRoot;

    private Access Of(LoadNode load)
    {
        var buffer = load.Source switch
        {
            ParameterSource parameter => plan.Parameters[parameter.Parameter.Index],
            NumbersSource numbers => plan.Numbers.Place(numbers),
            NodeSource node => plan.Home(node.Node, part)!,
            VariableSource variable => plan.Home(variable.Variable)!,
            _ => throw new InvalidOperationException(),
        };
        var stride = buffer.Region switch
        {
            Region.History => plan.HistoryStride,
            Region.SharedYears => plan.Shared!.HistoryStride,
            _ => 0,
        };
        return Access.Of(buffer, load, stride, plan.Numbers);
    }

    private void Write()
    {
        var outer = levels.Count(l => !l.IsReduced);
        var remainders = IsSummedByRemainder ? levels.FindIndex(l => l.Kind == LevelKind.Remainders) : -1;
        for (var i = 0; i < levels.Count; i++)
        {
            if (i == outer)
            {
                StartSums(s => !HasParts(s));
            }

            nest.Enter(i, accesses);
            if (i == remainders)
            {
                StartSums(HasParts);
            }
        }

        foreach (var step in group.Steps)
        {
            Compute(step);
        }

        for (var i = levels.Count - 1; i >= 0; i--)
        {
            if (i == remainders)
            {
                foreach (var (step, sum) in sums.Where(s => HasParts(s.Key)))
                {
                    nest.Partial(plan.Partials[(step.Value, part)], remainders);
                    il.Emit(OpCodes.Ldloc, sum);
                    Instructions.Store(il, isEight);
                }
            }

            nest.Leave(i);
            if (i == outer)
            {
                FinishSums();
            }
        }
    }

    private bool HasParts(Step step) => IsSummedByRemainder && ((ReductionNode)step.Value).Reduction == Reduction.Sum;

    private static double Start(Step step) =>
        ((ReductionNode)step.Value).Reduction switch
        {
            Reduction.Sum => 0,
            Reduction.Min => double.PositiveInfinity,
            _ => double.NegativeInfinity,
        };

    private void StartSums(Func<Step, bool> which)
    {
        foreach (var step in group.Steps.Where(s => !s.Over.IsEmpty).Where(which))
        {
            sums[step] = il.DeclareLocal(isEight ? Instructions.Eight : typeof(double));
            Instructions.Constant(il, Start(step), isEight);
            il.Emit(OpCodes.Stloc, sums[step]);
        }
    }

    private void Compute(Step step)
    {
        if (!step.Over.IsEmpty)
        {
            Accumulate(step, (ReductionNode)step.Value);
            return;
        }

        var isRead = step.IsHome && group.Steps.Exists(s => s.Reads.GetValueOrDefault(step.Value));
        var into = stores[step];
        if (!isRead && into.Count == 1)
        {
            nest.Address(into[0]);
            Body(step);
            Instructions.Store(il, isEight);
            return;
        }

        var local = il.DeclareLocal(isEight ? Instructions.Eight : typeof(double));
        Body(step);
        il.Emit(OpCodes.Stloc, local);
        foreach (var access in into)
        {
            nest.Address(access);
            il.Emit(OpCodes.Ldloc, local);
            Instructions.Store(il, isEight);
        }

        if (step.IsHome)
        {
            values[step.Value] = local;
        }
    }

    private void Body(Step step)
    {
        if (step is { IsHome: true, Value: OperationNode operation })
        {
            Operate(operation);
        }
        else
        {
            Value(step.Value);
        }
    }

    private void Accumulate(Step step, ReductionNode reduction)
    {
        il.Emit(OpCodes.Ldloc, sums[step]);
        Value(reduction.Body);
        if (mask is not null)
        {
            nest.Address(mask);
            Instructions.Load(il, isEight: true);
            if (reduction.Reduction == Reduction.Sum)
            {
                Instructions.Mask(il);
            }
            else
            {
                Instructions.Constant(il, Start(step), isEight: true);
                Instructions.MaskBy(il);
            }
        }

        Instructions.Operate(il, Joining(reduction.Reduction), isEight);
        il.Emit(OpCodes.Stloc, sums[step]);
    }

    private static Operation Joining(Reduction reduction) =>
        reduction switch
        {
            Reduction.Sum => Operation.Add,
            Reduction.Min => Operation.Min,
            _ => Operation.Max,
        };

    private void FinishSums()
    {
        foreach (var (step, sum) in sums)
        {
            var isJoined = plan.Layout == Layout.Labels && isEight && group.Over.Contains(lane!);
            foreach (var access in stores[step])
            {
                nest.Address(access);
                if (HasParts(step))
                {
                    JoinParts(plan.Partials[(step.Value, part)]);
                }
                else
                {
                    il.Emit(OpCodes.Ldloc, sum);
                    if (isJoined)
                    {
                        Instructions.Join(il, ((ReductionNode)step.Value).Reduction);
                    }
                }

                Instructions.Store(il, isEight && !isJoined);
            }
        }
    }

    /// <summary>((p0+p4)+(p2+p6))+((p1+p5)+(p3+p7)), each part eight lanes.</summary>
    private void JoinParts(long offset)
    {
        Part(0);
        Part(4);
        Plus();
        Part(2);
        Part(6);
        Plus();
        Plus();
        Part(1);
        Part(5);
        Plus();
        Part(3);
        Part(7);
        Plus();
        Plus();
        Plus();

        void Part(int index)
        {
            nest.Temporary(offset + (64 * index));
            Instructions.Load(il, isEight);
        }

        void Plus() => Instructions.Operate(il, Operation.Add, isEight);
    }

    private void Value(Node node)
    {
        if (values.TryGetValue(node, out var local))
        {
            il.Emit(OpCodes.Ldloc, local);
        }
        else if (node is ConstantNode constant)
        {
            // Read from memory: as an immediate operand .NET 10 folds some kernels to what they are not
            // (the lesser of 0 and −0, "or" with a constant).
            nest.Number(plan.Numbers.Constant(constant.Value));
            Instructions.Load(il, isEight: false);
            if (isEight)
            {
                Instructions.Spread(il);
            }
        }
        else if (loads.TryGetValue(node, out var access))
        {
            nest.Address(access);
            var isVector =
                isEight
                && (
                    access.Buffer.IsLanes
                    || (plan.Layout == Layout.Labels && access.Strides.GetValueOrDefault(lane!) != 0)
                );
            Instructions.Load(il, isVector);
            if (isEight && !isVector)
            {
                Instructions.Spread(il);
            }
        }
        else
        {
            Operate((OperationNode)node);
        }
    }

    private void Operate(OperationNode operation)
    {
        foreach (var operand in operation.Operands)
        {
            Value(operand);
        }

        Instructions.Operate(il, operation.Operation, isEight);
    }
}
