// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Compile;

/// <summary>
/// Methods that were compiled of late, by what they say. Code holds places in memory and no numbers of a model, so that a
/// plan and its next revision, or plans made from one template, mostly need the same.
/// </summary>
internal static class CompiledCode
{
    // A city's model has some 100 methods for each set of outputs.
    private const int Most = 4096;

    private static readonly Lock Gate = new();
    private static Dictionary<UInt128, Lazy<Code>> recent = [];
    private static Dictionary<UInt128, Lazy<Code>> older = [];

    /// <summary>A method as it was compiled, or to be compiled when it is first asked for. From any thread.</summary>
    public static Lazy<Code> Of(Listing listing)
    {
        var key = listing.Fingerprint();
        lock (Gate)
        {
            if (recent.TryGetValue(key, out var code))
            {
                return code;
            }

            // What was not asked for while as many others were is forgotten.
            if (recent.Count >= Most / 2)
            {
                (older, recent) = (recent, []);
            }

            return recent[key] = older.GetValueOrDefault(key) ?? new Lazy<Code>(listing.Compile);
        }
    }
}
