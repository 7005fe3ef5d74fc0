// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.Smhi;

/// <summary>Makes the plan of one place.</summary>
internal sealed class SmhiPlans(SmhiHeading heading, DiagnosticBag faults)
{
    private const string Publisher = "SMHI (Swedish Meteorological and Hydrological Institute)";
    private const string Country = "SE";
    private const string Currency = "SEK";

    private const string Boundary =
        "Carbon dioxide on the area's territory, as SMHI spreads the national inventory over it. Electricity and heat "
        + "are counted where they are made. Other gases, land use and international transport are not in it. ";

    private readonly UniqueIds _ids = new();
    private readonly HashSet<string> _unknownCounties = [];

    private readonly string _inventory = heading.Published is { } date
        ? string.Create(CultureInfo.InvariantCulture, $"smhi-{date.Year}-co2")
        : "smhi-co2";

    public ImportedPlan Of(SmhiPlace place) => ImportedPlan.Of(Place(place));

    private Plan Place(SmhiPlace place)
    {
        var source = Source();
        var inventory = Inventory(place, source.Id);
        var plan = place.IsNation
            ? CountryPlan.Of(Countries.Find(Country)!)
            : new Plan
            {
                Id = _ids.Take(place.Name),
                Name = place.Name,
                Kind = place.IsCounty ? JurisdictionKind.Region : JurisdictionKind.City,
                Country = Country,
                Currency = Currency,
                Codes =
                    place.IsCounty && CodeOf(place) is { } code
                        ? new Dictionary<string, string> { ["iso3166-2"] = code }
                        : new Dictionary<string, string>(),
                Parents =
                    !place.IsCounty && CodeOf(place) is { } parent
                        ? EquatableList.Of(new Parent(parent))
                        : EquatableList<Parent>.Empty,
            };
        return plan with { Inventories = EquatableList.Of(inventory), Sources = EquatableList.Of(source) };
    }

    private string? CodeOf(SmhiPlace place)
    {
        var code = SmhiMapping.CountyCode(place.County);
        if (code is null && _unknownCounties.Add(place.County))
        {
            faults.Add(ImportFaults.SmhiCountyUnknown(place.First, place.County));
        }

        return code;
    }

    private InventoryRecord Inventory(SmhiPlace place, string source)
    {
        var file = $"inventory/{_inventory}.csv";
        var at = new Place(file);
        return new InventoryRecord(_inventory, file)
        {
            Title = "Carbon dioxide by sector",
            Publisher = Publisher,
            Protocol = "Swedish national emissions database",
            BoundaryNote =
                Boundary
                + "Years that the file lacks stay missing: between 1990 and 2015 it has every fifth or tenth."
                + (place.IsNation ? " The nation holds emissions that the file puts into no county." : ""),
            Boundary = Planning.Inventory.Boundary.Territorial,
            Gases = EquatableList.Of("CO2"),
            Published = heading.Published,
            Source = source,
            Rows = SmhiMapping
                .All.Select(e => e.Id)
                .Distinct()
                .Select(place.Rows.GetValueOrDefault)
                .OfType<SmhiRow>()
                .Where(r => r.Entry.Role is SmhiRole.Part or SmhiRole.Total)
                .Select(r => Row(r, at, source))
                .Concat(TransportUnsplit(place, at, source))
                .ToEquatableList(),
        };
    }

    /// <summary>
    /// What the file prints for transport beyond its sub-sectors: up to 0.3 % of a place in 1990 and 2000. Counted as a
    /// row of its own, so that the total is the printed one. (Waste is not treated so: there the sub-sector is right.)
    /// </summary>
    private IEnumerable<InventoryRow> TransportUnsplit(SmhiPlace place, Place at, string source)
    {
        const double Rounding = 0.5;
        if (place.Rows.GetValueOrDefault("transport") is not { } sector)
        {
            yield break;
        }

        var parts = place.PartsOf(sector).ToList();
        double?[] rest =
        [
            .. sector.Tonnes.Select(
                (printed, i) =>
                    parts.TrueForAll(p => p.Tonnes[i] is not null) ? printed - parts.Sum(p => p.Tonnes[i]!.Value) : null
            ),
        ];
        if (!rest.Any(r => Math.Abs(r ?? 0) > Rounding))
        {
            yield break;
        }

        var entry = new SmhiEntry(sector.Entry.Sector, "", "transport-unsplit", SmhiRole.Part)
        {
            Category = "II.1.1",
            Note =
                "The printed figure of transport less its sub-sectors, which do not add up to it in every year. Put with road transport, the largest.",
        };
        yield return Row(sector with { Entry = entry, SubSector = "-", Tonnes = rest }, at, source);
    }

    private InventoryRow Row(SmhiRow row, Place at, string source) =>
        new(row.Entry.Id, row.Entry.Category, new YearSeries(Unit.Parse("t CO2"), Cells(row, source)), at)
        {
            Role = row.Entry.Role == SmhiRole.Total ? RowRole.StatedTotal : RowRole.Part,
            Label = row.Entry.SubSector == SmhiEntry.All ? row.Sector : $"{row.Sector}: {row.SubSector}",
            Note = row.Entry.Note,
        };

    private IEnumerable<YearCell> Cells(SmhiRow row, string source) =>
        heading.Years.Select(
            (y, i) =>
                new YearCell(
                    y.Year,
                    row.Tonnes[i] is { } tonnes ? Cell.Of(tonnes) : Cell.Missing,
                    new Provenance(source, Kind: ValueKind.Estimated)
                )
        );

    private Source Source() =>
        new("smhi", "National emissions database, county report")
        {
            Publisher = Publisher,
            Edition = heading.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Published = heading.Published,
            Licence = "SMHI open data; name SMHI as the source",
        };
}
