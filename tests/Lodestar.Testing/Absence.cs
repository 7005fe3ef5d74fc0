// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Lodestar.Testing;

/// <summary>What happens when a test's surroundings lack something: a developer sees a skip with its reason, CI a failure.</summary>
internal static class Absence
{
    public static bool InCi => Environment.GetEnvironmentVariable("CI") == "true";

    [DoesNotReturn]
    public static void Report(string reason)
    {
        if (InCi)
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
