// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>
/// What reading the files of a model can find, beyond what any file of a plan can have (<see cref="Faults"/>). What the
/// formulas mean is judged later. docs/plan-language-diagnostics.md explains each.
/// </summary>
internal static class ModelFaults
{
    private static readonly List<FaultKind> Known = [];

    public static IReadOnlyList<FaultKind> All => Known;

    public static readonly FaultKind NameBrackets = Error("LS3601", "name-brackets");
    public static readonly FaultKind StatedTwice = Error("LS3602", "stated-twice");
    public static readonly FaultKind RangePair = Error("LS3603", "range-pair");
    public static readonly FaultKind OperationWanted = Error("LS3604", "operation-wanted");
    public static readonly FaultKind LeverWithoutModel = Warning("LS3605", "lever-without-model");
    public static readonly FaultKind NoModel = Error("LS3606", "no-model");
    public static readonly FaultKind UnknownModule = Error("LS3607", "unknown-module");
    public static readonly FaultKind ModuleCircle = Error("LS3608", "module-circle");
    public static readonly FaultKind TooManyVariables = Error("LS3611", "too-many-variables");
    public static readonly FaultKind TooManyCells = Error("LS3612", "too-many-cells");
    public static readonly FaultKind TooManyLabels = Error("LS3613", "too-many-labels");

    private static FaultKind Error(string id, string name) => Add(new(id, Severity.Error, name, "model-files"));

    private static FaultKind Warning(string id, string name) => Add(new(id, Severity.Warning, name, "model-files"));

    private static FaultKind Add(FaultKind kind)
    {
        Known.Add(kind);
        return kind;
    }
}
