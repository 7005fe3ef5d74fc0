// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>A publisher's file that would tell more of a place.</summary>
/// <param name="Format">As `lodestar library add FORMAT FILE` takes it.</param>
/// <param name="Gives">"inventory", "targets" or "documents".</param>
/// <param name="Only">What names the place in that file, for `--only`.</param>
public sealed record OpenFile(string Format, string Publisher, string Title, string Url, string Gives, string Only);

/// <summary>Which publishers' files hold a place, from the embedded table.</summary>
public static class PublishersFor
{
    private static readonly (string Kind, string Country, OpenFile File)[] All =
    [
        .. EmbeddedTable
            .Read("Jurisdictions.Tables.publishers.csv")
            .Select(r =>
                (
                    r["kind"],
                    r["country"],
                    new OpenFile(r["format"], r["publisher"], r["title"], r["url"], r["gives"], "")
                )
            ),
    ];

    /// <summary>Files of every country for a country; those of its country, then of every city, for any other place.</summary>
    public static IReadOnlyList<OpenFile> Of(Jurisdiction place)
    {
        var isCountry = place.Kind == JurisdictionKind.Country;
        return
        [
            .. All.Where(f =>
                    (f.Kind == "country") == isCountry && (f.Country.Length == 0 || f.Country == place.Country?.Alpha2)
                )
                .Select(f => f.File with { Only = isCountry ? place.Country!.Alpha3 : place.Name }),
        ];
    }
}
