// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>One kind of fault: its stable id, its weight, and the name its texts go by, in a family of texts.</summary>
internal sealed record FaultKind(string Id, Severity Severity, string Name, string Family = "plan-folder")
{
    public string ReasonId => $"{Family}.{Name}";

    public string FixId => $"{Family}.{Name}.fix";
}
