// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Lodestar.Data.Tests.Scenarios;
using Lodestar.Formats.CouncilPapers;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using Lodestar.Testing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Lodestar.Data.Tests.Reports;

/// <summary>The Word document of a council paper, read back.</summary>
public sealed partial class PaperDocumentTests
{
    private const string Sources = """

        sources:
          - {id: register, title: Register of emissions, publisher: The city, edition: 2024, licence: CC-BY-4.0}
          - {id: strategy, title: Strategy to 2030, publisher: The council}
        """;

    private static readonly DateOnly Day = new(2023, 6, 30);
    private static readonly (string Path, string Text)[] Files = TwoSectors.With("plan.yaml", t => t + Sources);
    private static readonly MessageCatalog French = MessageCatalog.Load("fr");
    private static readonly CouncilPaper Modelled = PaperOf(Files);
    private static readonly CouncilPaper Plain = PaperOf([
        .. Files.Where(f => !f.Path.StartsWith("model/", StringComparison.Ordinal)),
    ]);

    public static TheoryData<string, bool> Kinds =>
        new()
        {
            { "en", true },
            { "fr", true },
            { "en", false },
            { "fr", false },
        };

    private static string[] Headings =>
        [
            "Summary",
            "Inventory",
            "The promise",
            "Scenarios against the strategy",
            "What each measure brings",
            "Odds",
            "Lock-in",
            "Findings",
            "What others must decide",
            "Annex: method",
            "Sources",
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Document_IsValid(string language, bool hasModel)
    {
        using var document = Open(Bytes(language, hasModel));

        var faults = new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document).ToList();

        Assert.True(
            faults.Count == 0,
            string.Join('\n', faults.Take(20).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"))
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Document_MadeTwice_HasTheSameBytes(string language, bool hasModel)
    {
        var again = PaperOf(
            hasModel ? Files : [.. Files.Where(f => !f.Path.StartsWith("model/", StringComparison.Ordinal))]
        );

        Assert.Equal(
            Bytes(language, hasModel),
            PaperDocument.Write(again, language == "fr" ? French : MessageCatalog.English)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Headings_StandInTheOrderOfReading(bool hasModel)
    {
        using var document = Open(Bytes("en", hasModel));

        var headings = Paragraphs(document).Where(p => StyleOf(p) == "Heading1").Select(p => p.InnerText);

        Assert.Equal(Headings, headings);
    }

    /// <summary>Without 40, heat pumps 9, insulation 7, cars 10: 14 expected of 4 promised, a gap of 10.</summary>
    [Fact]
    public void Effects_OfTheNetZeroYear_AreThoseWorkedOutByHand()
    {
        var table = Table(
            Bytes("en", true),
            "By measure: without measures − effects = expected, expected − limit = gap, kt CO₂"
        );
        var column = Array.IndexOf(table[0], "2030");

        Assert.Equal(
            [
                ("Without measures", 40m),
                ("Heat pumps", -9m),
                ("Insulation", -7m),
                ("Fewer cars", -10m),
                ("Expected", 14m),
                ("Limit", -4m),
                ("Gap", 10m),
            ],
            table.Skip(1).Select(r => (r[0], Number(r[column])))
        );
    }

    [Theory]
    [InlineData("By measure")]
    [InlineData("By who decides:")]
    public void Effects_OfEveryColumn_AddUpToTheLastDigit(string caption)
    {
        var table = Table(Bytes("en", true), caption);
        var expected = Array.FindIndex(table, r => r[0] == "Expected");

        Assert.True(table[0].Length >= 3);
        for (var column = 1; column < table[0].Length; column++)
        {
            var at = column;
            decimal Sum(int from, int to) => table[from..to].Sum(r => Number(r[at]));
            Assert.Equal(Number(table[expected][column]), Sum(1, expected));
            Assert.Equal(Number(table[^1][column]), Sum(expected, table.Length - 1));
        }
    }

    [Fact]
    public void Inventory_Sectors_AddUpToTheTotal()
    {
        var table = Table(Bytes("en", true), "Emissions by sector, kt CO₂");

        Assert.Equal("Total", table[^1][0]);
        for (var column = 1; column < table[0].Length; column++)
        {
            Assert.Equal(Number(table[^1][column]), table[1..^1].Sum(r => Number(r[column])));
            Assert.Equal(40m, Number(table[^1][column]));
        }
    }

    /// <summary>Adopted alone: 28 in 2030, against 4.</summary>
    [Fact]
    public void Scenarios_ExpectedLessLimit_IsTheGap()
    {
        var table = Table(Bytes("en", true), "Expected − limit = gap");

        Assert.Contains(
            table,
            r => r is ["With existing measures", "2030", ..] && Number(r[2]) == 28m && Number(r[4]) == 24m
        );
        Assert.All(table.Skip(1), r => Assert.Equal(Number(r[2]) - Number(r[3]), Number(r[4])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sources_AreAllListed(bool hasModel)
    {
        var table = Table(Bytes("en", hasModel), "Sources of the plan");

        Assert.Contains(
            table,
            r => r[0] == "Register of emissions" && r[1] == "The city" && r[2] == "2024" && r[3] == "CC-BY-4.0"
        );
        Assert.Contains(table, r => r[0] == "Strategy to 2030" && r[3] == "licence not stated");
    }

    [Fact]
    public void French_DiffersInWordsAndNotInNumbers()
    {
        using var english = Open(Bytes("en", true));
        using var french = Open(Bytes("fr", true));

        static string[] Numbers(WordprocessingDocument document) =>
            [
                .. document
                    .MainDocumentPart!.Document.Body!.Descendants<Table>()
                    .SelectMany(t => t.Elements<TableRow>().Skip(1))
                    .SelectMany(r => r.Elements<TableCell>())
                    .Where(c => c.Descendants<Justification>().Any())
                    .Select(c => Digits().Replace(c.InnerText.Replace(',', '.'), ""))
                    .Where(t => t.Length > 0),
            ];

        Assert.Equal(Numbers(english), Numbers(french));
        Assert.NotEqual(
            Paragraphs(english).Where(p => StyleOf(p) == "Heading1").Select(p => p.InnerText),
            Paragraphs(french).Where(p => StyleOf(p) == "Heading1").Select(p => p.InnerText)
        );
        Assert.Equal(
            "fr-FR",
            french
                .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Languages>()
                .First()
                .Val
        );
    }

    [Fact]
    public void Charts_CarryTheirNumbersTheirWordsAndTheirWorkbook()
    {
        using var document = Open(Bytes("en", true));
        var main = document.MainDocumentPart!;

        Assert.Equal(["sectors", "scenarios", "effects", "controllers"], Modelled.Charts.Select(c => c.Id));
        Assert.Equal(4, main.ChartParts.Count());
        Assert.All(main.Document.Descendants<W.DocProperties>(), d => Assert.True(d.Description!.Value!.Length > 20));
        Assert.All(
            main.ChartParts,
            p => Assert.EndsWith(".xlsx", p.EmbeddedPackagePart!.Uri.ToString(), StringComparison.Ordinal)
        );
        foreach (var part in main.ChartParts)
        {
            using var workbook = SpreadsheetDocument.Open(part.EmbeddedPackagePart!.GetStream(), false);
            Assert.Empty(new OpenXmlValidator().Validate(workbook));
        }

        var effects = (ChartPart)main.GetPartById("rIdChart3");
        var last = effects
            .ChartSpace.Descendants<C.NumberingCache>()
            .Select(c => double.Parse(c.Elements<C.NumericPoint>().Last().InnerText, CultureInfo.InvariantCulture));
        // What is left, then the largest first over the years: cars come later, and are the largest in 2030 alone.
        Assert.Equal([7, 9, 10, 14], last.Select(v => Math.Round(v, 9)).Order());
    }

    [Fact]
    public void Tables_RepeatTheirHeadOnEveryPage()
    {
        using var document = Open(Bytes("en", true));

        var tables = document.MainDocumentPart!.Document.Body!.Descendants<Table>().ToList();

        Assert.Equal(Modelled.Tables.Count(), tables.Count);
        Assert.All(tables, t => Assert.NotEmpty(t.Elements<TableRow>().First().Descendants<TableHeader>()));
    }

    [Fact]
    public void Page_IsA4_AndItsFootSaysWhatItTakesToMakeItAgain()
    {
        using var document = Open(Bytes("en", true));
        var main = document.MainDocumentPart!;
        var size = main.Document.Descendants<PageSize>().Single();
        var foot = main.FooterParts.Single().Footer.InnerText;

        // 210 mm by 297 mm in twentieths of a point.
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Contains(PlanPaper.Version, foot, StringComparison.Ordinal);
        Assert.Contains("30\u00a0June\u00a02023", foot, StringComparison.Ordinal);
        Assert.Equal(
            ["PAGE", "NUMPAGES"],
            main.FooterParts.Single().Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value)
        );
    }

    [Fact]
    public void Hash_ChangesWithAnyFile()
    {
        string HashOf((string Path, string Text)[] files) => PlanPaper.HashOf(Read.Plan(files).Files);

        Assert.Equal(HashOf(Files), HashOf([.. Files.Reverse()]));
        Assert.NotEqual(HashOf(Files), HashOf(TwoSectors.Files));
    }

    [Fact]
    public void Plan_WithoutAModel_SaysWhatIsMissing()
    {
        using var document = Open(Bytes("en", false));

        Assert.Contains(
            Paragraphs(document),
            p => p.InnerText.StartsWith("The plan has no model yet", StringComparison.Ordinal)
        );
        Assert.Equal(["sectors"], Plain.Charts.Select(c => c.Id));
    }

    /// <summary>2015 and 2020 were counted, and nothing between: the columns stand five years apart, and lines go across.</summary>
    [Fact]
    public void Charts_OfYearsWithGaps_KeepTheirTime()
    {
        const string Table = "id,category,unit,2015,2020,2022\nhomes,I.1,kt CO2,20,20,20\nroads,II.1,kt CO2,20,20,20\n";
        var bytes = PaperDocument.Write(
            PaperOf(TwoSectors.With("inventory/counted.csv", _ => Table)),
            MessageCatalog.English
        );
        using var document = Open(bytes);

        var columns = ((ChartPart)document.MainDocumentPart!.GetPartById("rIdChart1")).ChartSpace;
        var years = columns.Descendants<C.StringCache>().Last().Elements<C.StringPoint>().Select(p => p.InnerText);
        var counted = columns
            .Descendants<C.NumberingCache>()
            .First()
            .Elements<C.NumericPoint>()
            .Select(p => p.Index!.Value);
        Assert.Equal(Enumerable.Range(2015, 8).Select(y => y.ToString(CultureInfo.InvariantCulture)), years);
        Assert.Equal([0u, 5u, 7u], counted);
        var lines = ((ChartPart)document.MainDocumentPart!.GetPartById("rIdChart2")).ChartSpace;
        Assert.Equal(C.DisplayBlanksAsValues.Span, lines.Descendants<C.DisplayBlanksAs>().Single().Val!.Value);
    }

    [Fact]
    public void Plan_WithControlCharactersInATitle_IsStillADocument()
    {
        var files = TwoSectors.With(
            "plan.yaml",
            t => t.Replace("name: Two Sectors", "name: \"Two\\u0001 Sectors\"", StringComparison.Ordinal)
        );

        using var document = Open(PaperDocument.Write(PaperOf(files), MessageCatalog.English));

        Assert.Contains("Two\ufffd", Paragraphs(document).First().InnerText, StringComparison.Ordinal);
    }

    // Attributes can't hold half a pair, so that the cases stand here.
    [Fact]
    public void Clean_LeavesWhatXmlKnows()
    {
        (string Text, string Clean)[] cases =
        [
            ("a\u0001b", "a\ufffdb"),
            ("a\ud800b", "a\ufffdb"),
            ("a\udc00", "a\ufffd"),
            ("a\ud83c\udf31b\n", "a\ud83c\udf31b\n"),
        ];

        Assert.All(cases, c => Assert.Equal(c.Clean, PaperDocument.Clean(c.Text)));
    }

    private static CouncilPaper PaperOf((string Path, string Text)[] files)
    {
        var reading = Read.Plan(files);
        return PlanPaper.Of(reading, Assessor.Assess(reading.Plan, Day, reading.Outlook));
    }

    private static byte[] Bytes(string language, bool hasModel) =>
        PaperDocument.Write(hasModel ? Modelled : Plain, language == "fr" ? French : MessageCatalog.English);

    private static WordprocessingDocument Open(byte[] bytes) =>
        WordprocessingDocument.Open(new MemoryStream(bytes), false);

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document) =>
        document.MainDocumentPart!.Document.Body!.Elements<Paragraph>();

    private static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val;

    /// <summary>The rows of the table under a caption that begins so.</summary>
    private static string[][] Table(byte[] bytes, string caption)
    {
        using var document = Open(bytes);
        var above = Paragraphs(document)
            .First(p => StyleOf(p) == "Caption" && p.InnerText.StartsWith(caption, StringComparison.Ordinal));
        return
        [
            .. above
                .ElementsAfter()
                .OfType<Table>()
                .First()
                .Elements<TableRow>()
                .Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray()),
        ];
    }

    private static decimal Number(string text) =>
        decimal.Parse(text.Replace('\u2212', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[^0-9.−–]")]
    private static partial Regex Digits();
}
