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

    /// <summary>Whether nothing is left to compile.</summary>
    public bool IsCompiled =>
        Shared is null or { IsCompiled: true } && methods.Values.All(m => m.All(x => x.Code.IsValueCreated));

    /// <summary>Writes the code of a plan, which takes milliseconds; it is compiled by <see cref="Compile"/>.</summary>
    public static CompiledPlan Of(Plan plan)
    {
        var compiled = new CompiledPlan(plan) { Shared = plan.Shared is { } shared ? Of(shared) : null };
        foreach (var (part, groups) in plan.Groups)
        {
            compiled.methods[part] = [.. compiled.Write(part, groups)];
        }

        return compiled;
    }

    /// <summary>Compiles what no plan has had compiled of late.</summary>
    /// <param name="cancellation">Looked at once a method.</param>
    public void Compile(CancellationToken cancellation)
    {
        Shared?.Compile(cancellation);
        foreach (var method in methods.Values.SelectMany(m => m))
        {
            cancellation.ThrowIfCancellationRequested();
            _ = method.Code.Value;
        }
    }

    /// <summary>The methods of a part, in order.</summary>
    public Method[] Of(Part part) => methods.GetValueOrDefault(part) ?? [];

    private IEnumerable<Method> Write(Part part, List<Group> groups)
    {
        var at = 0;
        while (at < groups.Count)
        {
            var il = new Listing();
            var pointers = new Pointers(il);
            var (first, size) = (at, 0);
            do
            {
                size += groups[at].Size;
                Write(part, groups[at], il, pointers);
                at++;
            } while (at < groups.Count && size + groups[at].Size <= MostInOneMethod);
            il.Emit(OpCodes.Ret);
            yield return new Method(CompiledCode.Of(il), [.. groups[first..at].Select(g => g.Index)]);
        }
    }

    private void Write(Part part, Group group, Listing il, Pointers pointers)
    {
        var end = il.DefineMark();
        if (Plan.Layout == Layout.Labels)
        {
            il.Emit(OpCodes.Ldloc, pointers[nameof(Frame.Active)]);
            il.Emit(OpCodes.Ldc_I4, group.Index);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldind_U1);
            il.Emit(OpCodes.Brfalse, end);
        }

        GroupWriter.Write(Plan, part, group, il, pointers);
        il.Put(end);
    }
}

/// <summary>One method of a plan.</summary>
/// <param name="Groups">The groups it computes, by their index.</param>
internal sealed record Method(Lazy<Code> Code, int[] Groups);
