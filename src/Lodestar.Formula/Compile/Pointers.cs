// SPDX-License-Identifier: Apache-2.0
using System.Reflection.Emit;
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Compile;

/// <summary>The pointers of a <see cref="Frame"/> as locals of a method.</summary>
internal sealed class Pointers
{
    private readonly Dictionary<string, Local> locals = new(StringComparer.Ordinal);

    public Pointers(Listing il)
    {
        foreach (var field in typeof(Frame).GetFields())
        {
            var local = il.DeclareLocal(typeof(nint));
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, field);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Stloc, local);
            locals[field.Name] = local;
        }
    }

    public Local this[string name] => locals[name];
}
