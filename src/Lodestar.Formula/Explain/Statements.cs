// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Declarations;

namespace Lodestar.Formula.Explain;

/// <summary>What the files of a model state of each variable, by its full name.</summary>
internal static class Statements
{
    /// <summary>A variable of the files, and the prefix its formula's names may stand under.</summary>
    public sealed record Statement(VariableText Text, string Prefix);

    public static Dictionary<string, Statement> Of(ModelText model)
    {
        var all = new Dictionary<string, Statement>(StringComparer.Ordinal);
        Add(model, "", 0);
        return all;

        void Add(ModelText part, string prefix, int depth)
        {
            foreach (var variable in part.Variables)
            {
                all.TryAdd(prefix + variable.Name.Text, new Statement(variable, prefix));
            }

            foreach (var measure in part.Measures)
            {
                var own = $"{prefix}measures.{measure.Id.Text}.";
                foreach (var variable in measure.Variables)
                {
                    all.TryAdd(own + variable.Name.Text, new Statement(variable, prefix));
                }
            }

            foreach (var use in depth < MostDepth ? part.Uses : [])
            {
                var under = $"{prefix}{use.As.Text}.";
                foreach (var (name, value) in use.With)
                {
                    all.TryAdd(under + name.Text, new Statement(new VariableText(name) { Value = value }, prefix));
                }

                if (use.Text is { } module)
                {
                    Add(module, under, depth + 1);
                }
            }
        }
    }

    private const int MostDepth = 16;
}
