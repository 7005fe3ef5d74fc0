// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;

namespace Lodestar.Planning.Library;

/// <summary>
/// What all plans share: frameworks, good practices, measures, alliances and powers, each row with its citation. Immutable.
/// </summary>
public sealed record SharedLibrary
{
    public static SharedLibrary Empty { get; } = new();

    public EquatableList<Source> Sources { get; init; } = EquatableList<Source>.Empty;

    /// <summary>By id, the newest version of each first.</summary>
    public EquatableList<FrameworkDefinition> Frameworks { get; init; } = EquatableList<FrameworkDefinition>.Empty;

    public EquatableList<GoodPractice> Practices { get; init; } = EquatableList<GoodPractice>.Empty;

    /// <summary>In the order of their codes.</summary>
    public EquatableList<LibraryMeasure> Measures { get; init; } = EquatableList<LibraryMeasure>.Empty;

    public EquatableList<Alliance> Alliances { get; init; } = EquatableList<Alliance>.Empty;

    public EquatableList<Power> Powers { get; init; } = EquatableList<Power>.Empty;

    public Source? FindSource(string? id) => id is null ? null : Sources.FirstOrDefault(s => s.Id == id);

    public Alliance? FindAlliance(string? id) => id is null ? null : Alliances.FirstOrDefault(a => a.Id == id);

    public GoodPractice? FindPractice(string? id) => id is null ? null : Practices.FirstOrDefault(p => p.Id == id);

    public LibraryMeasure? FindMeasure(string? id) => id is null ? null : Measures.FirstOrDefault(m => m.Id == id);

    /// <summary>By "id@version", or by id alone the newest version.</summary>
    public FrameworkDefinition? FindFramework(string? key) =>
        key is null
            ? null
            : Frameworks.FirstOrDefault(f => f.Key == key) ?? Frameworks.Where(f => f.Id == key).MaxBy(f => f.Version);

    /// <summary>The framework whose areas every plan is held against: that of the Carbon Neutrality Coalition.</summary>
    public FrameworkDefinition? MainFramework => FindFramework("net-zero-climate-action");
}
