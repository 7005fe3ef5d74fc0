// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Library;

/// <summary>A publisher's format as people look for it: which file it wants, where that is published, under which licence.</summary>
internal sealed record KnownFormat(string Id, string Publisher, Message File, string Url, string Licence)
{
    private static readonly KnownFormat[] Table =
    [
        new(
            "edgar",
            "European Commission, Joint Research Centre",
            Message.Of("cli.format.edgar"),
            "https://edgar.jrc.ec.europa.eu/report_2024",
            "CC-BY-4.0"
        ),
        new(
            "primap",
            "PRIMAP-hist (Potsdam Institute for Climate Impact Research)",
            Message.Of("cli.format.primap"),
            "https://primap.org/primap-hist/",
            "CC-BY-4.0"
        ),
        new(
            "gcb",
            "Global Carbon Project",
            Message.Of("cli.format.gcb"),
            "https://globalcarbonbudget.org/",
            "CC-BY-4.0"
        ),
        new(
            "gcb-land",
            "Global Carbon Project",
            Message.Of("cli.format.gcb-land"),
            "https://globalcarbonbudget.org/",
            "CC-BY-4.0"
        ),
        new(
            "smhi",
            "SMHI",
            Message.Of("cli.format.smhi"),
            "https://nationellaemissionsdatabasen.smhi.se/",
            "SMHI open data"
        ),
        new(
            "uk-la",
            "UK Government; mySociety",
            Message.Of("cli.format.uk-la"),
            "https://www.gov.uk/government/collections/uk-local-authority-and-regional-greenhouse-gas-emissions-national-statistics",
            "OGL-UK-3.0"
        ),
        new("nzt", "Net Zero Tracker", Message.Of("cli.format.nzt"), "https://zerotracker.net/", "CC-BY-4.0"),
        new("ndc-registry", "UNFCCC", Message.Of("cli.format.ndc-registry"), "https://unfccc.int/NDCREG", "CC0-1.0"),
        new(
            "ndc-quantified",
            "Climate Resource; University of Melbourne",
            Message.Of("cli.format.ndc-quantified"),
            "https://doi.org/10.1038/s41586-022-04553-z",
            "Apache-2.0"
        ),
        new("country-table", "UNFCCC", Message.Of("cli.format.unfccc"), "https://unfccc.int/", "UNFCCC"),
        new(
            "iamc",
            "Integrated Assessment Modeling Consortium",
            Message.Of("cli.format.iamc"),
            "https://www.iamconsortium.org/",
            ""
        ),
    ];

    /// <summary>The formats that this version reads, in the order of the table; those it lacks by their ids.</summary>
    public static IReadOnlyList<KnownFormat> All { get; } =
    [
        .. Table.Where(f => FormatNames.Ids.Contains(f.Id)),
        .. FormatNames
            .Ids.Where(id => !Array.Exists(Table, f => f.Id == id))
            .Select(id => new KnownFormat(id, "", Message.Of("cli.format.other"), "", "")),
    ];
}
