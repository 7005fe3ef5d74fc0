// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>
/// Writes a council paper as a Word document (ECMA-376): headings, captions and tables in styles that can be changed,
/// charts that Word and LibreOffice draw and edit.
/// </summary>
public static class PaperDocument
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>"glasgow-2026-11-22.docx"; a language but English stands in it too.</summary>
    public static string FileName(string planId, DateOnly date, string language)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // An id is somebody's text, and this a name in a folder.
        var name = PlanIds.Slug(planId);
        return language == Planning.Messages.Languages.Default ? $"{name}-{day}.docx" : $"{name}-{day}-{language}.docx";
    }

    /// <summary>The file. The same paper in the same language has the same bytes.</summary>
    /// <param name="paper">What it says.</param>
    /// <param name="texts">The language, with the domain's texts.</param>
    public static byte[] Write(CouncilPaper paper, MessageCatalog texts)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            // Else the library names workbooks .bin, which not every program opens.
            document.PartExtensionProvider.MakeSurePartExtensionExist(ChartWorkbook.MediaType, ".xlsx");
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = PaperStyles.Of(texts.Language);
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = PaperStyles.Bullets();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = PaperStyles.Settings(texts.Language);
            main.AddNewPart<HeaderPart>("rId4").Header = Header(paper, texts);
            main.AddNewPart<FooterPart>("rId5").Footer = Footer(paper, texts);
            main.Document = new Document(Body(paper, texts, main));
            Properties(document, paper, texts);
        }

        return FixedZip.Of(package);
    }

    private static Body Body(CouncilPaper paper, MessageCatalog texts, MainDocumentPart main)
    {
        var body = new Body(
            PaperParagraphs.Of("Title", texts.Say(paper.Title)),
            PaperParagraphs.Of("Subtitle", $"{texts.Text(paper.Place)}, {texts.Date(paper.Date)}")
        );
        var charts = new ChartParts(main, texts);
        foreach (var section in paper.Sections)
        {
            body.Append(PaperParagraphs.Heading(1, texts.Say(section.Title), section.OnNewPage));
            foreach (var block in section.Blocks)
            {
                body.Append(Elements(block, texts, charts));
            }
        }

        body.Append(PaperStyles.Page());
        return body;
    }

    private static IEnumerable<OpenXmlElement> Elements(PaperBlock block, MessageCatalog texts, ChartParts charts) =>
        block switch
        {
            PaperHeading heading => [PaperParagraphs.Heading(heading.Level, texts.Say(heading.Words))],
            PaperParagraph paragraph => [PaperParagraphs.Of(StyleOf(paragraph.Tone), texts.Say(paragraph.Words))],
            PaperList list => list.Items.Select(i => PaperParagraphs.Item(texts.Say(i))),
            PaperTable table => PaperTables.Of(table, texts),
            PaperChart chart => charts.Of(chart),
            _ => throw new InvalidOperationException($"{block.GetType().Name} is no block of a paper."),
        };

    private static string StyleOf(PaperTone tone) =>
        tone switch
        {
            PaperTone.Lead => "Lead",
            PaperTone.Note => "Note",
            _ => "Normal",
        };

    private static Header Header(CouncilPaper paper, MessageCatalog texts) =>
        new(PaperParagraphs.Of("Header", texts.Say(paper.Title)));

    private static Footer Footer(CouncilPaper paper, MessageCatalog texts)
    {
        var line = PaperParagraphs.Of(
            "Footer",
            $"{texts.Say(paper.Foot)} · {texts.Render(Message.Of("report.page"))} "
        );
        line.Append(PaperParagraphs.Field("PAGE"));
        line.Append(PaperParagraphs.Run($" {texts.Render(Message.Of("report.of"))} "));
        line.Append(PaperParagraphs.Field("NUMPAGES"));
        return new Footer(line);
    }

    /// <summary>The library names this part of its own after chance, unless it is written here.</summary>
    private static void Properties(WordprocessingDocument document, CouncilPaper paper, MessageCatalog texts)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var day = paper.Date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        XElement Date(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), day);
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", Clean(texts.Say(paper.Title))),
            new XElement(dc + "description", Clean(texts.Say(paper.Foot))),
            new XElement(dc + "language", texts.Language),
            new XElement(dc + "creator", "Lodestar"),
            Date("created"),
            Date("modified")
        );
        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rId2");
        using var stream = part.GetStream(FileMode.Create);
        properties.Save(stream);
    }

    /// <summary>XML 1.0 knows no control characters but three and no half of a pair, whatever a plan holds.</summary>
    internal static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsForbidden(text, i))
            {
                return string.Create(
                    text.Length,
                    text,
                    static (span, from) =>
                    {
                        for (var i = 0; i < span.Length; i++)
                        {
                            span[i] = IsForbidden(from, i) ? '\ufffd' : from[i];
                        }
                    }
                );
            }
        }

        return text;
    }

    private static bool IsForbidden(string text, int i)
    {
        var c = text[i];
        return c is (< ' ' and not ('\t' or '\n' or '\r')) or '\ufffe' or '\uffff'
            || (char.IsHighSurrogate(c) && !(i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
            || (char.IsLowSurrogate(c) && !(i > 0 && char.IsHighSurrogate(text[i - 1])));
    }
}
