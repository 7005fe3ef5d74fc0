// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Scenarios;

/// <summary>What can be wrong between a scenario and the model.</summary>
internal static class ScenarioDiagnostics
{
    public static Diagnostic Of(
        string id,
        Named named,
        EquatableList<string>? didYouMean,
        ReadOnlySpan<(string, object)> more
    )
    {
        (string, object)[] values = [("name", named.Name), ("text", named.Value), .. more];
        var (reason, fix) = id switch
        {
            "LS3851" => (Message.Of("LS3851.reason", values), Message.Of("LS3851.fix", values)),
            "LS3852" => (Message.Of("LS3852.reason", values), Message.Of("LS3852.fix", values)),
            "LS3853" => (Message.Of("LS3853.reason", values), Message.Of("LS3853.fix", values)),
            "LS3854" => (Message.Of("LS3854.reason", values), Message.Of("LS3854.fix", values)),
            "LS3855" => (Message.Of("LS3855.reason", values), Message.Of("LS3855.fix", values)),
            "LS3856" => (Message.Of("LS3856.reason", values), Message.Of("LS3856.fix", values)),
            "LS3857" => (Message.Of("LS3857.reason", values), Message.Of("LS3857.fix", values)),
            "LS3858" => (Message.Of("LS3858.reason", values), Message.Of("LS3858.fix", values)),
            "LS3859" => (Message.Of("LS3859.reason", values), Message.Of("LS3859.fix", values)),
            "LS3850" => (Message.Of("LS3850.reason", values), Message.Of("LS3850.fix", values)),
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
        };
        return new Diagnostic(id, Severity.Error, named.Place, reason, fix)
        {
            DidYouMean = didYouMean ?? EquatableList<string>.Empty,
            Text = named.Value.Length > 0 ? named.Value : named.Name,
        };
    }
}
