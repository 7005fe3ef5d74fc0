// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Formats.Imports;

/// <summary>What a publisher's file is made of.</summary>
internal enum FileShape
{
    /// <summary>Separated text.</summary>
    Text,

    /// <summary>A workbook (.xlsx).</summary>
    Workbook,

    /// <summary>netCDF-4, which is HDF5.</summary>
    Hdf5,
}

/// <summary>
/// What a format is recognised by: the first line of a text, or the sheet names and first words of a workbook. Names and
/// endings of files are not asked.
/// </summary>
/// <param name="FirstLines">
/// The first lines of a text, at most a few thousand characters; of a workbook the XML in which its first words stand; ""
/// for HDF5.
/// </param>
/// <param name="Sheets">Sheet names of a workbook, in order; none for other shapes.</param>
internal sealed record FileLook(string FirstLines, IReadOnlyList<string> Sheets);

/// <summary>A file to read, with what its caller says about it.</summary>
/// <param name="Input">For counting rows and for streams of text; a workbook's bytes lie in <paramref name="Bytes"/>.</param>
/// <param name="Bytes">The whole file, at its start, for workbooks and HDF5; null for text.</param>
/// <param name="Name">The file's own name, for places in diagnostics.</param>
/// <param name="Encoding">Of a text.</param>
internal sealed record PublisherInput(
    BoundedStream Input,
    MemoryStream? Bytes,
    string Name,
    Encoding Encoding,
    ImportOptions Options
);

/// <summary>
/// One publisher's file format: how it is recognised and read. Reading never throws on what a file holds: a layout that
/// moved yields diagnostics that name what was looked for and where.
/// </summary>
internal sealed record PublisherFormat(
    string Id,
    FileShape Shape,
    Func<FileLook, bool> Recognises,
    Func<PublisherInput, ImportResult> Read
);
