// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>The values of one species as they are read, in the species' own unit.</summary>
internal sealed class SpeciesPoints
{
    /// <summary>Below this a negative amount, in kt, is what subtraction left over.</summary>
    private const double Rounding = 1e-9;

    /// <summary>In the species' unit a year: some twenty times what the world has emitted, so that a slip shows.</summary>
    private double Most =>
        Species.Kind switch
        {
            SpeciesKind.FossilCarbonDioxide or SpeciesKind.LandUseCarbonDioxide or SpeciesKind.CarbonDioxide => 1e3,
            SpeciesKind.Halogen or SpeciesKind.FluorinatedGas => 1e5,
            _ => 2e4,
        };

    private readonly CsvRow _row;
    private readonly EmissionsHeading _heading;
    private readonly UnitConversion _conversion;
    private readonly bool _derived;

    public SpeciesPoints(
        CsvRow row,
        EmissionsHeading heading,
        string variable,
        string unit,
        Species species,
        UnitConversion conversion
    )
        : this(row, heading, variable, unit, species, conversion, []) { }

    private SpeciesPoints(
        CsvRow row,
        EmissionsHeading heading,
        string variable,
        string unit,
        Species species,
        UnitConversion conversion,
        SortedDictionary<int, double> values
    )
    {
        (_row, _heading, _conversion, _derived) = (row, heading, conversion, values.Count > 0);
        (Variable, Unit, Species, Values) = (variable, unit, species, values);
    }

    public string Variable { get; }

    public string Unit { get; }

    public Species Species { get; }

    /// <summary>By calendar year.</summary>
    public SortedDictionary<int, double> Values { get; }

    public double Factor => _conversion.Factor;

    public int Line => _row.Line;

    public int First => Values.Keys.First();

    public int Last => Values.Keys.Last();

    /// <summary>
    /// The first cell with a negative value that is kept: published series of halogenated gases have some, from
    /// measurements of the air or from rounding.
    /// </summary>
    public Problem? Negative { get; private set; }

    private bool MayBeNegative =>
        Species.Kind
            is SpeciesKind.FossilCarbonDioxide
                or SpeciesKind.LandUseCarbonDioxide
                or SpeciesKind.Halogen
                or SpeciesKind.FluorinatedGas;

    public void Take(CsvRow row, int column, int year, ProblemList problems)
    {
        if (row.IsBlank(column))
        {
            return;
        }

        Fault? fault =
            !row.TryNumber(column, out var value) ? Fault.NotANumber
            : !(Math.Abs(value * Factor) <= Most) ? Fault.NotFinite
            : value < 0 && !MayBeNegative ? Fault.EmissionsNegative
            : Values.TryAdd(year, value * Factor) ? null
            : Fault.YearTwice;
        if (fault is { } no)
        {
            problems.Add(row.At(column, no, ("species", Species.Name), ("year", year)));
        }
        else if (value < -Rounding && Species.IsGas)
        {
            Negative ??= row.At(column, Fault.EmissionsNegative, ("species", Species.Name), ("year", year)) with
            {
                IsError = false,
            };
        }
    }

    public Problem Problem(Fault fault, params ReadOnlySpan<(string Name, object Value)> values) =>
        _row.At(_heading.Variable, fault, [("species", Species.Name), .. values]);

    /// <summary>These values less another species', where both reach.</summary>
    public SpeciesPoints Less(SpeciesPoints other, Species species)
    {
        var rest = new SortedDictionary<int, double>();
        if (Values.Count > 0 && other.Values.Count > 0)
        {
            for (var year = Math.Max(First, other.First); year <= Math.Min(Last, other.Last); year++)
            {
                if (Values.ContainsKey(year) || other.Values.ContainsKey(year))
                {
                    rest[year] = Between(year, year)[0] - other.Between(year, year)[0];
                }
            }
        }

        return new SpeciesPoints(_row, _heading, Variable, Unit, species, _conversion, rest);
    }

    /// <summary>Given years around the first year that others have and this one lacks; null when there is none.</summary>
    public (int First, int Last)? Gap(HashSet<int> given)
    {
        int? before = null;
        foreach (var year in Values.Keys)
        {
            if (before is { } last && Enumerable.Range(last + 1, year - last - 1).Any(given.Contains))
            {
                return (last, year);
            }

            before = year;
        }

        return null;
    }

    /// <summary>A value for each year; between given years on a straight line. Both ends must lie inside.</summary>
    public double[] Between(int first, int last)
    {
        var given = Values.Keys.ToArray();
        var result = new double[last - first + 1];
        for (var year = first; year <= last; year++)
        {
            var at = Array.BinarySearch(given, year);
            if (at >= 0)
            {
                result[year - first] = Values[year];
                continue;
            }

            var (before, after) = (given[~at - 1], given[~at]);
            var share = (double)(year - before) / (after - before);
            result[year - first] = Values[before] + (share * (Values[after] - Values[before]));
        }

        return result;
    }

    public SpeciesReading Reading() =>
        new(
            Species.Name,
            Variable,
            Unit,
            Species.EmissionUnit,
            Factor,
            _conversion.Step,
            Line,
            Values.Count == 0 ? 0 : First,
            Values.Count == 0 ? 0 : Last,
            Values.Count
        )
        {
            IsDerived = _derived,
        };
}
