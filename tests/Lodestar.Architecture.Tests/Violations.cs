// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Architecture.Tests;

internal static class Violations
{
    /// <summary>Fails with every sentence, where Assert.Empty would cut them short.</summary>
    public static void AssertNone(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join('\n', violations));
}
