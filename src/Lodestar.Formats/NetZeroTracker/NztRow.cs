// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.NetZeroTracker;

/// <summary>The columns that are read; the tracker's other ones are about companies, or are free text.</summary>
internal static class NztColumns
{
    public const string Updated = "last_updated";
    public const string Id = "id_code";
    public const string Name = "name";
    public const string Country = "country";
    public const string Actor = "actor_type";

    /// <summary>Without these a row is no place.</summary>
    public static readonly string[] Needed = [Id, Name, Country, Actor];

    public static readonly string[] Read =
    [
        Updated,
        .. Needed,
        .. new[] { "end_target", "interim_target" }.SelectMany(t =>
            new[]
            {
                t,
                $"{t}_percentage_reduction",
                $"{t}_baseline_year",
                $"{t}_intensity_unit",
                $"{t}_baseline_emissions",
                $"{t}_target_emissions",
                $"{t}_bau_emissions",
                $"{t}_other",
                $"{t}_year",
                $"{t}_text",
            }
        ),
        "end_target_status",
        "status_date",
        "source_url",
        "gasses_coverage",
        "territorial_emissions",
        "consumption_emissions",
        "international_aviation",
        "international_shipping",
        "scope_1",
        "scope_2",
        "scope_3",
        "historical_emissions",
        "has_plan",
        "plan_options",
        "reporting_mechanism",
        "equity",
        "accountability",
        "carbon_credit_offsets",
        "carbon_credit_conditions",
        "max_emission_offset",
        "removals_targets",
        "cdr",
        "population",
        "ghg",
        "inventory_year",
    ];
}

/// <summary>One row of the sheet, its cells by the tracker's names of columns.</summary>
internal sealed class NztRow(TableGrid grid, int at, IReadOnlyDictionary<string, int> columns, DiagnosticBag faults)
{
    public Place Place => grid.PlaceOf(at, -1);

    public string Name => Text(NztColumns.Name);

    public string IdCode => Text(NztColumns.Id);

    /// <summary>The text of a cell with its white space in order; "" when it is blank or the column is missing.</summary>
    public string Text(string column) =>
        columns.TryGetValue(column, out var position)
            ? string.Join(
                ' ',
                grid.Rows[at][position].Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            )
            : "";

    public Place PlaceOf(string column) =>
        columns.TryGetValue(column, out var position) ? grid.PlaceOf(at, position) : Place;

    /// <summary>A finite number; null where the cell is blank, and where it holds something else, which is reported.</summary>
    public double? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            if (double.IsFinite(number) && Math.Abs(number) < 1e30)
            {
                return number;
            }
        }

        faults.Add(ImportFaults.NotANumber(PlaceOf(column), text));
        return null;
    }

    /// <summary>A year from 1900 to 2200; null where the cell is blank, and where it holds something else, which is reported.</summary>
    public int? Year(string column)
    {
        if (Number(column) is not { } number)
        {
            return null;
        }

        if (number is >= 1900 and <= 2200 && number == Math.Floor(number))
        {
            return (int)number;
        }

        faults.Add(ImportFaults.NztNoYear(PlaceOf(column), Text(column)));
        return null;
    }

    /// <summary>The day the row was last looked at; null when the cell says none.</summary>
    public DateOnly? Updated
    {
        get
        {
            var text = Text(NztColumns.Updated);
            return
                text.Length >= 10
                && DateOnly.TryParseExact(
                    text[..10],
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
                ? date
                : null;
        }
    }
}
