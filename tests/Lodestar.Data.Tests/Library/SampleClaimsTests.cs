// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Control;
using Lodestar.Planning.Framework;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Library;

/// <summary>What the samples claim of the framework.</summary>
public sealed class SampleClaimsTests
{
    public static TheoryData<string> Places =>
        [
            .. Directory
                .GetFiles(Repository.Path("samples"), "framework.yaml", SearchOption.AllDirectories)
                .Select(f => Path.GetFileName(Path.GetDirectoryName(f)!))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Samples_WithClaims_AreAsManyAsWereRead() => Assert.Equal(27, Places.Count);

    [Theory]
    [MemberData(nameof(Places))]
    public void Sample_Claims_AreReadWithoutAFaultAndShowTheirEvidence(string place)
    {
        var reading = PlanReader.Read(PlanDirectory.Read(Repository.Path($"samples/{place}")).Files);

        Assert.DoesNotContain(reading.Diagnostics, d => d.Place.File == "framework.yaml");
        var statement = Assert.Single(reading.Plan.Frameworks);
        Assert.Equal("net-zero-climate-action@1", statement.Framework);
        Assert.NotEmpty(statement.Actions);
        Assert.All(
            statement.Actions,
            claim =>
            {
                Assert.NotEqual(ActionStatus.NotStated, claim.Status);
                Assert.NotEqual(Confidence.NotStated, claim.Confidence);
                Assert.NotNull(claim.Says);
                Assert.NotNull(claim.Since);
                Assert.NotEmpty(claim.Evidence);
                Assert.NotNull(reading.Plan.FindSource(claim.Source)?.Licence);
            }
        );
    }

    [Theory]
    [InlineData("oslo", 2)]
    [InlineData("copenhagen", 1)]
    [InlineData("london", 2)]
    public void Sample_Asks_AreReadWithoutAFaultAndNameTheirSource(string place, int asks)
    {
        var reading = PlanReader.Read(PlanDirectory.Read(Repository.Path($"samples/{place}")).Files);

        Assert.DoesNotContain(reading.Diagnostics, d => d.Place.File == "asks.yaml");
        Assert.Equal(asks, reading.Plan.Asks.Count);
        Assert.All(
            reading.Plan.Asks,
            ask =>
            {
                Assert.NotEqual(AskStatus.NotStated, ask.Status);
                Assert.NotEqual(AskInstrument.NotStated, ask.Instrument);
                Assert.Equal(LibraryReader.Shipped.Library.FindSource(ask.Source), reading.Plan.FindSource(ask.Source));
            }
        );
    }

    /// <summary>A source that came from the library says the same in the plan; the tracker's names the place's own row.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public void Sample_SourcesOfClaims_SayWhatTheLibrarySays(string place)
    {
        var plan = PlanReader.Read(PlanDirectory.Read(Repository.Path($"samples/{place}")).Files).Plan;

        Assert.All(
            plan.Frameworks[0].Actions.Select(a => a.Source!).Where(s => s != "nzt-2022").Distinct(),
            id => Assert.Equal(LibraryReader.Shipped.Library.FindSource(id), plan.FindSource(id))
        );
    }
}
