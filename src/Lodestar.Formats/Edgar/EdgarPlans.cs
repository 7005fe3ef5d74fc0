// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.Edgar;

/// <summary>Makes the plan of one country.</summary>
internal sealed class EdgarPlans(
    PublisherInput file,
    EdgarEdition edition,
    string metric,
    LossCounter loss,
    DiagnosticBag faults
)
{
    /// <summary>
    /// The file's own sums agree to 5e-14 of the total; beyond a thousand millionth something is missing or mistyped.
    /// </summary>
    private const double Tolerance = 1e-9;

    private const string Publisher = "European Commission, Joint Research Centre (EDGAR)";
    private const double MegaPerGiga = 1000;

    private readonly EdgarSources _sources = new(edition);
    private readonly bool _hasPeople = edition.UnitIs(EdgarImport.PerPerson, "t CO2eq/cap/yr", file.Name, faults);
    private readonly bool _hasProduct = HasProduct(edition, file.Name, faults);
    private readonly bool _openOnly = OpenOnly(file, faults);

    /// <summary>Null when the workbook has no sectors of the country.</summary>
    public ImportedPlan? Of(EdgarArea area, Country country)
    {
        if (area.Rows.Count == 0)
        {
            faults.Add(ImportFaults.AreaIncomplete(area.First, area.Name, EdgarImport.BySector));
            loss.LeaveOut(Reasons.NoFigures, area.SheetRows, [area.First]);
            return null;
        }

        if (area.Total is null)
        {
            faults.Add(ImportFaults.AreaIncomplete(area.First, area.Name, EdgarImport.Totals));
        }

        var combined = EdgarTables.Area(area.Code)?.Members.Select(m => Countries.Find(m)!.Name).ToArray() ?? [];
        if (combined.Length > 0)
        {
            faults.Add(ImportFaults.AreaCombined(area.First, country.Name, area.Name));
        }

        var id = $"{edition.Id}-ghg";
        var inventoryFile = $"inventory/{id}.csv";
        var rows = Rows(area, inventoryFile);
        if (rows.Count == 0)
        {
            loss.LeaveOut(Reasons.NoFigures, area.SheetRows, [area.First]);
            return null;
        }

        loss.Use(area.SheetRows);
        var inventory = new InventoryRecord(id, inventoryFile)
        {
            Title = "Greenhouse gas emissions by sector and gas",
            Publisher = Publisher,
            Protocol = "EDGAR, by sector; GWP-100 of " + metric,
            BoundaryNote = Boundary(area, combined),
            Boundary = Planning.Inventory.Boundary.National,
            Scheme = "edgar",
            Gases = rows.Where(r => r.Role == RowRole.Part).Select(r => r.GasOf!).Distinct().ToEquatableList(),
            Source = _sources.Open.Id,
            Rows = rows,
        };
        var people = _hasPeople ? People(area) : null;
        var product = _hasProduct ? Product(area) : null;
        var plan = CountryPlan.Of(country) with
        {
            GwpSet = GwpSet.Find(metric) ?? GwpSet.AR5,
            Population = people,
            Gdp = product,
            Inventories = EquatableList.Of(inventory),
            Sources = Sources(rows, people, product),
        };
        return ImportedPlan.Of(plan);
    }

    private static bool OpenOnly(PublisherInput file, DiagnosticBag faults)
    {
        if (file.Options.OpenOnly)
        {
            faults.Add(ImportFaults.EdgarOpenOnly(file.Name));
        }

        return file.Options.OpenOnly;
    }

    private static bool HasProduct(EdgarEdition edition, string file, DiagnosticBag faults)
    {
        var unit = edition.UnitIs(EdgarImport.PerGdp, "t CO2eq/kUSD/yr", file, faults);
        if (edition.PriceYear is null)
        {
            faults.Add(ImportFaults.EdgarNoPriceYear(file));
        }

        return unit && edition.PriceYear is not null;
    }

    private string Boundary(EdgarArea area, string[] combined)
    {
        var note =
            "All sectors on the country's territory without land use, land-use change and forestry, and without "
            + "international aviation and shipping. "
            + (
                _openOnly
                    ? "Carbon dioxide from fuel combustion is left out, since its licence does not let changed versions "
                        + "be shared: this is no national total. "
                    : "Carbon dioxide is of fossil origin only. "
            )
            + $"Methane, nitrous oxide and F-gases are in CO2e with the GWP-100 of {metric}.";
        return combined.Length == 0
            ? note
            : note
                + $" The file counts the area as “{area.Name}”: emissions, population and domestic product hold "
                + $"{string.Join(", ", combined)} too. Never add them to figures of those.";
    }

    private EquatableList<InventoryRow> Rows(EdgarArea area, string inventoryFile)
    {
        var place = new Place(inventoryFile);
        var complete = CompleteYears(area);
        var parts = area
            .Rows.OrderBy(r => Categories.RankOf($"edgar:{r.Sector.Code}"))
            .ThenBy(r => Array.IndexOf(Gases, r.Gas))
            .ToList();
        var rows = new List<InventoryRow>();
        foreach (var row in parts)
        {
            if (_openOnly && row.IsCombustionCO2)
            {
                loss.LeaveOut(Reasons.Licence, row.Series.Place);
                area.SheetRows--;
                continue;
            }

            var unit = row.Metric is null ? "Mt CO2" : $"Mt CO2e_{row.Metric}";
            var source = row.IsCombustionCO2 ? _sources.Iea.Id : _sources.Open.Id;
            rows.Add(
                new InventoryRow(
                    $"{row.Gas.ToLowerInvariant()}-{row.Sector.Code}",
                    $"edgar:{row.Sector.Code}",
                    new YearSeries(Unit.Parse(unit), Cells(row.Series, source, complete)),
                    place
                )
                {
                    Label = $"{row.Label}, {row.Gas}",
                    Gas = row.Metric is null ? null : row.Gas,
                }
            );
        }

        AddTotal(area, rows, place);
        return rows.ToEquatableList();
    }

    // The stated total holds the IEA's carbon dioxide, so it goes the way of the most restricted of its parts.
    private void AddTotal(EdgarArea area, List<InventoryRow> rows, Place place)
    {
        if (area.Total is not { } total)
        {
            return;
        }

        if (_openOnly)
        {
            loss.LeaveOut(Reasons.Licence, total.Place);
            area.SheetRows--;
            return;
        }

        rows.Add(
            new InventoryRow(
                "total",
                "total",
                new YearSeries(Unit.Parse($"Mt CO2e_{metric}"), Cells(total, _sources.Iea.Id, [])),
                place
            )
            {
                Role = RowRole.StatedTotal,
                Label = EdgarImport.Totals,
            }
        );
    }

    private static readonly string[] Gases = ["CO2", "CH4", "N2O", "F-gases"];

    /// <summary>
    /// Years in which the stated figures alone add up to the printed total: there a blank cell is shown to hold nothing.
    /// In others it stays missing, and the difference is reported.
    /// </summary>
    private HashSet<int> CompleteYears(EdgarArea area)
    {
        var complete = new HashSet<int>();
        if (area.Total is not { } total)
        {
            return complete;
        }

        foreach (var (year, column) in total.Years)
        {
            if (total[year] is not { } printed)
            {
                continue;
            }

            var sum = area.Rows.Sum(r => r.Series[year] ?? 0);
            if (Math.Abs(sum - printed) <= Tolerance * Math.Max(Math.Abs(printed), Math.Abs(sum)))
            {
                complete.Add(year);
            }
            else
            {
                var at = total.Place with { Cell = $"{EdgarImport.Totals}!{CellName.Of(column, total.Place.Line)}" };
                faults.Add(ImportFaults.TotalDiffers(at, area.Name, year, printed, sum));
            }
        }

        return complete;
    }

    private static IEnumerable<YearCell> Cells(EdgarSeries series, string source, HashSet<int> complete) =>
        series.Years.Select(
            (y, i) =>
                new YearCell(
                    y.Year,
                    series.Values[i] is { } number ? Cell.Of(number)
                        : complete.Contains(y.Year) ? Cell.NotOccurring
                        : Cell.Missing,
                    new Provenance(source, Kind: ValueKind.Estimated)
                )
        );

    // Mt over t per person is millions of people.
    private YearSeries? People(EdgarArea area) =>
        Quotient(area.Total, area.PerPerson, "person", q => Math.Round(q * 1e6), _sources.People.Id);

    // Mt over t per thousand dollars is thousand millions of dollars; kept to the thousand dollars.
    private YearSeries? Product(EdgarArea area) =>
        Quotient(
            area.Total,
            area.PerGdp,
            string.Create(CultureInfo.InvariantCulture, $"MUSD_{edition.PriceYear}"),
            q => Math.Round(q * MegaPerGiga, 3),
            _sources.Product.Id
        );

    private static YearSeries? Quotient(
        EdgarSeries? total,
        EdgarSeries? rate,
        string unit,
        Func<double, double> convert,
        string source
    )
    {
        if (total is null || rate is null)
        {
            return null;
        }

        var cells = rate
            .Years.Select(y => (y.Year, Of: total[y.Year] / rate[y.Year]))
            .Where(y => y.Of is { } q && double.IsFinite(convert(q)) && convert(q) is > 0 and <= Cell.Largest)
            .Select(y => new YearCell(
                y.Year,
                Cell.Of(convert(y.Of!.Value)),
                new Provenance(source, Kind: ValueKind.Estimated)
            ))
            .ToList();
        return cells.Count == 0 ? null : new YearSeries(Unit.Parse(unit), cells);
    }

    private EquatableList<Source> Sources(EquatableList<InventoryRow> rows, YearSeries? people, YearSeries? product)
    {
        var used = rows.SelectMany(r => r.Series.Cells).Select(c => c.Provenance.Source).ToHashSet();
        var sources = new List<Source> { _sources.Open };
        if (used.Contains(_sources.Iea.Id))
        {
            sources.Add(_sources.Iea);
        }

        if (people is not null)
        {
            sources.Add(_sources.People);
        }

        if (product is not null)
        {
            sources.Add(_sources.Product);
        }

        return sources.ToEquatableList();
    }
}
