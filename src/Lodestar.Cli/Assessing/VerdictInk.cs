// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Assessment;

namespace Lodestar.Cli.Assessing;

/// <summary>A verdict as sign and word: neither colour nor sign stands alone.</summary>
internal static class VerdictInk
{
    public static Ink Of(Shell shell, Verdict verdict) =>
        verdict switch
        {
            Verdict.Met => new($"✓ {shell.Say("verdict.met")}", Tone.Good),
            Verdict.Partly => new($"~ {shell.Say("verdict.partly")}", Tone.Doubtful),
            Verdict.Unmet => new($"✗ {shell.Say("verdict.unmet")}", Tone.Bad),
            _ => new($"? {shell.Say("verdict.not-stated")}", Tone.Quiet),
        };
}
