// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Domain.Tests.Climate;

public sealed class ClimateDiagnosticsTests
{
    public static TheoryData<Fault> Faults => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Of_EveryFault_HasAReasonAndAFixInBothLanguages(Fault fault)
    {
        foreach (var language in (string[])["en", "fr"])
        {
            var texts = MessageCatalog.Load(language);
            var diagnostic = ClimateDiagnostics.Of(new Problem(fault, "mine.csv", 4, 28) { Text = "?" });

            Assert.DoesNotContain(diagnostic.Id, texts.Render(diagnostic.Reason), StringComparison.Ordinal);
            Assert.DoesNotContain(diagnostic.Id, texts.Render(diagnostic.Fix!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_AProblem_KeepsItsPlaceSeverityAndSuggestions()
    {
        var diagnostic = ClimateDiagnostics.Of(
            new Problem(Fault.SpeciesUnknown, "mine.csv", 4, 28)
            {
                Text = "CH5",
                IsError = false,
                DidYouMean = ["CH4"],
            }
        );

        Assert.Equal("mine.csv:4 [AB4]", diagnostic.Place.ToString());
        Assert.Equal(Severity.Warning, diagnostic.Severity);
        Assert.Equal(["CH4"], diagnostic.DidYouMean);
        Assert.Equal("“CH5” names no species of the calibration.", MessageCatalog.English.Render(diagnostic.Reason));
    }
}
