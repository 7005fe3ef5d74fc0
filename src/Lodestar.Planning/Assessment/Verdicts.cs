// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Assessment;

/// <summary>The words for verdicts.</summary>
public static class Verdicts
{
    /// <summary>Message id of a verdict's name.</summary>
    public static string TextId(Verdict verdict) => $"verdict.{Word(verdict)}";

    /// <summary>The verdict as data files and the API write it.</summary>
    public static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.Met => "met",
            Verdict.Partly => "partly",
            Verdict.Unmet => "unmet",
            _ => "not-stated",
        };
}
