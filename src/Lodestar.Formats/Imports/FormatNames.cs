// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Imports;

/// <summary>Publishers' formats by name, for people to choose from.</summary>
public static class FormatNames
{
    /// <summary>Ids as <see cref="ImportOptions.Format"/> takes them: "edgar", "nzt".</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. PublisherFormats.All.Select(f => f.Id).Distinct()];
}
