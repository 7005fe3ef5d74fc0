// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

namespace Lodestar.Testing;

/// <summary>
/// The tests of a class in an order by chance that the seed <c>LODESTAR_ORDER</c> (a whole number, 0 unless told) and their
/// names decide: the same on every machine and in every folder, and another seed finds tests that lean on one another.
/// </summary>
public sealed class ShuffledOrder : ITestCaseOrderer
{
    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("LODESTAR_ORDER"),
        NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture,
        out var seed
    )
        ? seed
        : 0;

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => [.. testCases.OrderBy(Place, StringComparer.Ordinal)];

    private static string Place<TTestCase>(TTestCase test)
        where TTestCase : notnull, ITestCase =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{Seed} {test.TestCaseDisplayName}")
                )
            )
        );
}
