// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.CountryTables;

/// <summary>A measure and the country it was reported by.</summary>
internal sealed record CountryMeasure(string Area, ReportedMeasure Measure);

/// <summary>Lists of policies and measures, as common tabular format 5 has them: one a row, effects by year.</summary>
internal static partial class CountryMeasures
{
    private const int RowsToFindHeading = 40;

    private static readonly Dictionary<string, string> Sectors = new(StringComparer.Ordinal)
    {
        ["energy"] = "crt:1",
        ["energy supply"] = "crt:1.A.1",
        ["energy industries"] = "crt:1.A.1",
        ["electricity"] = "crt:1.A.1",
        ["industry"] = "crt:1.A.2",
        ["transport"] = "crt:1.A.3",
        ["transportation"] = "crt:1.A.3",
        ["buildings"] = "crt:1.A.4",
        ["residential"] = "crt:1.A.4",
        ["industrial processes"] = "crt:2",
        ["industrial processes and product use"] = "crt:2",
        ["ippu"] = "crt:2",
        ["agriculture"] = "crt:3",
        ["lulucf"] = "crt:4",
        ["forestry"] = "crt:4",
        ["land use"] = "crt:4",
        ["land use land use change and forestry"] = "crt:4",
        ["waste"] = "crt:5",
        ["waste management"] = "crt:5",
    };

    /// <summary>Null when the table is no list of measures.</summary>
    public static List<CountryMeasure>? Read(TableGrid grid, LossCounter loss, DiagnosticBag faults)
    {
        for (var row = 0; row < Math.Min(grid.Rows.Count, RowsToFindHeading); row++)
        {
            if (Heading.Of(grid, row) is { } heading)
            {
                loss.LeaveOut(CountryReasons.AboveTable, row, []);
                return Rows(grid, heading, row + 1, loss, faults);
            }
        }

        return null;
    }

    private static List<CountryMeasure> Rows(
        TableGrid grid,
        Heading heading,
        int from,
        LossCounter loss,
        DiagnosticBag faults
    )
    {
        var measures = new List<CountryMeasure>();
        var ids = new UniqueIds();
        var format = NumberText.Weigh(
            grid.Rows.Skip(from)
                .SelectMany(r => heading.Effects.Values.Select(c => r[c]))
                .Where(c => c.Number is null)
                .Select(c => c.Text),
            grid.CommaLikely
        );
        var cells = new CountryCells(format, faults);
        var unit = Unit.Read(heading.Unit ?? "").Unit;
        var lacksUnit = false;
        for (var row = from; row < grid.Rows.Count; row++)
        {
            var place = grid.PlaceOf(row, -1);
            string Text(string column) => grid.Rows[row][heading.At(column)].Text.Trim();
            var title = Text("name");
            if (title.Length == 0 || (Text("status").Length == 0 && grid.Rows[row].Cells.Count(c => !c.IsBlank) == 1))
            {
                loss.LeaveOut(title.Length == 0 ? Reasons.NoLabel : Reasons.Footnote, place);
                continue;
            }

            var effects = heading
                .Effects.Select(e => (e.Key, Cell: cells.Read(grid.Rows[row][e.Value], grid.PlaceOf(row, e.Value))))
                .Where(e => e.Cell.IsNumber)
                .ToList();
            lacksUnit |= effects.Count > 0 && unit is null;
            measures.Add(
                new CountryMeasure(
                    Text("country"),
                    new ReportedMeasure(ids.Take(title), title, place)
                    {
                        Description = Joined(Text("description"), Text("objective")),
                        Status = StatusOf(Text("status")),
                        Sectors = SectorsOf(Text("sectors"), place, faults),
                        Gases = Split(Text("gases")).Select(GasOf).OfType<string>().Distinct().ToEquatableList(),
                        Instrument = NullIfBlank(Text("instrument")),
                        Controller = NullIfBlank(Text("entity")),
                        StartYear = YearOf(Text("start")),
                        EndYear = YearOf(Text("end")) is { } end && end >= (YearOf(Text("start")) ?? end) ? end : null,
                        Effect =
                            effects.Count > 0 && unit is not null
                                ? new YearSeries(unit, effects.Select(e => new YearCell(e.Key, e.Cell)))
                                : null,
                    }
                )
            );
        }

        if (lacksUnit)
        {
            faults.Add(ImportFaults.CountryEffectUnit(grid.File));
        }

        return measures;
    }

    private static MeasureStatus StatusOf(string text) =>
        NameMatch.Fold(text) switch
        {
            "planned" or "under consideration" => MeasureStatus.Planned,
            "adopted" or "adopted not yet implemented" => MeasureStatus.Adopted,
            "implemented" or "ongoing" or "in force" or "under implementation" => MeasureStatus.Implemented,
            "ended" or "expired" or "completed" or "other expired" => MeasureStatus.Ended,
            _ => MeasureStatus.NotStated,
        };

    private static EquatableList<string> SectorsOf(string text, Place place, DiagnosticBag faults)
    {
        var whole = NameMatch.Fold(text);
        var words = Sectors.ContainsKey(whole) ? [whole] : Split(text).Select(NameMatch.Fold).ToList();
        if (words.Exists(w => !Sectors.ContainsKey(w)))
        {
            faults.Add(ImportFaults.CountrySectors(place, text));
        }

        return words.Select(w => Sectors.GetValueOrDefault(w)).OfType<string>().Distinct().ToEquatableList();
    }

    private static string? GasOf(string text)
    {
        var plain = text.Trim().Replace('₂', '2').Replace('₄', '4').Replace('₆', '6').Replace('₃', '3');
        return PlanLists.IsGas(plain) ? plain : Gas.Find(plain)?.Id;
    }

    private static string[] Split(string text) =>
        text.Split([',', ';', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Joined(string one, string other) =>
        NullIfBlank(string.Join(" ", new[] { one, other }.Where(t => t.Length > 0)));

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;

    private static int? YearOf(string text) =>
        YearInside().Match(text) is { Success: true } match
            ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"(?<!\d)(19|20)\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInside();

    /// <summary>Which column holds what.</summary>
    private sealed class Heading
    {
        private static readonly (string Column, string[] Words)[] Known =
        [
            ("status", ["status"]),
            ("description", ["description"]),
            ("objective", ["objective"]),
            ("instrument", ["instrument"]),
            ("sectors", ["sector"]),
            ("gases", ["gas"]),
            ("start", ["start year", "start"]),
            ("end", ["end year", "finish"]),
            ("entity", ["implementing entity", "entity", "entities"]),
            ("country", ["party", "country"]),
            ("name", ["name", "mitigation action", "policy or measure", "policies and measures", "measure"]),
        ];

        private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

        public SortedDictionary<int, int> Effects { get; } = [];

        public string? Unit { get; private set; }

        public int At(string column) => _columns.GetValueOrDefault(column, -1);

        public static Heading? Of(TableGrid grid, int row)
        {
            var heading = new Heading();
            var cells = grid.Rows[row].Cells;
            for (var column = 0; column < cells.Length; column++)
            {
                heading.Take(cells[column].Text, column);
            }

            if (heading.At("name") < 0 || heading.At("status") < 0)
            {
                return null;
            }

            heading.Unit ??= grid
                .Rows.Take(row)
                .SelectMany(r => r.Cells)
                .Select(c => UnitText.Whole(c.Text))
                .FirstOrDefault(u => u is not null);
            return heading;
        }

        private void Take(string text, int at)
        {
            if (YearOf(text) is { } year && !text.Contains("start", StringComparison.OrdinalIgnoreCase))
            {
                Effects.TryAdd(year, at);
                Unit ??= UnitText.Whole(text);
                return;
            }

            var folded = $" {NameMatch.Fold(text)} ";
            foreach (var (column, words) in Known)
            {
                // "Sectors affected", "Gases affected": the plural counts too.
                if (words.Any(w => folded.Contains($" {w}", StringComparison.Ordinal)) && _columns.TryAdd(column, at))
                {
                    return;
                }
            }
        }
    }
}
