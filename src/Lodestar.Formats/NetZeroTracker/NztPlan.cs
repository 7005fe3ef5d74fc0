// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.NetZeroTracker;

/// <summary>The plan of one row: its targets, and the one point of emissions that the tracker states.</summary>
internal static class NztPlan
{
    public const string Publisher = "Net Zero Tracker";

    private const string InventoryId = "nzt-stated";
    private const int StaleAfterDays = 365;

    private const string Boundary =
        "One total that Net Zero Tracker states for one year. The tracker does not say which gases, sectors or scopes it "
        + "holds, nor who counted it.";

    public static Plan Of(NztPlace place, DateOnly snapshot, DiagnosticBag faults)
    {
        var row = place.Row;
        if (row.Updated is { } updated && snapshot.DayNumber - updated.DayNumber > StaleAfterDays)
        {
            faults.Add(ImportFaults.NztStale(row.PlaceOf(NztColumns.Updated), place.Name, updated, snapshot));
        }

        var sourceId = string.Create(CultureInfo.InvariantCulture, $"nzt-{snapshot.Year}");
        var plan =
            place.Kind == JurisdictionKind.Country
                ? CountryPlan.Of(place.Country) with
                {
                    Id = place.Id,
                }
                : new Plan
                {
                    Id = place.Id,
                    Name = place.Name,
                    Kind = place.Kind,
                    Country = place.Country.Alpha2,
                };
        return plan with
        {
            Codes =
                row.IdCode.Length == 0
                    ? plan.Codes
                    : new Dictionary<string, string>(plan.Codes) { ["nzt"] = row.IdCode },
            Inventories = Stated(place, sourceId, faults) is { } stated
                ? EquatableList.Of(stated)
                : EquatableList<InventoryRecord>.Empty,
            Targets = new NztTargets(row, sourceId, snapshot, faults).Read(),
            Sources = Sources(place, sourceId, snapshot).ToEquatableList(),
        };
    }

    private static IEnumerable<Source> Sources(NztPlace place, string sourceId, DateOnly snapshot)
    {
        var looked = place.Row.Updated is { } updated
            ? string.Create(CultureInfo.InvariantCulture, $", last updated {updated:yyyy-MM-dd}")
            : "";
        yield return new Source(sourceId, "Net Zero Tracker")
        {
            Publisher = Publisher,
            Edition = string.Create(CultureInfo.InvariantCulture, $"Snapshot of {snapshot:d MMMM yyyy}"),
            Published = snapshot,
            Licence = "CC-BY-4.0",
            Note = $"Row {place.Row.IdCode}, {place.Row.Name}{looked}.",
        };
        var url = place.Row.Text("source_url");
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
        {
            yield return new Source($"{sourceId}-document", $"Document that Net Zero Tracker names for {place.Name}")
            {
                Url = url,
            };
        }
    }

    private static InventoryRecord? Stated(NztPlace place, string sourceId, DiagnosticBag faults)
    {
        var row = place.Row;
        var (tonnes, year, people) = (row.Number("ghg"), row.Year("inventory_year"), row.Number("population"));
        if (tonnes is null)
        {
            return null;
        }

        if (year is null)
        {
            faults.Add(ImportFaults.NztTotalWithoutYear(row.PlaceOf("ghg"), place.Name, tonnes.Value));
            return null;
        }

        var rules = RuleSet.Current;
        var (low, high) = (rules["doubt.per-person.low"], rules["doubt.per-person.high"]);
        if (tonnes <= 0 || (people > 0 && (tonnes / people < low || tonnes / people > high)))
        {
            var each = tonnes.Value / Math.Max(people ?? 1, 1);
            faults.Add(ImportFaults.NztImplausible(row.PlaceOf("ghg"), place.Name, tonnes.Value, each, low, high));
            return null;
        }

        var file = $"inventory/{InventoryId}.csv";
        var series = new YearSeries(
            Unit.Parse("t CO2e"),
            [new YearCell(year.Value, Cell.Of(tonnes.Value), new Provenance(sourceId, Kind: ValueKind.Reported))]
        );
        return new InventoryRecord(InventoryId, file)
        {
            Title = "Emissions as Net Zero Tracker states them",
            Publisher = Publisher,
            BoundaryNote = Boundary,
            Boundary = Planning.Inventory.Boundary.NotStated,
            Source = sourceId,
            Rows = EquatableList.Of(
                new InventoryRow("stated", null, series, new Place(file)) { Label = "Stated total" }
            ),
        };
    }
}
