// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Templates;

/// <summary>What making a plan from a template can find; docs/diagnostics.md explains each.</summary>
internal static class TemplateFaults
{
    private static readonly List<FaultKind> Known = [];

    public static IReadOnlyList<FaultKind> All => Known;

    public static readonly FaultKind Residual = Add(new("LS3901", Severity.Warning, "residual", Family));
    public static readonly FaultKind Unanswered = Add(new("LS3902", Severity.Warning, "unanswered", Family));
    public static readonly FaultKind Absent = Add(new("LS3903", Severity.Note, "absent", Family));
    public static readonly FaultKind Zero = Add(new("LS3904", Severity.Note, "zero", Family));
    public static readonly FaultKind OtherGases = Add(new("LS3905", Severity.Note, "other-gases", Family));
    public static readonly FaultKind FewYears = Add(new("LS3906", Severity.Note, "few-years", Family));
    public static readonly FaultKind ShareMoved = Add(new("LS3907", Severity.Note, "share-moved", Family));
    public static readonly FaultKind NoInventory = Add(new("LS3908", Severity.Error, "no-inventory", Family));
    public static readonly FaultKind NoPeople = Add(new("LS3909", Severity.Error, "no-people", Family));
    public static readonly FaultKind ModelReplaced = Add(new("LS3910", Severity.Note, "model-replaced", Family));
    public static readonly FaultKind RowsMissing = Add(new("LS3911", Severity.Warning, "rows-missing", Family));
    public static readonly FaultKind UnknownInventory = Add(new("LS3912", Severity.Error, "unknown-inventory", Family));
    public static readonly FaultKind NothingFits = Add(new("LS3913", Severity.Error, "nothing-fits", Family));
    public static readonly FaultKind ScenariosReplaced = Add(
        new("LS3914", Severity.Note, "scenarios-replaced", Family)
    );

    public static readonly FaultKind ActivityUnused = Add(new("LS3917", Severity.Note, "activity-unused", Family));
    public static readonly FaultKind NoActivity = Add(new("LS3915", Severity.Note, "no-activity", Family));
    public static readonly FaultKind FactorRange = Add(new("LS3916", Severity.Warning, "factor-range", Family));

    private const string Family = "templates";

    private static FaultKind Add(FaultKind kind)
    {
        Known.Add(kind);
        return kind;
    }
}
