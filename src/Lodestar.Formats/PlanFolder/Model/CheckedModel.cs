// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Model;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>A model read and checked.</summary>
/// <param name="Text">What its files state; null when there is none.</param>
/// <param name="Model">Ready to run; null when it has errors.</param>
/// <param name="Sources">What its variables may name as their source.</param>
/// <param name="Diagnostics">Of its files and of what they mean; one mistake is said once.</param>
public sealed record CheckedModel(
    ModelText? Text,
    BoundModel? Model,
    EquatableList<Source> Sources,
    EquatableList<Diagnostic> Diagnostics
)
{
    /// <summary>Gives what was read its meaning.</summary>
    /// <param name="reading">The files.</param>
    /// <returns>The model and everything that is to be said about it.</returns>
    public static CheckedModel Of(ModelReading reading)
    {
        if (reading.Model is not { } text)
        {
            return new CheckedModel(null, null, reading.Sources, reading.Diagnostics);
        }

        var binding = Binder.Bind(text);
        var broken = Broken(text);
        var problems = binding.Problems.Where(p => !IsSaid(p, broken)).Select(ModelDiagnostics.Of);
        var all = reading.Diagnostics.Concat(problems).ToEquatableList();
        var isSound = all.All(d => d.Severity != Severity.Error);
        return new CheckedModel(text, isSound ? binding.Model : null, reading.Sources, all);
    }

    /// <summary>What could not be read has no value, unit or labels, and that has been said.</summary>
    private static bool IsSaid(Problem problem, HashSet<Piece> broken) =>
        problem.Fault is Fault.NoValue or Fault.UnitMissing or Fault.AxisEmpty or Fault.BadName
        && broken.Contains(problem.Span.Piece);

    private static HashSet<Piece> Broken(ModelText model)
    {
        var names = new HashSet<Piece>();
        var seen = new HashSet<ModelText>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<ModelText>([model]);
        while (waiting.TryPop(out var text))
        {
            // A module that is used a thousand times is one text.
            if (!seen.Add(text))
            {
                continue;
            }

            var variables = text.Variables.Concat(text.Measures.SelectMany(m => m.Variables));
            names.UnionWith(variables.Where(v => v.IsBroken).Select(v => v.Name));
            names.UnionWith(text.Axes.Where(a => a.IsBroken).Select(a => a.Name));
            foreach (var module in text.Uses.Select(u => u.Text).OfType<ModelText>())
            {
                waiting.Push(module);
            }
        }

        return names;
    }
}
