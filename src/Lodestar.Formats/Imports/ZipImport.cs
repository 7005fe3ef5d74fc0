// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;
using Lodestar.Formats.OwnTable;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>A zip: a plan folder, a workbook, or a wrapper round one table.</summary>
internal static class ZipImport
{
    private const int NamesShown = 8;

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

        bytes.Position = 0;
        return OwnTableImport.ReadWorkbook(bytes, input, name, options);
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
