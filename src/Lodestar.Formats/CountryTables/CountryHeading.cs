// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Projections;

namespace Lodestar.Formats.CountryTables;

/// <summary>What a column of a country table holds.</summary>
internal enum CountryColumn
{
    None,
    Country,
    Code,
    Name,
    Gas,
    Unit,
    Scheme,
    Scenario,
    Year,
    Value,
}

/// <summary>The columns of a table of emissions by category.</summary>
internal sealed class CountryHeading
{
    private const int RowsToFindHeading = 40;

    private static readonly (CountryColumn Column, string[] Words)[] Known =
    [
        (
            CountryColumn.Country,
            [
                "country",
                "party",
                "country code",
                "iso",
                "iso3",
                "iso2",
                "iso code",
                "party name",
                "country name",
                "area",
            ]
        ),
        (
            CountryColumn.Code,
            [
                "code",
                "category code",
                "ipcc code",
                "ipcc 2006 code",
                "crt code",
                "crf code",
                "ipcc category code",
                "crt category code",
                "crf category code",
                "ipcc 2006 category code",
                "sector code",
                "ipcc category",
                "crt category",
                "crf category",
                "ipcc 2006 category",
                "category ipcc2006",
                "crt",
                "crf",
            ]
        ),
        (
            CountryColumn.Name,
            [
                "category",
                "category name",
                "categories",
                "name",
                "sector",
                "sectors",
                "sector category",
                "source category",
                "greenhouse gas source and sink categories",
                "ghg source and sink categories",
                "source and sink categories",
                "greenhouse gas source and sink category",
                "sector name",
                "crt category name",
                "ipcc category name",
            ]
        ),
        (CountryColumn.Gas, ["gas", "gases", "greenhouse gas", "ghg", "substance", "pollutant", "entity"]),
        (CountryColumn.Unit, ["unit", "units"]),
        (
            CountryColumn.Scheme,
            ["scheme", "classification", "category scheme", "nomenclature", "terminology", "guidelines"]
        ),
        (CountryColumn.Scenario, ["scenario", "projection", "projection scenario"]),
        (CountryColumn.Year, ["year", "inventory year", "years"]),
        (CountryColumn.Value, ["value", "emissions", "amount", "estimate", "emission", "values"]),
    ];

    private readonly Dictionary<CountryColumn, int> _columns = [];

    private CountryHeading(int row) => Row = row;

    /// <summary>Its row in the grid.</summary>
    public int Row { get; }

    public SortedDictionary<int, int> Years { get; } = [];

    /// <summary>In a long table: the columns of values, each with the scenario that it is headed with.</summary>
    public List<(int At, ProjectionScenario Scenario)> Values { get; } = [];

    public List<string> PassedOver { get; } = [];

    /// <summary>All words above and in the heading: what the table says about itself.</summary>
    public List<string> Said { get; } = [];

    public bool IsLong => Years.Count == 0;

    public int At(CountryColumn column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>Null when no row heads such a table.</summary>
    public static CountryHeading? Find(TableGrid grid)
    {
        for (var row = 0; row < Math.Min(grid.Rows.Count, RowsToFindHeading); row++)
        {
            var heading = new CountryHeading(row);
            for (var column = 0; column < grid.Rows[row].Cells.Length; column++)
            {
                heading.Take(grid.Rows[row][column], column);
            }

            if (heading.IsComplete)
            {
                heading.Said.AddRange(grid.Sheet is { } sheet ? [sheet] : Array.Empty<string>());
                heading.Said.AddRange(
                    grid.Rows.Take(row)
                        .SelectMany(r => r.Cells.Select(c => c.Text))
                        .Where(t => t.Length is > 0 and < 400)
                );
                return heading;
            }
        }

        return null;
    }

    public static ProjectionScenario? ScenarioOf(string text)
    {
        var folded = $" {NameMatch.Fold(text)} ";
        bool Has(string words) => folded.Contains($" {words} ", StringComparison.Ordinal);
        return Has("wom") || Has("without measures") ? ProjectionScenario.WOM
            : Has("wam") || Has("with additional measures") || Has("additional measures") ? ProjectionScenario.WAM
            : Has("wem") || Has("with measures") || Has("with existing measures") || Has("existing measures")
                ? ProjectionScenario.WEM
            : Has("lts") || Has("long term strategy") ? ProjectionScenario.LTS
            : null;
    }

    private bool IsComplete =>
        (At(CountryColumn.Code) >= 0 || At(CountryColumn.Name) >= 0)
        && (Years.Count > 0 || (At(CountryColumn.Year) >= 0 && Values.Count > 0));

    private void Take(GridCell cell, int at)
    {
        if (cell.IsBlank)
        {
            return;
        }

        if (YearText.TryRead(cell, out var year, out _))
        {
            Years.TryAdd(year, at);
            return;
        }

        var folded = NameMatch.Fold(cell.Text);
        foreach (var (column, words) in Known)
        {
            if (words.Contains(folded))
            {
                if (column == CountryColumn.Value)
                {
                    Values.Add((at, ProjectionScenario.NotStated));
                }

                _columns.TryAdd(column, at);
                if (column is CountryColumn.Code or CountryColumn.Name)
                {
                    Said.Add(cell.Text);
                }

                return;
            }
        }

        if (cell.Text.Length <= 60 && ScenarioOf(cell.Text) is { } scenario)
        {
            Values.Add((at, scenario));
            return;
        }

        PassedOver.Add(cell.Text);
    }
}
