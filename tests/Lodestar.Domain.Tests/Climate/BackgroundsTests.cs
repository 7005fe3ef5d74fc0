// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Messages;

namespace Lodestar.Domain.Tests.Climate;

public sealed class BackgroundsTests
{
    /// <summary>
    /// The published file has 37.37697592 (2023), 40.89316029 (2050) and 44.55585234 Gt (2100) of fossil CO2, and
    /// 4.263449793, 1.380809683 and −4.360130683 Gt of land use: 41.6, 42.3 and 40.2 together.
    /// </summary>
    [Fact]
    public void Description_OfTheDefault_StatesThePublishedCarbonDioxide() =>
        Assert.StartsWith(
            "World CO₂ of 41.6 Gt in 2023, 42.3 Gt in 2050 and 40.2 Gt in 2100",
            MessageCatalog.English.Render(Backgrounds.Description(WorldPathways.Default)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Description_OfEveryBackground_SaysThatItIsADraftInBothLanguages()
    {
        Assert.Equal(5, WorldPathways.Shipped.Count);
        Assert.All(
            WorldPathways.Shipped,
            p =>
            {
                var description = Backgrounds.Description(p);
                Assert.Contains("draft", MessageCatalog.English.Render(description), StringComparison.Ordinal);
                Assert.Contains("provisoire", MessageCatalog.Load("fr").Render(description), StringComparison.Ordinal);
            }
        );
    }
}
