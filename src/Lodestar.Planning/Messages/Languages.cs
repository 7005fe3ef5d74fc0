// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Messages;

/// <summary>The languages that every text exists in, as BCP 47 tags.</summary>
public static class Languages
{
    public const string Default = "en";

    /// <summary>The default one first.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, "fr"];

    /// <summary>
    /// The language that serves a wanted tag: "fr" for "fr", "fr-CA", "FR_fr" and "fr_FR.UTF-8"; null when there is none
    /// (RFC 4647 §3.4, lookup; the last two forms are those of POSIX locales).
    /// </summary>
    public static string? Find(string? wanted)
    {
        var primary = wanted?.Trim().Split('-', '_', '.', '@')[0];
        return All.FirstOrDefault(l => l.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }
}
