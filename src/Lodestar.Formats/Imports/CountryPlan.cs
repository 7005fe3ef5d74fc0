// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.Imports;

/// <summary>A country's plan before an importer has put anything into it.</summary>
internal static class CountryPlan
{
    public static Plan Of(Country country) =>
        new()
        {
            Id = PlanIds.Slug(country.Name),
            Name = country.Name,
            Names = country.Names.Where(n => n.Key != "en").ToDictionary(n => n.Key, n => n.Value),
            Kind = JurisdictionKind.Country,
            Country = country.Alpha2,
            Currency = country.Currency,
            Codes = new Dictionary<string, string>
            {
                ["iso3166-1-alpha2"] = country.Alpha2,
                ["iso3166-1-alpha3"] = country.Alpha3,
            },
        };
}
