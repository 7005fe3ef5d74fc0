// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Lodestar.Web.Charts;

/// <summary>
/// Writes a drawing as SVG: inside a page it takes its colours from the page's custom properties, alone it brings its
/// own. Colours stand in attributes, never in style attributes, so that a strict content policy lets them be.
/// </summary>
internal static class SvgWriter
{
    private const string Family = "Inter, 'Helvetica Neue', 'Segoe UI', Arial, sans-serif";
    private const double HaloWidth = 4;

    /// <summary>An svg element for a page. The element around it carries role and name.</summary>
    public static string Inline(Drawing drawing, string cssClass, string? title = null, string? description = null)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"{cssClass}\" viewBox=\"0 0 {N(drawing.Width)} {N(drawing.Height)}\" aria-hidden=\"true\" focusable=\"false\">"
        );
        Describe(svg, title, description);
        Append(svg, drawing, alone: false);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>A file of its own, light or dark as the viewer prefers.</summary>
    public static string Alone(Drawing drawing, string title, string description)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(drawing.Width)} {N(drawing.Height)}\" width=\"{N(drawing.Width)}\" height=\"{N(drawing.Height)}\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"{Escape(Family)}\">"
        );
        svg.Append("<title id=\"title\">").Append(Escape(title)).Append("</title>");
        svg.Append("<desc id=\"desc\">").Append(Escape(description)).Append("</desc>");
        svg.Append("<style>text{font-variant-numeric:tabular-nums}@media (prefers-color-scheme:dark){");
        foreach (var ink in Palette.All)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $".f{(int)ink}{{fill:{Palette.Dark(ink)}}}.s{(int)ink}{{stroke:{Palette.Dark(ink)}}}"
            );
        }

        svg.Append("}</style>");
        Append(svg, drawing, alone: true);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Describe(StringBuilder svg, string? title, string? description)
    {
        if (title is not null)
        {
            svg.Append("<title>").Append(Escape(title)).Append("</title>");
        }

        if (description is not null)
        {
            svg.Append("<desc>").Append(Escape(description)).Append("</desc>");
        }
    }

    private static void Append(StringBuilder svg, Drawing drawing, bool alone)
    {
        foreach (var shape in drawing.Shapes)
        {
            switch (shape)
            {
                case Shape.Line line when line.Spots.Count > 1:
                    svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{PathOf(line.Spots)}\"");
                    Paint(svg, Ink.None, line.Stroke, alone);
                    svg.Append("/>");
                    break;
                case Shape.Area area when area.Spots.Count > 2:
                    svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{PathOf(area.Spots)}Z\"");
                    Paint(svg, area.Fill, null, alone);
                    svg.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{N(area.Opacity)}\"/>");
                    break;
                case Shape.Bar bar:
                    svg.Append(
                        CultureInfo.InvariantCulture,
                        $"<rect x=\"{N(bar.X)}\" y=\"{N(bar.Y)}\" width=\"{N(bar.Width)}\" height=\"{N(bar.Height)}\""
                    );
                    Paint(svg, bar.Fill, null, alone);
                    svg.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{N(bar.Opacity)}\"/>");
                    break;
                case Shape.Dot dot:
                    Append(svg, dot, alone);
                    break;
                case Shape.Words words:
                    Append(svg, words, alone);
                    break;
            }
        }
    }

    private static void Append(StringBuilder svg, Shape.Dot dot, bool alone)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{N(dot.At.X)}\" cy=\"{N(dot.At.Y)}\" r=\"{N(dot.Radius)}\""
        );
        Paint(svg, dot.Fill, dot.Stroke, alone);
        svg.Append(dot.Fill == Ink.None ? " pointer-events=\"all\"" : "");
        svg.Append(dot.Hint is null ? "/>" : $"><title>{Escape(dot.Hint)}</title></circle>");
    }

    private static void Append(StringBuilder svg, Shape.Words words, bool alone)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{N(words.At.X)}\" y=\"{N(words.At.Y)}\" font-size=\"{N(words.Size)}\""
        );
        svg.Append(
            words.Anchor switch
            {
                Anchor.Middle => " text-anchor=\"middle\"",
                Anchor.End => " text-anchor=\"end\"",
                _ => "",
            }
        );
        svg.Append(words.Bold ? " font-weight=\"600\"" : "");
        Paint(svg, words.Ink, new Stroke(Ink.Paper, HaloWidth), alone);
        svg.Append(" paint-order=\"stroke\">").Append(Escape(words.Text)).Append("</text>");
    }

    private static void Paint(StringBuilder svg, Ink fill, Stroke? stroke, bool alone)
    {
        if (alone)
        {
            var classes =
                $"{(fill == Ink.None ? "" : $"f{(int)fill}")} {(stroke is null ? "" : $"s{(int)stroke.Ink}")}";
            svg.Append(CultureInfo.InvariantCulture, $" class=\"{classes.Trim()}\"");
        }

        svg.Append(CultureInfo.InvariantCulture, $" fill=\"{Colour(fill, alone)}\"");
        if (stroke is null)
        {
            return;
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $" stroke=\"{Colour(stroke.Ink, alone)}\" stroke-width=\"{N(stroke.Width)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
        );
        if (stroke.Dash is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $" stroke-dasharray=\"{stroke.Dash}\"");
        }

        if (stroke.Opacity < 1)
        {
            svg.Append(CultureInfo.InvariantCulture, $" stroke-opacity=\"{N(stroke.Opacity)}\"");
        }
    }

    private static string Colour(Ink ink, bool alone) =>
        ink == Ink.None ? "none"
        : alone ? Palette.Light(ink)
        : $"var({Palette.Property(ink)},{Palette.Light(ink)})";

    private static string PathOf(IReadOnlyList<Spot> spots) =>
        string.Join("", spots.Select((s, i) => $"{(i == 0 ? "M" : "L")}{N(s.X)} {N(s.Y)}"));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    // XML 1.0 knows no other control characters, not even escaped.
                    < ' ' and not ('\t' or '\n' or '\r') => "\ufffd",
                    _ => c.ToString(),
                }
            );
        }

        return escaped.ToString();
    }
}
