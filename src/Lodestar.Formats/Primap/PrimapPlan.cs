// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.Primap;

/// <summary>The plan of one country: its inventory from one source of the file.</summary>
internal sealed class PrimapPlan(
    PrimapFile file,
    PrimapSource source,
    string? set,
    string fileName,
    LossCounter loss,
    DiagnosticBag faults
)
{
    private const string Kyoto = "KYOTOGHG";
    private const string Scheme = "ipcc2006";

    private const string Boundary =
        "National territory, categories of IPCC 2006 as PRIMAP-hist orders them: agriculture (M.AG) and land use "
        + "(M.LULUCF) stand apart. International aviation and shipping are not in the file.";

    private readonly UniqueIds _ids = new();
    private readonly List<InventoryRow> _rows = [];
    private readonly string _id = PlanIds.Slug(source.Label.Length == 0 ? "primap" : source.Label);

    /// <summary>Null when the source says nothing of this country.</summary>
    public Plan? Build(Country country, int area, IReadOnlyList<PrimapTable> tables)
    {
        foreach (var table in tables.OrderByDescending(t => t.Entity.Gas == Kyoto))
        {
            Add(table, area, country);
        }

        if (!_rows.Exists(r => r.Role == RowRole.Part))
        {
            loss.LeaveOut(PrimapReasons.Checked, _rows.Count, []);
            return null;
        }

        loss.Use(_rows.Count);
        CheckKyoto(tables, area, country);
        var inventory = new InventoryRecord(_id, $"inventory/{_id}.csv")
        {
            Title = source.IsPrimapHist ? $"PRIMAP-hist: {source.Label}" : source.Label,
            Publisher = source.IsPrimapHist ? "PRIMAP-hist" : null,
            Protocol = "IPCC 2006",
            Scheme = Scheme,
            Boundary = Planning.Inventory.Boundary.National,
            BoundaryNote = Boundary,
            Gases = _rows
                .Where(r => r.Role == RowRole.Part)
                .Select(r => r.GasOf)
                .OfType<string>()
                .Distinct()
                .ToEquatableList(),
            Source = _id,
            Rows = _rows.ToEquatableList(),
        };
        return CountryPlan.Of(country) with
        {
            GwpSet = set is null ? GwpSet.AR5 : GwpSet.Find(set) ?? GwpSet.AR5,
            Inventories = EquatableList.Of(inventory),
            Sources = EquatableList.Of(SourceOf(country)),
        };
    }

    private void Add(PrimapTable table, int area, Country country)
    {
        double At(int year, int category) => table.Numbers[year, category, area];
        var tree = PrimapTree.Of(file.Categories.Words, file.Years.Count, At, table.Rounding);
        var isBasket = table.Gas is null;
        var unit = Unit.Read(table.Entity.Set is { } metric ? $"kt CO2e_{metric}" : $"kt {table.Entity.Gas}").Unit;
        for (var c = 0; c < file.Categories.Length; c++)
        {
            var code = file.Categories.Words[c];
            var role = tree.RoleOf(code);
            var isGrandTotal = code is PrimapTree.WithoutLand or PrimapTree.WithLand;
            var reason =
                unit is null ? PrimapReasons.UnknownGas
                : role == PrimapRole.Blank ? PrimapReasons.Blank
                : isBasket && !(table.Entity.Gas == Kyoto && isGrandTotal) ? PrimapReasons.Basket
                : role == PrimapRole.TooFine ? PrimapReasons.TooFine
                : role == PrimapRole.Total && !isBasket && table.Entity.Set is not null ? PrimapReasons.Checked
                : !isGrandTotal && !CategoryScheme.Find(Scheme)!.Has(code) ? PrimapReasons.UnknownCategory
                : null;
            if (reason is not null)
            {
                loss.LeaveOut(reason, 1, role == PrimapRole.Blank ? [] : [PlaceOf(country, code, table)]);
                continue;
            }

            var isPart = role == PrimapRole.Part && !isBasket;
            var category =
                !isGrandTotal ? $"{Scheme}:{code}"
                : isPart ? null
                : "total";
            var cells = file.Years.Select((year, y) => new YearCell(year, CellOf(At(y, c)), Reported()));
            _rows.Add(
                new InventoryRow(
                    _ids.Take($"{code} {table.Entity.Gas}"),
                    category,
                    new YearSeries(unit!, cells),
                    new Place($"inventory/{_id}.csv")
                )
                {
                    Role = isPart ? RowRole.Part : RowRole.StatedTotal,
                    Label = isGrandTotal ? code : null,
                    Gas = table.Entity.Set is null ? null : table.Gas,
                }
            );
            if (isPart && code == PrimapTree.AgricultureAndLand)
            {
                faults.Add(ImportFaults.PrimapLandInside(fileName, country.Name));
            }
        }

        Check(tree, table, area, country);
    }

    /// <summary>Every sum that the file states against its parts.</summary>
    private void Check(PrimapTree tree, PrimapTable table, int area, Country country)
    {
        foreach (var sum in tree.Sums)
        {
            for (var y = 0; y < file.Years.Count; y++)
            {
                var whole = table.Numbers[y, IndexOf(sum.Category), area];
                var parts = sum
                    .Parts.Select(p => table.Numbers[y, IndexOf(p), area])
                    .Where(n => !double.IsNaN(n))
                    .ToList();
                if (!double.IsNaN(whole) && !table.Rounding.Agrees(whole, parts))
                {
                    Differs(country, $"{table.Entity.Gas} {sum.Category}", y, whole, parts.Sum());
                    break;
                }
            }
        }
    }

    /// <summary>The basket of all gases against the masses, converted with the same metric set.</summary>
    private void CheckKyoto(IReadOnlyList<PrimapTable> tables, int area, Country country)
    {
        if (
            tables.FirstOrDefault(t => t.Entity.Gas == Kyoto) is not { } basket
            || set is null
            || GwpSet.Find(set) is not { } metric
            || !file.Categories.Words.Contains(PrimapTree.WithoutLand)
        )
        {
            return;
        }

        var c = IndexOf(PrimapTree.WithoutLand);
        for (var y = 0; y < file.Years.Count; y++)
        {
            var whole = basket.Numbers[y, c, area];
            var parts = new List<double>();
            var slack = 0.0;
            foreach (var table in tables.Where(t => t.Gas is not null))
            {
                var factor =
                    table.Entity.Set is not null ? 1
                    : table.Entity.Gas == "CO2" ? 1
                    : Gas.Find(table.Entity.Gas) is { } gas ? metric.Gwp(gas)
                    : null;
                var number = table.Numbers[y, c, area];
                if (factor is { } gwp && !double.IsNaN(number))
                {
                    parts.Add(number * gwp);
                    slack += gwp * table.Rounding.Tolerance(number, []);
                }
            }

            if (!double.IsNaN(whole) && Math.Abs(whole - parts.Sum()) > slack + basket.Rounding.Tolerance(whole, parts))
            {
                Differs(country, $"{Kyoto} {set}", y, whole, parts.Sum());
                return;
            }
        }
    }

    private void Differs(Country country, string what, int year, double whole, double sum) =>
        faults.Add(
            ImportFaults.TotalDiffers(new Place(fileName), $"{country.Name}: {what}", file.Years[year], whole, sum)
        );

    private int IndexOf(string category) => file.Categories.Words.Index().First(w => w.Item == category).Index;

    private Place PlaceOf(Country country, string code, PrimapTable table) =>
        new(fileName, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{table.Entity.Gas} {country.Alpha3} {code}"));

    private Provenance Reported() =>
        new(
            _id,
            Kind: source.Label.Contains("HISTTP", StringComparison.Ordinal) ? ValueKind.Estimated : ValueKind.NotStated
        );

    private static Cell CellOf(double number) =>
        double.IsFinite(number) && Math.Abs(number) <= Cell.Largest ? Cell.Of(number) : Cell.Missing;

    private Source SourceOf(Country country)
    {
        var attributes = file.File.Attributes;
        string? Stated(string name) =>
            attributes.GetValueOrDefault(name)?.Text is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        var doi = Stated("references")?.Replace("doi:", "", StringComparison.OrdinalIgnoreCase).Trim();
        return new Source(_id, source.IsPrimapHist ? "PRIMAP-hist national historical emissions" : source.Label)
        {
            Publisher = source.IsPrimapHist ? "PRIMAP-hist" : null,
            Edition = source.Label,
            Licence = Stated("rights") ?? (source.IsPrimapHist ? "CC-BY-4.0" : null),
            Url = doi is not null && doi.StartsWith("10.", StringComparison.Ordinal) ? $"https://doi.org/{doi}" : null,
            Note = string.Create(CultureInfo.InvariantCulture, $"Area {country.Alpha3} of {fileName}."),
        };
    }
}
