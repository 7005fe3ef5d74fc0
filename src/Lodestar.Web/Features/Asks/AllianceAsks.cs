// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Control;

namespace Lodestar.Web.Features.Asks;

/// <summary>The asks of an alliance as an address wants them.</summary>
/// <param name="Total">The sums over the asks that the filters leave.</param>
/// <param name="Years">Years for which an ask states tonnes.</param>
public sealed record AllianceAsks(
    Alliance Alliance,
    AskWish Wish,
    AskInputs Inputs,
    AskTotal Total,
    IReadOnlyList<int> Years
)
{
    /// <summary>Asks that the filters leave, standing or not.</summary>
    public int Count => Total.Rows.Sum(r => r.Asks.Count) + Total.Fallen.Count;

    /// <summary>Standing asks without tonnes for the year.</summary>
    public int NoFigure => Total.Rows.Sum(r => r.NoFigure);

    public static AllianceAsks Of(PlaceCatalog catalog, Alliance alliance, AskWish wish)
    {
        var inputs = AskInputs.Of(catalog, alliance);
        var wanted = inputs.Asks.Where(wish.Takes).ToList();
        return new AllianceAsks(
            alliance,
            wish,
            inputs,
            AskSums.Of(wanted, inputs.Places, wish.Year, catalog.Day.Year),
            AskSums.Years(inputs.Asks)
        );
    }
}
