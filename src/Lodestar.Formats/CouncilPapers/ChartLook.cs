// SPDX-License-Identifier: Apache-2.0
using DocumentFormat.OpenXml.Drawing.Charts;
using Lodestar.Planning.Reports;
using A = DocumentFormat.OpenXml.Drawing;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>The colours and strokes of a paper's charts; the same hues as on the site.</summary>
internal static class ChartLook
{
    private const string History = "1D3461";
    private const string Promise = "946B00";
    private const string Rule = "BBBBBB";
    private const string Rest = "C9CEDA";
    private const int Thick = 28_575;
    private const int Thin = 19_050;

    private static readonly string[] Parts =
    [
        "1D3461",
        "B35C00",
        "2677AA",
        "7A2F5F",
        "72771A",
        "00635A",
        "AE5277",
        "5C5C5C",
    ];

    public static ChartShapeProperties Of(PaperChartKind kind, PaperSeries series)
    {
        if (kind != PaperChartKind.Lines)
        {
            return new ChartShapeProperties(Fill(Colour(series)));
        }

        if (series.IsMarks)
        {
            return new ChartShapeProperties(new A.Outline(new A.NoFill()));
        }

        var line = new A.Outline(Fill(Colour(series)))
        {
            Width = series.Ink == PaperInk.Modelled ? Thin : Thick,
            CapType = A.LineCapValues.Round,
        };
        // Observed is solid, what is modelled or promised is dashed.
        if (series.Ink != PaperInk.History)
        {
            line.Append(
                new A.PresetDash
                {
                    Val =
                        series.Ink == PaperInk.Promise ? A.PresetLineDashValues.SystemDot : A.PresetLineDashValues.Dash,
                }
            );
        }

        return new ChartShapeProperties(line);
    }

    public static Marker Mark(PaperSeries series) =>
        series.IsMarks
            ? new Marker(
                new Symbol { Val = MarkerStyleValues.Circle },
                new Size { Val = 9 },
                new ChartShapeProperties(Fill("FFFFFF"), new A.Outline(Fill(Promise)) { Width = Thin })
            )
            : new Marker(new Symbol { Val = MarkerStyleValues.None });

    public static ChartShapeProperties Axis() => new(new A.Outline(Fill("5F6878")) { Width = 9_525 });

    public static MajorGridlines Grid() => new(new ChartShapeProperties(new A.Outline(Fill(Rule)) { Width = 6_350 }));

    /// <summary>The size of the words in the chart.</summary>
    public static TextProperties Words() =>
        new(
            new A.BodyProperties(),
            new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 900 }),
                new A.EndParagraphRunProperties { Language = "en-GB" }
            )
        );

    private static string Colour(PaperSeries series) =>
        series.Ink switch
        {
            PaperInk.History => History,
            PaperInk.Promise => Promise,
            PaperInk.Rest => Rest,
            _ => Parts[series.Slot % Parts.Length],
        };

    private static A.SolidFill Fill(string colour) => new(new A.RgbColorModelHex { Val = colour });
}
