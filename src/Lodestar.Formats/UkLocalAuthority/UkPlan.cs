// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.UkLocalAuthority;

/// <summary>The plan of one area of the UK file.</summary>
internal static class UkPlan
{
    private const string Publisher = "UK Department for Business, Energy & Industrial Strategy";

    private const string Boundary =
        "Carbon dioxide within the influence of local authorities: the published subset that leaves out large industrial "
        + "sites in emissions trading, motorways, diesel railways and land use. Electricity is counted where it is used. "
        + "Other gases are not in the file.";

    private const string SourceId = "uk-la";

    public static PlanDraft Of(UkArea area, Dictionary<string, UkName> names, DiagnosticBag faults)
    {
        var name = names[area.Code];
        var (from, to) = (area.Years.Keys.First(), area.Years.Keys.Last());
        var edition = string.Create(CultureInfo.InvariantCulture, $"{from} to {to}");
        var source = new Source(SourceId, "UK local authority carbon dioxide emissions")
        {
            Publisher = Publisher + "; file prepared by mySociety",
            Edition = edition,
            Licence = "OGL-UK-3.0 (figures), CC-BY-4.0 (file)",
            Note = $"Rows of {name.OfficialName}, code {name.Code}.",
        };
        var id = string.Create(CultureInfo.InvariantCulture, $"uk-la-{from}-{to}");
        var inventory = new DraftInventory(
            id,
            "Emissions within the influence of the local authority",
            Rows(area, source.Id)
        )
        {
            Publisher = Publisher,
            Protocol = "UK local authority carbon dioxide statistics",
            BoundaryNote = Boundary + Overlap(area, names, faults),
            Gases = EquatableList.Of("CO2"),
        };
        return new PlanDraft(name.Id, name.Name, inventory, source)
        {
            Kind = UkAreas.KindOf(area.Code, area.OfficialName),
            Country = "GB",
            Currency = "GBP",
            AreaKm2 = Latest(area, UkRole.Area) is { } km2 ? Math.Round(km2, 6) : null,
            Codes = new Dictionary<string, string> { ["uk-la"] = area.Code },
            Population = Cells(area, Index(UkRole.Population), People, source.Id),
        };
    }

    public static EquatableList<Message> Understood(int areas, int taken) =>
        EquatableList.Of(
            Message.Of("import.uk.file", ("areas", areas), ("taken", taken)),
            Message.Of("import.uk.mapping"),
            Message.Of("import.uk.left-out-columns", ("columns", Names(UkRole.LeftOut))),
            Message.Of("import.uk.checked-columns", ("columns", Names(UkRole.Check)))
        );

    private static string[] Names(UkRole role) => [.. UkColumns.All.Where(c => c.Role == role).Select(c => c.Name)];

    private static EquatableList<DraftRow> Rows(UkArea area, string source) =>
        UkColumns
            .All.Select((column, i) => (column, i))
            .Where(c => c.column.Role is UkRole.Part or UkRole.Total)
            .Select(c => new DraftRow(c.column.Id, c.column.Label, "kt CO2", Cells(area, c.i, v => v, source))
            {
                Category = c.column.Category,
                Fuel = c.column.Fuel,
                IsTotal = c.column.Role == UkRole.Total,
                Note = c.column.Note,
            })
            .ToEquatableList();

    private static EquatableList<YearCell> Cells(
        UkArea area,
        int column,
        Func<double, double> convert,
        string source
    ) =>
        area
            .Years.Select(y => new YearCell(
                y.Key,
                y.Value.Values[column] is { } number && double.IsFinite(convert(number))
                    ? Cell.Of(convert(number))
                    : Cell.Missing,
                new Provenance(source, Kind: ValueKind.Reported)
            ))
            .ToEquatableList();

    private static double? Latest(UkArea area, UkRole role) =>
        area.Years.Values.Select(y => y.Values[Index(role)]).LastOrDefault(v => v is not null);

    private static int Index(UkRole role) => Array.FindIndex(UkColumns.All, c => c.Role == role);

    // The file states thousands, sums of areas with the noise of binary addition: whole people to a millionth.
    private static double People(double thousands) => Math.Round(thousands * 1000, 6);

    private static string Overlap(UkArea area, Dictionary<string, UkName> names, DiagnosticBag faults)
    {
        var members = UkAreas.MembersOf(area.Code);
        if (members.Count > 0)
        {
            var list = members
                .Select(m => names.TryGetValue(m, out var n) ? n.Name : m)
                .Order(StringComparer.Ordinal)
                .ToArray();
            faults.Add(ImportFaults.UkOverlap(area.First, area.OfficialName, list));
            return $" This area is the sum of others that the same file lists: {string.Join("; ", list)}. Never add it to them.";
        }

        if (UkAreas.KindOf(area.Code, area.OfficialName) == JurisdictionKind.CombinedAuthority)
        {
            faults.Add(ImportFaults.UkOverlapUnknown(area.First, area.OfficialName));
            return " This body's area holds other areas that the same file lists. Never add it to them.";
        }

        return "";
    }
}
