// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.CountryTables;

/// <summary>Which tree the codes are of, and what said so.</summary>
internal sealed record SchemeReading(CategoryScheme Scheme, Message Because);

/// <summary>
/// Decides between IPCC 2006 and the UNFCCC's common reporting tables, whose sectors 3 to 5 carry the same digits with
/// different meanings. What the caller says counts first, then what the table says, then the names of its categories.
/// </summary>
internal static partial class CountryScheme
{
    public const string Ipcc = "ipcc2006";
    public const string Crt = "crt";

    /// <summary>Codes whose name tells the trees apart: words on the left mean IPCC 2006, on the right the reporting tables.</summary>
    private static readonly (string Code, string[] Ipcc, string[] Crt)[] Telling =
    [
        ("3", ["afolu", "forestry", "land"], ["agriculture"]),
        ("4", ["waste"], ["lulucf", "land", "forestry"]),
        ("5", ["other"], ["waste"]),
        ("3.A", ["livestock"], ["enteric"]),
        ("3.B", ["land"], ["manure"]),
        ("3.C", ["aggregate"], ["rice"]),
        ("3.D", ["harvested"], ["soils"]),
        ("4.A", ["solid", "waste"], ["forest"]),
        ("4.B", ["biological"], ["cropland"]),
        ("4.C", ["incineration", "burning"], ["grassland"]),
        ("4.D", ["wastewater"], ["wetlands"]),
        ("5.A", ["indirect"], ["solid"]),
    ];

    /// <summary>Null with a fault when nothing decides, or when what there is disagrees.</summary>
    /// <param name="asked">The caller's word.</param>
    /// <param name="stated">What heading, titles and scheme column say.</param>
    /// <param name="rows">Codes and names of all rows.</param>
    /// <param name="file">For places.</param>
    /// <param name="faults">Takes the refusal.</param>
    public static SchemeReading? Decide(
        string? asked,
        IEnumerable<string> stated,
        IReadOnlyCollection<(string Code, string Name)> rows,
        string file,
        DiagnosticBag faults
    )
    {
        if (asked?.Trim() is { Length: > 0 } typed)
        {
            if (Named(typed) is { } said)
            {
                return Of(said, Message.Of("import.country.scheme-asked"));
            }

            faults.Add(ImportFaults.CountrySchemeUnknown(file, typed));
            return null;
        }

        foreach (var text in stated)
        {
            if (Named(text) is { } said)
            {
                return Of(said, Message.Of("import.country.scheme-stated", ("text", ImportFaults.Short(text))));
            }
        }

        var votes = rows.Select(Vote).Where(v => v.Scheme is not null).DistinctBy(v => v.Scheme).ToList();
        switch (votes)
        {
            case [var (scheme, row)]:
                return Of(scheme!, Message.Of("import.country.scheme-names", ("row", ImportFaults.Short(row))));
            case []:
                faults.Add(ImportFaults.CountrySchemeOpen(file));
                return null;
            default:
                faults.Add(ImportFaults.CountrySchemeMixed(file, votes[0].Row, votes[1].Row));
                return null;
        }
    }

    /// <summary>The scheme that a text names; null where it names none or both.</summary>
    public static string? Named(string text)
    {
        var (ipcc, crt) = (IpccWords().IsMatch(text), CrtWords().IsMatch(text));
        return (ipcc, crt) switch
        {
            (true, false) => Ipcc,
            (false, true) => Crt,
            // "CRT, following the 2006 IPCC Guidelines": the tables are named for the form, the guidelines for the method.
            (true, true) when !text.Contains("category", StringComparison.OrdinalIgnoreCase) => Crt,
            _ => null,
        };
    }

    private static SchemeReading Of(string scheme, Message because) => new(CategoryScheme.Find(scheme)!, because);

    private static (string? Scheme, string Row) Vote((string Code, string Name) row)
    {
        var label = row.Name.Length == 0 ? row.Code : $"{row.Code} {row.Name}";
        var (inIpcc, inCrt) = (Lists(Ipcc, row.Code), Lists(Crt, row.Code));
        if (inIpcc != inCrt && row.Code[0] is not ('1' or '2'))
        {
            return (inIpcc ? Ipcc : Crt, label);
        }

        var words = NameMatch.Fold(row.Name).Split(' ');
        foreach (var (code, ipcc, crt) in Telling.Where(t => t.Code == row.Code))
        {
            var (saysIpcc, saysCrt) = (ipcc.Any(words.Contains), crt.Any(words.Contains));
            // "Agriculture, forestry and other land use" holds the words of both readings of 3; the wider one is meant.
            saysCrt &= code != "3" || !saysIpcc;
            if (saysIpcc != saysCrt)
            {
                return (saysIpcc ? Ipcc : Crt, label);
            }
        }

        return (null, label);
    }

    /// <summary>Whether the scheme has the category's second level itself, and not only something above it.</summary>
    private static bool Lists(string scheme, string code)
    {
        var parts = code.Split('.');
        return CategoryScheme.Find(scheme)!.Codes.Contains(parts.Length > 1 ? $"{parts[0]}.{parts[1]}" : code);
    }

    [GeneratedRegex(
        @"\bIPCC[ _-]?(\(?2006|GL)|\b2006[ _-]IPCC\b|\bIPCC categor|\bipcc2006\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex IpccWords();

    [GeneratedRegex(
        @"(?<![A-Za-z])(CRT|CRF|CRTs|CRFs)(?![A-Za-z])|common report(ing)? (table|format)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CrtWords();
}
