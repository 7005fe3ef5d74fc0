// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Budgets;

/// <summary>All parties among whom a budget is shared, and the years their figures are of.</summary>
public sealed class PartyWorld
{
    private readonly FrozenDictionary<string, Party> _byCode;
    private readonly Lazy<PartyWorld> _withGdp;

    /// <param name="emissionsYear">The year of "current" emissions, the last one that all parties have.</param>
    /// <param name="peopleYear">The year of current population and product.</param>
    public PartyWorld(IEnumerable<Party> parties, int emissionsYear, int peopleYear)
    {
        Parties = [.. parties];
        EmissionsYear = emissionsYear;
        PeopleYear = peopleYear;
        _byCode = Parties.ToFrozenDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
        Co2 = CarbonDioxide.Sum(Parties.Select(p => p.Co2In(emissionsYear)));
        People = Parties.Sum(p => p.PeopleIn(peopleYear));
        _withGdp = new Lazy<PartyWorld>(OnlyWithGdp);
    }

    /// <summary>The embedded table: every country and territory with fossil CO2 and population.</summary>
    public static PartyWorld Shipped { get; } = Read();

    public IReadOnlyList<Party> Parties { get; }

    public int EmissionsYear { get; }

    public int PeopleYear { get; }

    /// <summary>Fossil CO2 of all parties in <see cref="EmissionsYear"/>.</summary>
    public CarbonDioxide Co2 { get; }

    /// <summary>People of all parties in <see cref="PeopleYear"/>.</summary>
    public double People { get; }

    public Party? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>The parties whose product per person is known, as a world of their own.</summary>
    internal PartyWorld WithGdp => _withGdp.Value;

    private PartyWorld OnlyWithGdp() =>
        Parties.All(p => p.GdpPerPerson is not null)
            ? this
            : new PartyWorld(Parties.Where(p => p.GdpPerPerson is not null), EmissionsYear, PeopleYear);

    private static PartyWorld Read()
    {
        var rows = EmbeddedTable.Read("Budgets.Tables.parties.csv").ToList();
        var people = YearsOf(rows[0], "people_");
        var co2 = YearsOf(rows[0], "co2_");
        return new PartyWorld(
            rows.Select(r => new Party(
                r["alpha2"],
                Series(r, "co2_", co2, Unit.Parse("Mt CO2")),
                Series(r, "people_", people, Unit.Parse("person")),
                r["gdp_per_person"].Length == 0 ? null : Number(r["gdp_per_person"]),
                CarbonDioxide.Of(new Quantity(Number(r["before_1990"]), Unit.Parse("Mt CO2")))
            )),
            co2[^1],
            people[^1]
        );
    }

    private static YearSeries Series(IReadOnlyDictionary<string, string> row, string column, int[] years, Unit unit) =>
        new(
            unit,
            years
                .Where(y => row[column + y.ToString(CultureInfo.InvariantCulture)].Length > 0)
                .Select(y => new YearCell(y, Cell.Of(Number(row[column + y.ToString(CultureInfo.InvariantCulture)]))))
        );

    private static int[] YearsOf(IReadOnlyDictionary<string, string> row, string column) =>
        [
            .. row
                .Keys.Where(k => k.StartsWith(column, StringComparison.Ordinal))
                .Select(k => int.Parse(k.AsSpan(column.Length), CultureInfo.InvariantCulture))
                .Order(),
        ];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
