// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only a country's table can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic CountryHeading(string file) =>
        Error("LS2430", new Place(file), M("import.country.heading"), M("import.country.heading.fix"));

    public static Diagnostic CountrySchemeOpen(string file) =>
        Error("LS2431", new Place(file), M("import.country.scheme-open"), M("import.country.scheme.fix")) with
        {
            DidYouMean = EquatableList.Of("ipcc2006", "crt"),
        };

    public static Diagnostic CountrySchemeMixed(string file, string one, string other) =>
        Error(
            "LS2432",
            new Place(file),
            M("import.country.scheme-mixed", ("one", Short(one)), ("other", Short(other))),
            M("import.country.scheme.fix")
        ) with
        {
            DidYouMean = EquatableList.Of("ipcc2006", "crt"),
        };

    public static Diagnostic CountrySchemeUnknown(string file, string typed) =>
        Error(
            "LS2433",
            new Place(file),
            M("import.country.scheme-unknown", ("scheme", Short(typed))),
            M("import.country.scheme.fix")
        ) with
        {
            DidYouMean = EquatableList.Of("ipcc2006", "crt"),
        };

    public static Diagnostic CountryNotStated(string file) =>
        Error("LS2434", new Place(file), M("import.country.none"), M("import.country.none.fix"));

    public static Diagnostic CountryFinerDiffers(Place place, string what, int year, double printed, double sum) =>
        Warning(
            "LS2435",
            place,
            M("import.country.finer", ("what", Short(what)), ("year", year), ("printed", printed), ("sum", sum)),
            M("import.country.finer.fix")
        );

    public static Diagnostic CountryKeys(string file, string keys, int count, string meaning) =>
        Note(
            "LS2436",
            new Place(file),
            M("import.country.keys", ("keys", keys), ("count", count), ("meaning", meaning))
        );

    public static Diagnostic CountrySectors(Place place, string text) =>
        Note("LS2437", place, M("import.country.sectors", ("text", Short(text))));

    public static Diagnostic CountryEffectUnit(string file) =>
        Warning("LS2438", new Place(file), M("import.country.effect-unit"), M("import.country.effect-unit.fix"));

    public static Diagnostic CountryNothing(string file) =>
        Error("LS2439", new Place(file), M("import.country.nothing"), M("import.country.nothing.fix"));
}
