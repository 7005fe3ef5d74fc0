// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text;

namespace Lodestar.Web.Charts;

/// <summary>Draws the marked world as the inside of an svg element: land, then marked countries, then points.</summary>
internal static class WorldDrawing
{
    private const int Radius = 9;

    public static string Draw(IReadOnlyList<MapCountry> countries, IReadOnlyList<MapPoint> points)
    {
        var marked = countries.DistinctBy(c => c.Alpha2).ToList();
        var areas = marked.Where(c => WorldShapes.Areas.ContainsKey(c.Alpha2)).ToList();
        var taken = areas.Select(c => c.Alpha2).ToHashSet(StringComparer.Ordinal);
        var svg = new StringBuilder("<path class=\"land\" d=\"");
        foreach (var area in WorldShapes.Areas.Where(a => !taken.Contains(a.Key)).OrderBy(a => a.Key))
        {
            svg.Append(area.Value);
        }

        svg.Append(WorldShapes.OtherLand).Append("\"/>");
        foreach (var country in areas)
        {
            Mark(
                svg,
                $"map-country {country.Class}",
                country.Href,
                country.Title,
                $"<path d=\"{WorldShapes.Areas[country.Alpha2]}\"/>"
            );
        }

        var small = marked
            .Where(c => WorldShapes.Points.ContainsKey(c.Alpha2))
            .Select(c => new MapPoint(WorldShapes.Points[c.Alpha2], c.Href, c.Title, $"small {c.Class}"));
        foreach (var point in small.Concat(points))
        {
            var (x, y) = WorldShapes.Place(point.At);
            var dot = string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Radius}\"/>");
            Mark(svg, $"map-point {point.Class}", point.Href, point.Title, dot);
        }

        return svg.ToString();
    }

    private static void Mark(StringBuilder svg, string look, string? href, string title, string shape)
    {
        var name = WebUtility.HtmlEncode(title);
        var element = href is null ? "g" : "a";
        svg.Append('<').Append(element);
        if (href is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $" href=\"{WebUtility.HtmlEncode(href)}\"");
        }

        svg.Append(CultureInfo.InvariantCulture, $" class=\"{WebUtility.HtmlEncode(look)}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{name}</title>{shape}</{element}>");
    }
}
