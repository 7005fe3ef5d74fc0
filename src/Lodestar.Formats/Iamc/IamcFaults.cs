// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only a table of scenarios can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic IamcHeading(string file, IReadOnlyList<string> missing) =>
        Error(
            "LS2450",
            new Place(file),
            M("import.iamc.heading", ("columns", missing.ToArray())),
            M("import.iamc.heading.fix")
        );

    public static Diagnostic IamcSubAnnual(Place place, string column) =>
        Error("LS2451", place, M("import.iamc.subannual", ("column", Short(column))), M("import.iamc.subannual.fix"));

    public static Diagnostic IamcYearTwice(Place place, int year) =>
        Warning("LS2452", place, M("import.iamc.year-twice", ("year", year)), M("import.iamc.year-twice.fix"));

    public static Diagnostic IamcRecordTooLong(string file, int line) =>
        Error("LS2453", new Place(file, line), M("import.iamc.too-long"), M("import.iamc.too-long.fix"));

    public static Diagnostic IamcTooMany(string file, int most) =>
        Error("LS2454", new Place(file), M("import.iamc.too-many", ("most", most)), M("import.iamc.too-many.fix"));

    public static Diagnostic IamcNothing(string file, IEnumerable<string> regions) =>
        Error("LS2455", new Place(file), M("import.iamc.nothing"), M("import.iamc.nothing.fix")) with
        {
            DidYouMean = regions.ToEquatableList(),
        };

    public static Diagnostic IamcRegionUnclear(string file, string region, string country) =>
        Warning(
            "LS2456",
            new Place(file),
            M("import.iamc.region-unclear", ("region", Short(region)), ("country", country)),
            M("import.iamc.region-unclear.fix")
        );
}
