// SPDX-License-Identifier: Apache-2.0
using System.Reflection.Emit;
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Compile;

/// <summary>A plan with its code.</summary>
internal sealed class CompiledPlan
{
    // The time to compile a method grows faster than its length.
    private const int MostInOneMethod = 150;

    private readonly Dictionary<Part, Method[]> methods = [];

    private CompiledPlan(Plan plan) => Plan = plan;

    public Plan Plan { get; }

    /// <summary>Of the values that all lanes share; null when there are none.</summary>
    public CompiledPlan? Shared { get; private init; }

    /// <summary>Writes the code of a plan.</summary>
    /// <param name="cancellation">Looked at once a method.</param>
    public static CompiledPlan Of(Plan plan, CancellationToken cancellation = default)
    {
        var compiled = new CompiledPlan(plan) { Shared = plan.Shared is { } shared ? Of(shared, cancellation) : null };
        foreach (var (part, groups) in plan.Groups)
        {
            compiled.methods[part] = [.. compiled.Write(part, groups, cancellation)];
        }

        return compiled;
    }

    /// <summary>The methods of a part, in order.</summary>
    public Method[] Of(Part part) => methods.GetValueOrDefault(part) ?? [];

    private IEnumerable<Method> Write(Part part, List<Group> groups, CancellationToken cancellation)
    {
        var at = 0;
        while (at < groups.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            var method = new DynamicMethod(
                $"{part.Phase}{part.Stratum}_{at}",
                typeof(void),
                [typeof(Frame).MakePointerType()],
                typeof(CompiledPlan).Module,
                skipVisibility: true
            )
            {
                InitLocals = false,
            };
            var il = method.GetILGenerator();
            var pointers = new Pointers(il);
            var (first, size) = (at, 0);
            do
            {
                size += groups[at].Size;
                Write(part, groups[at], il, pointers);
                at++;
            } while (at < groups.Count && size + groups[at].Size <= MostInOneMethod);
            il.Emit(OpCodes.Ret);
            yield return new Method(method.CreateDelegate<Code>(), [.. groups[first..at].Select(g => g.Index)]);
        }
    }

    private void Write(Part part, Group group, ILGenerator il, Pointers pointers)
    {
        var end = il.DefineLabel();
        if (Plan.Layout == Layout.Labels)
        {
            il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Active)]);
            il.Emit(OpCodes.Ldc_I4, group.Index);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldind_U1);
            il.Emit(OpCodes.Brfalse, end);
        }

        GroupWriter.Write(Plan, part, group, il, pointers);
        il.MarkLabel(end);
    }
}

/// <summary>One method of a plan.</summary>
/// <param name="Groups">The groups it computes, by their index.</param>
internal sealed record Method(Code Code, int[] Groups);
