// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Reflection.Emit;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>
/// Writes a nest of loops: each level counts down, and beside it run the distances in memory that the accesses inside
/// need, one for all that go in the same strides.
/// </summary>
internal sealed class Nest(Listing il, Pointers pointers, List<Level> levels)
{
    private readonly List<Dictionary<string, (Local Local, long Stride)>> running = [];

    public void Enter(int index, IReadOnlyCollection<Access> accesses)
    {
        var level = levels[index];
        Dictionary<string, (Local, long)> own = [];
        running.Add(own);
        foreach (var access in accesses.Concat(accesses.SelectMany(Tables)))
        {
            var stride = level.Stride(access);
            var key = Key(access, index);
            if (stride == 0 || own.ContainsKey(key))
            {
                continue;
            }

            var local = il.DeclareLocal(typeof(nint));
            if (Distance(access, index - 1) is { } outer)
            {
                il.Emit(OpCodes.Ldloc, outer);
            }
            else
            {
                il.Emit(OpCodes.Ldc_I4_0);
                il.Emit(OpCodes.Conv_I);
            }

            il.Emit(OpCodes.Stloc, local);
            own[key] = (local, stride);
        }

        level.Left = il.DeclareLocal(typeof(int));
        level.Start = il.DefineMark();
        level.End = il.DefineMark();
        Count(level);
        il.Emit(OpCodes.Stloc, level.Left);
        if (level.Kind == LevelKind.Cohorts)
        {
            il.Emit(OpCodes.Ldloc, level.Left);
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Ble, level.End);
        }

        il.Put(level.Start);
    }

    public void Leave(int index)
    {
        var level = levels[index];
        foreach (var (local, stride) in running[index].Values)
        {
            il.Emit(OpCodes.Ldloc, local);
            Integer(stride);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Stloc, local);
        }

        il.Emit(OpCodes.Ldloc, level.Left);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Stloc, level.Left);
        il.Emit(OpCodes.Ldloc, level.Left);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Bgt, level.Start);
        il.Put(level.End);
        running.RemoveAt(index);
    }

    /// <summary>Stack: → address.</summary>
    public void Address(Access access)
    {
        il.Emit(OpCodes.Ldloc, pointers[access.Pointer]);
        if (Distance(access, running.Count - 1) is { } distance)
        {
            il.Emit(OpCodes.Ldloc, distance);
            il.Emit(OpCodes.Add);
        }

        foreach (var (loop, table) in access.Maps)
        {
            il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Numbers)]);
            if (Distance(Table(access.Buffer, loop), running.Count - 1) is { } entry)
            {
                il.Emit(OpCodes.Ldloc, entry);
                il.Emit(OpCodes.Add);
            }

            Add(table);
            il.Emit(OpCodes.Ldind_I8);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Add);
        }

        if (access.PerYear != 0)
        {
            il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Year)]);
            Integer(access.PerYear);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Add);
        }

        Add(access.Offset);
    }

    /// <summary>Stack: → address in the scratch of a sum, by the remainder that is counted.</summary>
    public void Partial(long offset, int remainders)
    {
        il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Temporary)]);
        il.Emit(OpCodes.Ldc_I4_8);
        il.Emit(OpCodes.Ldloc, levels[remainders].Left);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I);
        Integer(64);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
        Add(offset);
    }

    /// <summary>Stack: → address.</summary>
    public void Number(long offset)
    {
        il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Numbers)]);
        Add(offset);
    }

    /// <summary>Stack: → address.</summary>
    public void Temporary(long offset)
    {
        il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Temporary)]);
        Add(offset);
    }

    /// <summary>Stack: address → address.</summary>
    private void Add(long bytes)
    {
        if (bytes != 0)
        {
            Integer(bytes);
            il.Emit(OpCodes.Add);
        }
    }

    private static IEnumerable<Access> Tables(Access access) => access.Maps.Select(m => Table(access.Buffer, m.Loop));

    private static Access Table(Buffer buffer, Loop loop)
    {
        var table = new Access { Pointer = nameof(Frame.Numbers), Buffer = buffer };
        table.Strides[loop] = sizeof(long);
        return table;
    }

    private void Count(Level level)
    {
        switch (level.Kind)
        {
            case LevelKind.Cohorts:
                il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Year)]);
                il.Emit(OpCodes.Conv_I4);
                break;
            case LevelKind.OfRemainder:
                // Of n labels, remainder r has (n + 7 − r) / 8; r is 8 less what is left of the remainders.
                il.Emit(OpCodes.Ldloc, levels.Single(l => l.Kind == LevelKind.Remainders).Left);
                il.Emit(OpCodes.Ldc_I4, level.Loops[0].Count - 1);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldc_I4_3);
                il.Emit(OpCodes.Shr);
                break;
            default:
                il.Emit(OpCodes.Ldc_I4, checked((int)level.Count));
                break;
        }
    }

    private Local? Distance(Access access, int index)
    {
        for (var i = index; i >= 0; i--)
        {
            if (levels[i].Stride(access) != 0)
            {
                return running[i][Key(access, i)].Local;
            }
        }

        return null;
    }

    private string Key(Access access, int index) =>
        string.Join(',', levels.Take(index + 1).Select(l => l.Stride(access).ToString(CultureInfo.InvariantCulture)));

    private void Integer(long value)
    {
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            il.Emit(OpCodes.Ldc_I4, (int)value);
        }
        else
        {
            il.Emit(OpCodes.Ldc_I8, value);
        }

        il.Emit(OpCodes.Conv_I);
    }
}
