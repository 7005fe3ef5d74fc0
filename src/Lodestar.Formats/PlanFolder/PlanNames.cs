// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder;

/// <summary>The files that a plan folder is made of (DESIGN §3).</summary>
internal static class PlanNames
{
    public const string Plan = "plan.yaml";
    public const string Targets = "targets.yaml";
    public const string Asks = "asks.yaml";
    public const string Scenarios = "scenarios.yaml";
    public const string Actions = "actions.yaml";
    public const string Population = "data/population.csv";
    public const string Gdp = "data/gdp.csv";
    public const string Measures = "measures/measures.yaml";
    public const string Framework = "framework.yaml";
    public const string InventoryFolder = "inventory/";
    public const string ModelFolder = "model/";
    public const string Observations = "observations.csv";
    public const string Format = "lodestar-plan@1";

    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        Plan,
        Targets,
        Scenarios,
        Actions,
        Asks,
        Framework,
        Observations,
        "README.md",
        "LICENSE",
        "LICENSE.md",
        "LICENSE.txt",
    };

    private static readonly (string Folder, string Ending)[] Folders =
    [
        (InventoryFolder, ".csv"),
        ("data/", ".csv"),
        ("projections/", ".csv"),
        (ModelFolder, ".yaml"),
        ("measures/", ".yaml"),
        ("model/modules/", ".yaml"),
    ];

    public static bool IsModel(string path) => Stands(path, Folders[3]);

    public static bool IsProjection(string path) => Stands(path, Folders[2]);

    public static bool IsMeasures(string path) => Stands(path, Folders[4]);

    public static bool IsInventory(string path) => Stands(path, Folders[0]);

    /// <summary>True for files that some part of the system reads, and for those that explain the folder to people.</summary>
    public static bool IsKnown(string path) => Single.Contains(path) || Folders.Any(f => Stands(path, f));

    private static bool Stands(string path, (string Folder, string Ending) place) =>
        path.StartsWith(place.Folder, StringComparison.Ordinal)
        && path.EndsWith(place.Ending, StringComparison.Ordinal)
        && path.LastIndexOf('/') == place.Folder.Length - 1;
}
