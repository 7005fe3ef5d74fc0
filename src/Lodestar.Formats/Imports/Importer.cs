// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>Finds out what a file is and hands it to the importer of its format.</summary>
public static class Importer
{
    private const int HeadBytes = 64 << 10;
    private const int LookBytes = 4 << 10;

    /// <summary>
    /// Imports a publisher's file (<see cref="PublisherFormats"/>), a plain table (CSV or xlsx) of one's own, or a zipped plan folder. Streams;
    /// never throws on what the file holds. <paramref name="file"/> need not be seekable.
    /// </summary>
    public static ImportResult Import(
        Stream file,
        string fileName,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new ImportOptions();
        using var input = new BoundedStream(file, options.MaxBytes, progress, cancellation);
        var result = Import(input, NameOf(fileName), options);
        input.ReportEnd();
        return result;
    }

    /// <param name="input">Whole or inside a zip.</param>
    /// <param name="name">The file's own name, without folders.</param>
    /// <param name="options">What the caller says about it.</param>
    /// <param name="insideZip">A zip inside a zip is not opened.</param>
    internal static ImportResult Import(BoundedStream input, string name, ImportOptions options, bool insideZip = false)
    {
        var head = input.Head(HeadBytes);
        var (kind, known) = FileKinds.Of(head.Span);
        var result = kind switch
        {
            FileKind.Empty => Refused(ImportFaults.Empty(name)),
            FileKind.Text => ImportText(input, head, name, options),
            FileKind.Zip => ZipImport.Read(input, name, options, insideZip),
            FileKind.Hdf5 => ImportHdf5(input, name, options),
            FileKind.OldOffice => OwnTableImport.ReadWorkbook(input.ToMemory(), input, name, options),
            _ => RefusedKind(name, known),
        };
        return input.Exceeded ? Refused(ImportFaults.TooLarge(name, options.MaxBytes)) : result;
    }

    internal static ImportResult Refused(params ReadOnlySpan<Diagnostic> faults) =>
        new(
            EquatableList<ImportedPlan>.Empty,
            new LossReport(0, 0, EquatableList<LeftOut>.Empty),
            EquatableList.Of(faults)
        );

    internal static ImportResult RefusedKind(string name, string? kind)
    {
        var (what, fix) = FileKinds.Refusal(kind);
        return Refused(ImportFaults.NotATable(name, what, fix));
    }

    private static ImportResult ImportText(
        BoundedStream input,
        ReadOnlyMemory<byte> head,
        string name,
        ImportOptions options
    )
    {
        var encoding =
            TextSniff.UnmarkedUtf16(head.Span) ?? TextSniff.EncodingOf(head.Span, cutOff: head.Length == HeadBytes);
        var look = new FileLook(encoding.GetString(head.Span[..Math.Min(head.Length, LookBytes)]), []);
        return PublisherFormats.For(FileShape.Text, look, options.Format) is { } format
            ? format.Read(new PublisherInput(input, null, name, encoding, options))
            : OwnTableImport.ReadText(input, name, options);
    }

    private static ImportResult ImportHdf5(BoundedStream input, string name, ImportOptions options)
    {
        if (PublisherFormats.For(FileShape.Hdf5, new FileLook("", []), options.Format) is not { } format)
        {
            return RefusedKind(name, "hdf5");
        }

        using var bytes = input.ToMemory();
        return input.Exceeded ? Refused() : format.Read(new PublisherInput(input, bytes, name, Encoding.UTF8, options));
    }

    // Browsers and command lines may send a path; only the last part says something about the table.
    private static string NameOf(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
}
