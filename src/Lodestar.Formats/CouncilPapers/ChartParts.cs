// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>Charts of a Word document: each a part with the numbers it draws, and a small workbook to edit them in.</summary>
internal sealed class ChartParts(MainDocumentPart main, MessageCatalog texts)
{
    // In English metric units: 36,000 a millimetre.
    private const long Width = 6_120_000;
    private const long Height = 3_240_000;
    private const string Workbook = "rId1";

    private uint _count;

    /// <summary>The caption, and the picture with the words that stand in for it.</summary>
    public IEnumerable<OpenXmlElement> Of(PaperChart chart)
    {
        chart = WithEveryYear(chart);
        _count++;
        var id = $"rIdChart{_count.ToString(CultureInfo.InvariantCulture)}";
        var part = main.AddNewPart<ChartPart>(id);
        var workbook = part.AddNewPart<EmbeddedPackagePart>(ChartWorkbook.MediaType, Workbook);
        using (var stream = new MemoryStream(ChartWorkbook.Of(chart, texts)))
        {
            workbook.FeedData(stream);
        }

        part.ChartSpace = ChartDrawing.Of(chart, texts, Workbook);
        var unit = texts.Render(Message.Of("report.unit", ("unit", chart.Unit)));
        yield return PaperParagraphs.Of("Caption", $"{texts.Say(chart.Caption)}, {unit}");
        yield return new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Normal" }),
            new Run(new Drawing(Inline(chart, id)))
        );
    }

    /// <summary>Columns stand as far apart as their years do: a year between that was not counted is a gap.</summary>
    private static PaperChart WithEveryYear(PaperChart chart)
    {
        if (chart.Kind != PaperChartKind.Columns || chart.Categories.Any(c => c is not int))
        {
            return chart;
        }

        int[] years = [.. chart.Categories.Cast<int>()];
        int[] all = [.. Enumerable.Range(years[0], years[^1] - years[0] + 1)];
        return chart with
        {
            Categories = [.. all.Cast<object>()],
            Series =
            [
                .. chart.Series.Select(s =>
                    s with
                    {
                        Values = [.. all.Select(y => Array.IndexOf(years, y) is >= 0 and var at ? s.Values[at] : null)],
                    }
                ),
            ],
        };
    }

    private W.Inline Inline(PaperChart chart, string id) =>
        new(
            new W.Extent { Cx = Width, Cy = Height },
            new W.EffectExtent
            {
                LeftEdge = 0,
                TopEdge = 0,
                RightEdge = 0,
                BottomEdge = 0,
            },
            new W.DocProperties
            {
                Id = _count,
                Name = chart.Id,
                Description = PaperDocument.Clean(texts.Say(chart.Description)),
            },
            new W.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(
                new A.GraphicData(new C.ChartReference { Id = id })
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                }
            )
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
}
