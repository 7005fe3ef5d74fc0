// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>One kind of fault: its stable id, its weight, and the name its texts go by.</summary>
internal sealed record FaultKind(string Id, Severity Severity, string Name)
{
    public string ReasonId => $"plan-folder.{Name}";

    public string FixId => $"plan-folder.{Name}.fix";
}
