// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;
using Lodestar.Planning.Plans;

namespace Lodestar.Web.Components.Areas;

/// <summary>Which framework an address means, and a plan's view of it.</summary>
internal static class PlanFrameworks
{
    /// <summary>The newest version of each framework, the Coalition's first.</summary>
    public static IReadOnlyList<FrameworkDefinition> Choices(SharedLibrary library) =>
        [
            .. library
                .Frameworks.GroupBy(f => f.Id)
                .Select(g => g.MaxBy(f => f.Version)!)
                .OrderBy(f => f == library.MainFramework ? 0 : 1)
                .ThenBy(f => f.Id, StringComparer.Ordinal),
        ];

    /// <summary>
    /// The framework asked for by id or "id@version"; else the Coalition's, in the version that the plan states against.
    /// Null when the library has none such.
    /// </summary>
    public static FrameworkDefinition? Find(SharedLibrary library, string? asked, Plan? plan = null)
    {
        var found = string.IsNullOrEmpty(asked) ? Choices(library).FirstOrDefault() : library.FindFramework(asked);
        return found is null || plan is null || found.Key == asked
            ? found
            : plan.Frameworks.Select(s => library.FindFramework(s.Framework)).FirstOrDefault(f => f?.Id == found.Id)
                ?? found;
    }

    public static FrameworkView? View(
        SharedLibrary library,
        Plan plan,
        PlanAssessment assessment,
        string? asked = null
    ) =>
        Find(library, asked, plan) is { } framework
            ? FrameworkView.Of(framework, plan.Frameworks.FirstOrDefault(s => s.Framework == framework.Key), assessment)
            : null;
}
