// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.GlobalCarbonBudget;

/// <summary>Makes the plan of one country: an inventory a sheet, each with one row.</summary>
internal sealed partial class GcbPlans(
    string? edition,
    IReadOnlyDictionary<GcbSeries, GcbSheet> sheets,
    DiagnosticBag faults
)
{
    private const string Publisher = "Global Carbon Project";
    private const int YearsCompared = 10;

    private readonly string _stem = edition is null ? "gcb" : $"gcb-{edition}";

    public ImportedPlan Of(Country country, IReadOnlyList<(GcbSeries Series, GcbColumn Column)> columns)
    {
        var models = columns.Where(c => c.Series.Boundary == Boundary.NationalWithLand).ToList();
        var plan = CountryPlan.Of(country) with
        {
            Inventories = columns
                .Select(c => Inventory(country, c.Series, c.Column, Comparison(models)))
                .ToEquatableList(),
            Sources = columns.Select(c => Source(c.Series)).ToEquatableList(),
        };
        return ImportedPlan.Of(plan);
    }

    private InventoryRecord Inventory(Country country, GcbSeries series, GcbColumn column, string comparison)
    {
        var id = $"{_stem}-{series.Id}";
        var file = $"inventory/{id}.csv";
        var row = new InventoryRow(
            series.Category["gas:".Length..],
            series.Category,
            new YearSeries(Unit.Parse("Mt CO2"), Cells(column, sheets[series].Factor, SourceId(series))),
            new Place(file)
        )
        {
            Label = column.LongName.Length > 0 ? column.LongName : column.Name,
            Note = column.Flag is { } flag ? Flag(flag) : null,
        };
        return new InventoryRecord(id, file)
        {
            Title = series.Title,
            Publisher = Publisher,
            Protocol = "Global Carbon Budget",
            BoundaryNote = series.Note + comparison + Combined(country, column),
            Boundary = series.Boundary,
            Scheme = "gas",
            Gases = EquatableList.Of("CO2"),
            Source = SourceId(series),
            Rows = EquatableList.Of(row),
        };
    }

    private static string Flag(double flag) =>
        "Quality flag of the publisher: "
        + (
            flag == 1
                ? "1 (over 1960 to 2020 the three models' spread is below one and a half times their mean)."
                : "0 (over 1960 to 2020 the three models' spread is one and a half times their mean or more, or a model lacks "
                    + "the country)."
        );

    // Years before the first and after the last figure are no gaps: the sheet does not go there.
    private static IEnumerable<YearCell> Cells(GcbColumn column, double factor, string source)
    {
        var stated = column.Years.Where(y => y.Value is not null).Select(y => y.Key).ToList();
        return column
            .Years.Where(y => stated.Count > 0 && y.Key >= stated[0] && y.Key <= stated[^1])
            .Select(y => new YearCell(
                y.Key,
                y.Value is { } carbon && Math.Abs(carbon * factor) <= Cell.Largest
                    ? Cell.Of(carbon * factor)
                    : Cell.Missing,
                new Provenance(source, Kind: ValueKind.Estimated)
            ));
    }

    /// <summary>What the models say for this country, side by side, so that nobody takes one of them for the truth.</summary>
    private string Comparison(List<(GcbSeries Series, GcbColumn Column)> models)
    {
        if (models.Count < 2)
        {
            return "";
        }

        var last = models.Min(m => m.Column.Years.Where(y => y.Value is not null).Select(y => y.Key).LastOrDefault());
        var first = last - YearsCompared + 1;
        var means = models.Select(m =>
        {
            var values = m
                .Column.Years.Where(y => y.Key >= first && y.Key <= last && y.Value is not null)
                .Select(y => y.Value!.Value * sheets[m.Series].Factor)
                .ToList();
            var mean = values.Count == 0 ? 0 : values.Average();
            return string.Create(CultureInfo.InvariantCulture, $"{m.Series.Sheet} {mean:0.###}");
        });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The models differ; means of {first} to {last} in Mt CO2 a year: {string.Join(", ", means)}."
        );
    }

    private string Combined(Country country, GcbColumn column)
    {
        var match = Inside().Match(column.LongName);
        if (!match.Success)
        {
            return "";
        }

        faults.Add(ImportFaults.AreaCombined(column.Place, country.Name, column.LongName));
        return $" The file counts the area as “{column.LongName}”.";
    }

    private string SourceId(GcbSeries series) => $"{_stem}-{series.Id}";

    private Source Source(GcbSeries series) =>
        new(SourceId(series), $"Global Carbon Budget{(edition is null ? "" : " " + edition)}: {series.Sheet}")
        {
            Publisher = Publisher,
            Edition = edition,
            Licence = "CC-BY-4.0",
            Url = "https://www.globalcarbonproject.org/carbonbudget",
            Note =
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Stated in million tonnes of carbon; multiplied by {sheets[series].Factor}."
                ) + (sheets[series].Cite is { } cite ? $" To be cited as: {cite}" : ""),
        };

    [GeneratedRegex(@"\((?:INCLUDING|EXCLUDING) [^)]+\)|\(MAINLAND\)", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
