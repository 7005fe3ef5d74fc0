// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>How a paper looks: styles under the names that Word knows, so that a council's own template can take over.</summary>
internal static class PaperStyles
{
    // A4 and its margins in twentieths of a point.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1134;
    private const string Font = "Calibri";
    private const string Night = "1D3461";
    private const string Quiet = "5F6878";

    /// <summary>Between the margins, in twentieths of a point.</summary>
    public const int TextWidth = PageWidth - (2 * Margin);

    public static Styles Of(string language) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            ComplexScript = Font,
                        },
                        new FontSize { Val = "21" },
                        new Languages { Val = Tag(language) }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "120",
                            Line = "264",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Paragraph("Normal", "Normal", null, isDefault: true),
            Paragraph("Title", "Title", 44, colour: Night, bold: true, after: 60),
            Paragraph("Subtitle", "Subtitle", 26, colour: Quiet, after: 240),
            Paragraph("Heading1", "heading 1", 32, colour: Night, bold: true, before: 360, level: 0),
            Paragraph("Heading2", "heading 2", 26, colour: Night, bold: true, before: 240, level: 1),
            Paragraph("Heading3", "heading 3", 23, colour: Night, bold: true, before: 180, level: 2),
            Paragraph("Caption", "caption", 19, bold: true, before: 180, after: 60, keep: true),
            Paragraph("Lead", "Lead", 24),
            Paragraph("Note", "Note", 18, colour: Quiet),
            Paragraph("TableText", "Table Text", 18, after: 20),
            Paragraph("Header", "header", 17, colour: Quiet),
            Paragraph("Footer", "footer", 16, colour: Quiet),
            Bulleted(),
            PlainTable(),
            Grid()
        );

    public static Numbering Bullets() =>
        new(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
                new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new LevelText { Val = "•" },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "260" })
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 1,
            },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }
        );

    public static Settings Settings(string language) =>
        new(
            new Zoom { Percent = "100" },
            new DefaultTabStop { Val = 709 },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = Tag(language) }
        );

    public static SectionProperties Page() =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId4" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId5" },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = Margin,
                Right = Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    private static string Tag(string language) => language == "fr" ? "fr-FR" : "en-GB";

    private static Style Paragraph(
        string id,
        string name,
        int? size,
        string? colour = null,
        bool bold = false,
        int? before = null,
        int? after = null,
        int? level = null,
        bool keep = false,
        bool isDefault = false
    )
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (level is not null || keep)
        {
            paragraph.Append(new KeepNext(), new KeepLines());
        }

        if (before is not null || after is not null)
        {
            var spacing = new SpacingBetweenLines();
            if (before is { } above)
            {
                spacing.Before = above.ToString(CultureInfo.InvariantCulture);
            }

            if (after is { } below)
            {
                spacing.After = below.ToString(CultureInfo.InvariantCulture);
            }

            paragraph.Append(spacing);
        }

        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        if (paragraph.HasChildren)
        {
            style.Append(paragraph);
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        if (size is { } half)
        {
            run.Append(new FontSize { Val = half.ToString(CultureInfo.InvariantCulture) });
        }

        if (run.HasChildren)
        {
            style.Append(run);
        }

        return style;
    }

    private static Style Bulleted() =>
        new(
            new StyleName { Val = "List Bullet" },
            new BasedOn { Val = "Normal" },
            new StyleParagraphProperties(
                new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }),
                new SpacingBetweenLines { After = "40" }
            )
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = "ListBullet",
        };

    private static Style PlainTable() =>
        new(
            new StyleName { Val = "Normal Table" },
            new StyleTableProperties(
                new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                new TableCellMarginDefault(
                    new TopMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }
                )
            )
        )
        {
            Type = StyleValues.Table,
            StyleId = "TableNormal",
            Default = true,
        };

    private static Style Grid()
    {
        static T Line<T>()
            where T : BorderType, new() =>
            new()
            {
                Val = BorderValues.Single,
                Size = 4U,
                Space = 0U,
                Color = "BBBBBB",
            };
        return new Style(
            new StyleName { Val = "Table Grid" },
            new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(
                new TableBorders(
                    Line<TopBorder>(),
                    Line<LeftBorder>(),
                    Line<BottomBorder>(),
                    Line<RightBorder>(),
                    Line<InsideHorizontalBorder>(),
                    Line<InsideVerticalBorder>()
                )
            ),
            new TableStyleProperties(
                new TableStyleConditionalFormattingTableCellProperties(
                    new Shading
                    {
                        Val = ShadingPatternValues.Clear,
                        Color = "auto",
                        Fill = "E9ECF4",
                    }
                )
            )
            {
                Type = TableStyleOverrideValues.FirstRow,
            }
        )
        {
            Type = StyleValues.Table,
            StyleId = "TableGrid",
        };
    }
}
