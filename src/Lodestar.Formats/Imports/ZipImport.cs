// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;
using System.Xml;
using Lodestar.Formats.OwnTable;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>A zip: a plan folder, a workbook, or a wrapper round one table.</summary>
internal static class ZipImport
{
    private const int NamesShown = 8;
    private const int MostSheets = 200;
    private const int WordBytes = 8 << 10;

    private static readonly string[] WordParts = ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"];

    private static readonly string[] TableEndings = [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm"];

    public static ImportResult Read(BoundedStream input, string name, ImportOptions options, bool insideZip)
    {
        using var bytes = input.ToMemory();
        if (input.Exceeded)
        {
            return Importer.Refused();
        }

        try
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip
                .Entries.Select(e => e.FullName)
                .Where(n => n.Length > 0 && n[^1] is not ('/' or '\\'))
                .ToList();
            if (names.Any(n => n.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            {
                return ReadWorkbook(zip, bytes, input, name, options);
            }

            if (names.Any(IsPlanYaml) && !insideZip)
            {
                bytes.Position = 0;
                return ReadPlan(bytes);
            }

            return ReadWrapped(zip, names, input, name, options, insideZip);
        }
        catch (InvalidDataException)
        {
            return Importer.Refused(
                ImportFaults.Unreadable(name, Message.Of("import.zip-corrupt"), Message.Of("import.zip-corrupt.fix"))
            );
        }
    }

    private static bool IsPlanYaml(string path) =>
        path == "plan.yaml"
        || (path.EndsWith("/plan.yaml", StringComparison.Ordinal) && path.Count(c => c == '/') == 1);

    private static ImportResult ReadPlan(MemoryStream bytes)
    {
        var files = PlanZip.Read(bytes);
        var reading = PlanReader.Read(files.Files);
        var plan = new ImportedPlan(reading.Plan.Id, reading.Plan.Name, reading.Files);
        return new ImportResult(
            EquatableList.Of(plan),
            new LossReport(0, 0, EquatableList<LeftOut>.Empty),
            files.Diagnostics.Concat(reading.Diagnostics).ToEquatableList()
        )
        {
            Understood = EquatableList.Of(Message.Of("import.plan-folder", ("files", files.Files.Count))),
        };
    }

    private static ImportResult ReadWorkbook(
        ZipArchive zip,
        MemoryStream bytes,
        BoundedStream input,
        string name,
        ImportOptions options
    )
    {
        if (ZipSafety.Check(zip, input) is { } reason)
        {
            return Importer.Refused(ImportFaults.ZipBomb(name, reason));
        }

        var look = new FileLook(FirstWords(zip), SheetNames(zip));
        bytes.Position = 0;
        if (PublisherFormats.For(FileShape.Workbook, look, options.Format) is { } format)
        {
            return format.Read(new PublisherInput(input, bytes, name, Encoding.UTF8, options));
        }

        return OwnTableImport.ReadWorkbook(bytes, input, name, options);
    }

    /// <summary>Sheet names as xl/workbook.xml lists them; none where it cannot be read.</summary>
    private static List<string> SheetNames(ZipArchive zip)
    {
        var entry = zip.Entries.FirstOrDefault(e =>
            e.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase)
        );
        if (entry is null)
        {
            return [];
        }

        try
        {
            using var stream = entry.Open();
            using var xml = XmlReader.Create(
                stream,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            var names = new List<string>();
            while (names.Count < MostSheets && xml.ReadToFollowing("sheet"))
            {
                names.Add(xml.GetAttribute("name") ?? "");
            }

            return names;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>The beginning of the shared strings and of the first sheet, where headings stand in either notation.</summary>
    private static string FirstWords(ZipArchive zip) => string.Concat(WordParts.Select(name => Start(zip, name)));

    private static string Start(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return "";
        }

        using var stream = entry.Open();
        var bytes = new byte[WordBytes];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private static ImportResult ReadWrapped(
        ZipArchive zip,
        List<string> names,
        BoundedStream input,
        string name,
        ImportOptions options,
        bool insideZip
    )
    {
        if (KindByContents(zip, names) is { } kind)
        {
            return Importer.RefusedKind(name, kind);
        }

        var tables = names
            .Where(n => TableEndings.Any(e => n.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (tables.Count == 0 || insideZip)
        {
            return Importer.Refused(ImportFaults.ZipHoldsNothing(name, names.Take(NamesShown)));
        }

        if (tables.Count > 1)
        {
            return Importer.Refused(ImportFaults.ZipHoldsMany(name, tables.Count, tables.Take(NamesShown)));
        }

        using var entry = zip.GetEntry(tables[0])!.Open();
        using var inner = input.Within(entry);
        var path = tables[0];
        return Importer.Import(inner, path[(path.LastIndexOf('/') + 1)..], options, insideZip: true);
    }

    private static string? KindByContents(ZipArchive zip, List<string> names)
    {
        if (
            names.Any(n =>
                n.StartsWith("word/", StringComparison.Ordinal) || n.StartsWith("ppt/", StringComparison.Ordinal)
            )
        )
        {
            return "document";
        }

        if (zip.GetEntry("mimetype") is not { } type)
        {
            return null;
        }

        using var stream = type.Open();
        var text = new byte[100];
        var count = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        var mime = Encoding.ASCII.GetString(text, 0, count);
        return mime.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? "ods"
            : mime.Contains("opendocument", StringComparison.Ordinal) ? "document"
            : null;
    }
}
