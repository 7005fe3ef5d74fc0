// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.CountryTables;
using Lodestar.Formats.Edgar;
using Lodestar.Formats.GlobalCarbonBudget;
using Lodestar.Formats.Iamc;
using Lodestar.Formats.NdcRegistry;
using Lodestar.Formats.NetZeroTracker;
using Lodestar.Formats.Primap;
using Lodestar.Formats.QuantifiedNdcs;
using Lodestar.Formats.Smhi;
using Lodestar.Formats.UkLocalAuthority;

namespace Lodestar.Formats.Imports;

/// <summary>All publishers' formats; the first that recognises a file reads it.</summary>
internal static class PublisherFormats
{
    public static IReadOnlyList<PublisherFormat> All { get; } =
    [
        new(
            "uk-la",
            FileShape.Text,
            look => UkLocalAuthorityImport.Recognises(FirstLine(look.FirstLines)),
            file => UkLocalAuthorityImport.Read(file.Input, file.Name, file.Encoding, file.Options)
        ),
        new("primap", FileShape.Hdf5, _ => true, PrimapImport.Read),
        new("nzt", FileShape.Workbook, look => NztImport.Recognises(look.FirstLines), NztImport.Read),
        new(
            "ndc-registry",
            FileShape.Text,
            look => NdcRegistryImport.Recognises(FirstLine(look.FirstLines)),
            NdcRegistryImport.Read
        ),
        new(
            "ndc-quantified",
            FileShape.Text,
            look => QuantifiedNdcsImport.Recognises(look.FirstLines),
            QuantifiedNdcsImport.Read
        ),
        new("edgar", FileShape.Workbook, EdgarImport.Recognises, EdgarImport.Read),
        new("gcb", FileShape.Workbook, GcbImport.RecognisesFossil, GcbImport.ReadFossil),
        new("gcb-land", FileShape.Workbook, GcbImport.RecognisesLand, GcbImport.ReadLand),
        new("smhi", FileShape.Workbook, SmhiImport.Recognises, SmhiImport.Read),
        new("iamc", FileShape.Text, look => IamcImport.Recognises(look.FirstLines), IamcImport.Read),
        new("iamc", FileShape.Workbook, look => IamcImport.Recognises(look.FirstLines), IamcImport.Read),
        new(
            "country-table",
            FileShape.Text,
            look => CountryTableImport.Recognises(look.FirstLines),
            CountryTableImport.Read
        ),
        new(
            "country-table",
            FileShape.Workbook,
            look => CountryTableImport.Recognises(look.FirstLines),
            CountryTableImport.Read
        ),
    ];

    /// <summary>The format asked for by name, else the first that recognises the file; null when none does.</summary>
    public static PublisherFormat? For(FileShape shape, FileLook look, string? asked) =>
        All.FirstOrDefault(f => f.Shape == shape && (asked is null ? f.Recognises(look) : f.Id == asked));

    private static string FirstLine(string lines) =>
        lines.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? lines[..end] : lines;
}
