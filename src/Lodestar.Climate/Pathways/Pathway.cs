// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Pathways;

/// <summary>
/// What is emitted over calendar years, by species and in the species' own unit: Gt CO2, Mt for CH4, N2O and
/// precursors, kt for halogenated gases, each a year. Emissions of a calendar year act between its 1 January and the
/// next. A gas may be driven by its concentration instead.
/// </summary>
public sealed class Pathway
{
    private readonly Dictionary<string, double[]> _emissions;

    /// <param name="emissions">One value a calendar year, finite, all of one length.</param>
    /// <exception cref="ArgumentException">A series has another length, or a value is not finite.</exception>
    public Pathway(string name, int firstYear, IReadOnlyDictionary<string, double[]> emissions)
    {
        if (emissions.Count == 0)
        {
            throw new ArgumentException("A pathway needs at least one species.", nameof(emissions));
        }

        (Name, FirstYear, Years) = (name, firstYear, emissions.First().Value.Length);
        foreach (var (species, values) in emissions)
        {
            if (values.Length != Years || !Array.TrueForAll(values, double.IsFinite))
            {
                throw new ArgumentException($"{species} needs {Years} finite values.", nameof(emissions));
            }
        }

        _emissions = new(emissions, StringComparer.Ordinal);
    }

    public string Name { get; init; }

    public int FirstYear { get; }

    /// <summary>Count of calendar years.</summary>
    public int Years { get; }

    public int LastYear => FirstYear + Years - 1;

    /// <summary>Species with emissions.</summary>
    public IReadOnlyCollection<string> Species => _emissions.Keys;

    /// <summary>
    /// Gases driven by concentration, by 1 January, in ppm, ppb or ppt. Their emissions, if any, are passed over.
    /// </summary>
    public IReadOnlyDictionary<string, BoundSeries> Concentrations { get; init; } =
        new Dictionary<string, BoundSeries>();

    public bool Has(string species) => _emissions.ContainsKey(species);

    /// <summary>Emissions by calendar year.</summary>
    /// <exception cref="KeyNotFoundException">The pathway does not have the species.</exception>
    public ReadOnlySpan<double> this[string species] => _emissions[species];

    /// <summary>Emissions of one calendar year; NaN when the pathway does not have them.</summary>
    public double In(string species, int year) =>
        _emissions.TryGetValue(species, out var values) && year >= FirstYear && year <= LastYear
            ? values[year - FirstYear]
            : double.NaN;

    /// <summary>The same with one species changed year by year.</summary>
    public Pathway With(string species, Func<int, double, double> change)
    {
        var old = _emissions.GetValueOrDefault(species) ?? new double[Years];
        var changed = new double[Years];
        for (var i = 0; i < Years; i++)
        {
            changed[i] = change(FirstYear + i, old[i]);
        }

        return Replaced(new Dictionary<string, double[]>(_emissions, StringComparer.Ordinal) { [species] = changed });
    }

    /// <summary>The calendar years from <paramref name="first"/> to <paramref name="last"/>, which must lie inside.</summary>
    public Pathway Between(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, LastYear);
        return new Pathway(
            Name,
            first,
            _emissions.ToDictionary(e => e.Key, e => e.Value[(first - FirstYear)..(last - FirstYear + 1)])
        )
        {
            Concentrations = Concentrations,
        };
    }

    /// <summary>This pathway and what follows it without a gap; species that one of them lacks are left out.</summary>
    public Pathway Then(Pathway next)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(next.FirstYear, LastYear + 1);
        return new Pathway(
            next.Name,
            FirstYear,
            _emissions
                .Where(e => next.Has(e.Key))
                .ToDictionary(e => e.Key, e => (double[])[.. e.Value, .. next._emissions[e.Key]])
        )
        {
            Concentrations = next.Concentrations,
        };
    }

    private Pathway Replaced(Dictionary<string, double[]> emissions) =>
        new(Name, FirstYear, emissions) { Concentrations = Concentrations };
}
