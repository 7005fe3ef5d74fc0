// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Web.Charts;

/// <summary>The same pictures as files of their own, with title, subtitle and source drawn in.</summary>
public static class ChartFile
{
    private const double Margin = 24;
    private const double TitleSize = 19;

    /// <summary>The trajectory as an SVG file; null when there is no inventory to draw.</summary>
    public static string? Trajectory(PlanAssessment assessment, MessageCatalog texts, Plan? plan = null)
    {
        if (Charts.Trajectory.Of(assessment) is not { } chart)
        {
            return null;
        }

        return Alone(
            TrajectoryDrawing.Draw(chart, texts, ChartSize.Wide),
            texts.Render(TrajectoryWords.Title(chart)),
            texts.Render(TrajectoryWords.Subtitle(chart)),
            TrajectoryWords.Description(chart, texts),
            SourceLine.Of(assessment.Totals!, plan, texts)
        );
    }

    /// <summary>Emissions by sector as an SVG file; null when there is nothing to draw.</summary>
    public static string? Sectors(InventoryTotals totals, MessageCatalog texts, Plan? plan = null)
    {
        if (SectorLines.Of(totals) is not { } chart)
        {
            return null;
        }

        return Alone(
            SectorDrawing.Draw(chart, texts, ChartSize.Wide),
            texts.Render(SectorWords.Title(chart)),
            texts.Render(SectorWords.Subtitle(chart)),
            SectorWords.Description(chart, texts),
            SourceLine.Of(totals, plan, texts)
        );
    }

    private static string Alone(Drawing drawing, string title, string subtitle, string description, string source)
    {
        var shapes = new List<Shape>();
        var size = ChartSize.Wide;
        var width = drawing.Width;
        var y = Margin;
        Write(title, TitleSize, Ink.Ink, true);
        Write(subtitle, size.Small, Ink.Muted, false);
        y += 14;
        shapes.AddRange(drawing.Shapes.Select(s => s.Move(Margin, y)));
        y += drawing.Height + 14;
        Write(source, size.Small - 1, Ink.Muted, false);
        var whole = new Drawing(width + 2 * Margin, y + Margin - 8, []);
        shapes.Insert(0, new Shape.Bar(0, 0, whole.Width, whole.Height, Ink.Paper, 1));
        return SvgWriter.Alone(whole with { Shapes = shapes }, title, $"{subtitle}. {description}");

        void Write(string text, double textSize, Ink ink, bool bold)
        {
            foreach (var line in TextSize.Wrap(text, textSize, width, bold))
            {
                y += textSize;
                shapes.Add(new Shape.Words(new Spot(Margin, y), line, ink, textSize, Bold: bold));
                y += textSize * 0.32;
            }
        }
    }
}
