// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only the EDGAR workbook can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic EdgarOpenOnly(string file) =>
        Note("LS2320", new Place(file), M("import.edgar.open-only"), M("import.edgar.open-only.fix"));

    public static Diagnostic EdgarNoPriceYear(string file) =>
        Warning("LS2321", new Place(file), M("import.edgar.no-price-year"), M("import.edgar.no-price-year.fix"));

    public static Diagnostic EdgarMetrics(Place place, string metric, string other) =>
        Warning(
            "LS2322",
            place,
            M("import.edgar.metrics", ("metric", metric), ("other", Short(other))),
            M("import.edgar.metrics.fix")
        );
}
