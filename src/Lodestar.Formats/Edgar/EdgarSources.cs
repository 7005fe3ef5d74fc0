// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.Edgar;

/// <summary>
/// The sources of one edition. The workbook's sheet "citations and references" puts everything under CC BY 4.0 but carbon
/// dioxide from fuel combustion, which is the International Energy Agency's under CC BY-NC-ND 4.0.
/// </summary>
internal sealed class EdgarSources(EdgarEdition edition)
{
    private const string Publisher = "European Commission, Joint Research Centre (EDGAR)";
    private const string Open4 = "CC-BY-4.0";

    public Source Open { get; } =
        Of(
            edition,
            "",
            "GHG emissions of all world countries",
            Publisher,
            Open4,
            "All figures but carbon dioxide from fuel combustion."
        );

    public Source Iea { get; } =
        Of(
            edition,
            "-iea",
            "IEA-EDGAR CO2, a component of GHG emissions of all world countries",
            "International Energy Agency, as modified by the European Commission's Joint Research Centre",
            "CC-BY-NC-ND-4.0",
            "Carbon dioxide from fuel combustion (power, industry, buildings, transport, fuel exploitation), and totals that "
                + "hold it. The licence allows no commercial use and no sharing of changed versions; permission is the "
                + "IEA's to give (compliance@iea.org)."
        );

    public Source People { get; } =
        Of(
            edition,
            "-population",
            "Population behind EDGAR's emissions per person",
            Publisher,
            Open4,
            "Worked out as total emissions over emissions per person, to whole persons. It may be an older projection than "
                + "others: 2.8 % below the United Nations' 2022 revision for Sweden in 2022."
        );

    public Source Product { get; } =
        Of(
            edition,
            "-gdp",
            "Domestic product behind EDGAR's emissions per domestic product",
            Publisher + "; World Bank",
            Open4,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Worked out as total emissions over emissions per domestic product. Purchasing power parity, constant international dollars of {edition.PriceYear}."
            )
        );

    private static Source Of(
        EdgarEdition edition,
        string ending,
        string title,
        string publisher,
        string licence,
        string note
    ) =>
        new(edition.Id + ending, title)
        {
            Publisher = publisher,
            Edition = string.Join(
                ", ",
                new[] { edition.Year is { } year ? $"{year} report" : null, edition.Version }.OfType<string>()
            )
                is { Length: > 0 } text
                ? text
                : null,
            Licence = licence,
            Url = edition.Url,
            Note = note,
        };
}
