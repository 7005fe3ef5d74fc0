// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Planning.Climate;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Warming;

/// <summary>The years as a file: a row a year; blank where a series does not reach. Units stand in the column names.</summary>
internal static class WarmingCsv
{
    private static readonly (string Name, Func<Band, double> Of)[] Percentiles =
    [
        ("p05", b => b.P05),
        ("p17", b => b.P17),
        ("p33", b => b.P33),
        ("p50", b => b.P50),
        ("p67", b => b.P67),
        ("p83", b => b.P83),
        ("p95", b => b.P95),
    ];

    private static readonly string[] Head =
    [
        "year",
        "left_fraction",
        .. new[] { "world", "if_all_followed", "caused_with_and_without", "caused_share_of_forcing" }.SelectMany(s =>
            Percentiles.Select(p => $"{s}_{p.Name}_celsius")
        ),
    ];

    /// <summary>Without an answer the head stands alone.</summary>
    public static IResult File(string name, PlaceWarming? warming) =>
        CsvLines.File(name, Head, warming is null ? [] : Rows(warming));

    private static IEnumerable<object?[]> Rows(PlaceWarming warming)
    {
        var (world, followed, caused) = (warming.World, warming.IfAllFollowed, warming.Caused);
        for (var year = world.FirstYear; year <= world.LastYear; year++)
        {
            yield return
            [
                year,
                Left(warming.Path, year),
                .. Cells(world.Bands, world.FirstYear, year),
                .. Cells(followed.Bands, followed.FirstYear, year),
                .. Cells(caused.WithAndWithout, caused.FirstYear, year),
                .. Cells(caused.ShareOfForcing, caused.FirstYear, year),
            ];
        }
    }

    private static double? Left(PlacePathway path, int year) =>
        year - path.Emissions.FirstYear is >= 0 and var at && at < path.Cut.Count ? path.Cut[at] : null;

    private static IEnumerable<object?> Cells(IReadOnlyList<Band> bands, int first, int year) =>
        Percentiles.Select(p =>
            year >= first && year < first + bands.Count ? (object?)p.Of(bands[year - first]) : null
        );
}
