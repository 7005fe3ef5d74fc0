// SPDX-License-Identifier: Apache-2.0
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>Paragraphs of a Word document.</summary>
internal static class PaperParagraphs
{
    private const string Bullets = "ListBullet";

    public static Paragraph Of(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    public static Paragraph Heading(int level, string text, bool onNewPage = false)
    {
        var properties = new ParagraphProperties(
            new ParagraphStyleId
            {
                Val = level switch
                {
                    1 => "Heading1",
                    2 => "Heading2",
                    _ => "Heading3",
                },
            }
        );
        if (onNewPage)
        {
            properties.Append(new PageBreakBefore());
        }

        return new Paragraph(properties, Run(text));
    }

    public static Paragraph Item(string text) => Of(Bullets, text);

    public static Run Run(string text, bool bold = false)
    {
        var words = new Text(PaperDocument.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };
        return bold ? new Run(new RunProperties(new Bold()), words) : new Run(words);
    }

    /// <summary>A field that the reader's program fills in: a page's number.</summary>
    public static SimpleField Field(string instruction) => new(Run("1")) { Instruction = instruction };
}
