// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only the list of the NDC registry can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic NdcHeading(string file, IEnumerable<string> needed) =>
        Error(
            "LS2540",
            new Place(file, 1),
            M("import.ndc.heading", ("columns", needed.ToArray())),
            M("import.ndc.heading.fix")
        );

    public static Diagnostic NdcNoRows(string file) =>
        Error("LS2541", new Place(file), M("import.ndc.no-rows"), M("import.ndc.no-rows.fix"));

    public static Diagnostic NdcNoCountry(Place place, string code) =>
        Warning("LS2542", place, M("import.ndc.no-country"), M("import.ndc.no-country.fix")) with
        {
            Text = code.Length == 0 ? null : Short(code),
        };

    public static Diagnostic NdcNoTitle(Place place) =>
        Warning("LS2543", place, M("import.ndc.no-title"), M("import.ndc.no-title.fix"));

    public static Diagnostic NdcNoDate(Place place, string text) =>
        Warning("LS2544", place, M("import.ndc.no-date"), M("import.ndc.no-date.fix")) with
        {
            Text = Short(text),
        };

    public static Diagnostic NdcNoUrl(Place place, string text) =>
        Warning("LS2545", place, M("import.ndc.no-url"), M("import.ndc.no-url.fix")) with
        {
            Text = text.Length == 0 ? null : Short(text),
        };
}
