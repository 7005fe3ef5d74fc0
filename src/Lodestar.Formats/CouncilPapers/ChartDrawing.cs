// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using ChartFormula = DocumentFormat.OpenXml.Drawing.Charts.Formula;
using ChartIndex = DocumentFormat.OpenXml.Drawing.Charts.Index;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>A chart in DrawingML, with its numbers in it, so that it shows without its workbook.</summary>
internal static class ChartDrawing
{
    private const uint Across = 111_111_111;
    private const uint Up = 222_222_222;

    public static ChartSpace Of(PaperChart chart, MessageCatalog texts, string workbook)
    {
        var plot = new PlotArea(new Layout());
        foreach (var group in Groups(chart, texts))
        {
            plot.Append(group);
        }

        plot.Append(CategoryAxis(chart), ValueAxis(chart));
        var whole = new Chart(new AutoTitleDeleted { Val = true }, plot);
        if (chart.Series.Length > 1)
        {
            whole.Append(
                new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false })
            );
        }

        // A counted year between two that were not counted has no stroke of its own: the line goes from one to the next.
        var blanks = chart.Kind == PaperChartKind.Lines ? DisplayBlanksAsValues.Span : DisplayBlanksAsValues.Gap;
        whole.Append(new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = blanks });
        return new ChartSpace(
            new Date1904 { Val = false },
            new EditingLanguage { Val = texts.Language == "fr" ? "fr-FR" : "en-GB" },
            new RoundedCorners { Val = false },
            whole,
            ChartLook.Words(),
            new ExternalData(new AutoUpdate { Val = false }) { Id = workbook }
        );
    }

    private static IEnumerable<OpenXmlCompositeElement> Groups(PaperChart chart, MessageCatalog texts)
    {
        OpenXmlCompositeElement group = chart.Kind switch
        {
            PaperChartKind.Lines => new LineChart(
                new Grouping { Val = GroupingValues.Standard },
                new VaryColors { Val = false }
            ),
            PaperChartKind.Areas => new AreaChart(
                new Grouping { Val = GroupingValues.Stacked },
                new VaryColors { Val = false }
            ),
            _ => new BarChart(
                new BarDirection
                {
                    Val = chart.Kind == PaperChartKind.Bars ? BarDirectionValues.Bar : BarDirectionValues.Column,
                },
                new BarGrouping
                {
                    Val = chart.Kind == PaperChartKind.Bars ? BarGroupingValues.Clustered : BarGroupingValues.Stacked,
                },
                new VaryColors { Val = false }
            ),
        };
        for (var i = 0; i < chart.Series.Length; i++)
        {
            group.Append(Series(chart, i, texts));
        }

        if (group is LineChart)
        {
            group.Append(new ShowMarker { Val = true });
        }
        else if (group is BarChart)
        {
            group.Append(new GapWidth { Val = 40 });
            if (chart.Kind == PaperChartKind.Columns)
            {
                group.Append(new Overlap { Val = 100 });
            }
        }

        group.Append(new AxisId { Val = Across }, new AxisId { Val = Up });
        yield return group;
    }

    private static OpenXmlCompositeElement Series(PaperChart chart, int place, MessageCatalog texts)
    {
        var series = chart.Series[place];
        OpenXmlCompositeElement element = chart.Kind switch
        {
            PaperChartKind.Lines => new LineChartSeries(),
            PaperChartKind.Areas => new AreaChartSeries(),
            _ => new BarChartSeries(),
        };
        var column = ChartWorkbook.Column(place);
        element.Append(
            new ChartIndex { Val = (uint)place },
            new Order { Val = (uint)place },
            new SeriesText(
                new StringReference(
                    new ChartFormula($"{ChartWorkbook.SheetName}!${column}$1"),
                    Words([PaperDocument.Clean(texts.Say(series.Name))])
                )
            ),
            ChartLook.Of(chart.Kind, series)
        );
        if (chart.Kind == PaperChartKind.Lines)
        {
            element.Append(ChartLook.Mark(series));
        }
        else if (chart.Kind != PaperChartKind.Areas)
        {
            element.Append(new InvertIfNegative { Val = false });
        }

        var last = (chart.Categories.Length + 1).ToString(CultureInfo.InvariantCulture);
        element.Append(
            new CategoryAxisData(
                new StringReference(
                    new ChartFormula($"{ChartWorkbook.SheetName}!$A$2:$A${last}"),
                    Words([.. chart.Categories.Select(c => PaperDocument.Clean(texts.Say(c)))])
                )
            ),
            new Values(
                new NumberReference(
                    new ChartFormula($"{ChartWorkbook.SheetName}!${column}$2:${column}${last}"),
                    Numbers(series)
                )
            )
        );
        if (chart.Kind == PaperChartKind.Lines)
        {
            element.Append(new Smooth { Val = false });
        }

        return element;
    }

    private static StringCache Words(IReadOnlyList<string> words)
    {
        var cache = new StringCache(new PointCount { Val = (uint)words.Count });
        for (var i = 0; i < words.Count; i++)
        {
            cache.Append(new StringPoint(new NumericValue(words[i])) { Index = (uint)i });
        }

        return cache;
    }

    private static NumberingCache Numbers(PaperSeries series)
    {
        var cache = new NumberingCache(new FormatCode("General"), new PointCount { Val = (uint)series.Values.Length });
        for (var i = 0; i < series.Values.Length; i++)
        {
            if (series.Values[i] is { } value)
            {
                var text = value.ToString("R", CultureInfo.InvariantCulture);
                cache.Append(new NumericPoint(new NumericValue(text)) { Index = (uint)i });
            }
        }

        return cache;
    }

    private static CategoryAxis CategoryAxis(PaperChart chart) =>
        new(
            new AxisId { Val = Across },
            // The first bar stands on top, as it does in a list.
            new Scaling(
                new Orientation
                {
                    Val = chart.Kind == PaperChartKind.Bars ? OrientationValues.MaxMin : OrientationValues.MinMax,
                }
            ),
            new Delete { Val = false },
            new AxisPosition
            {
                Val = chart.Kind == PaperChartKind.Bars ? AxisPositionValues.Left : AxisPositionValues.Bottom,
            },
            new NumberingFormat { FormatCode = "General", SourceLinked = true },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.Low },
            ChartLook.Axis(),
            new CrossingAxis { Val = Up },
            new Crosses { Val = CrossesValues.AutoZero },
            new AutoLabeled { Val = true },
            new LabelAlignment { Val = LabelAlignmentValues.Center },
            new LabelOffset { Val = 100 },
            new NoMultiLevelLabels { Val = true }
        );

    private static ValueAxis ValueAxis(PaperChart chart) =>
        new(
            new AxisId { Val = Up },
            new Scaling(new Orientation { Val = OrientationValues.MinMax }),
            new Delete { Val = false },
            new AxisPosition
            {
                Val = chart.Kind == PaperChartKind.Bars ? AxisPositionValues.Bottom : AxisPositionValues.Left,
            },
            ChartLook.Grid(),
            new NumberingFormat { FormatCode = "General", SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            new CrossingAxis { Val = Across },
            new Crosses { Val = chart.Kind == PaperChartKind.Bars ? CrossesValues.Maximum : CrossesValues.AutoZero },
            new CrossBetween
            {
                Val =
                    chart.Kind == PaperChartKind.Areas
                        ? CrossBetweenValues.MidpointCategory
                        : CrossBetweenValues.Between,
            }
        );
}
