// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;

namespace Lodestar.Climate.Calibrations;

/// <summary>How the time scale of methane answers to chemistry and warming.</summary>
public enum MethaneLifetime
{
    /// <summary>Product of sensitivities to emissions, concentrations and temperature (Thornhill et al. 2021).</summary>
    Thornhill2021,

    /// <summary>The general time-scale factor of the gas cycle (Leach et al. 2021).</summary>
    Leach2021,
}

/// <summary>Which published formulas give the forcing of CO2, CH4 and N2O.</summary>
public enum GreenhouseForcing
{
    Meinshausen2020,
    Leach2021,
    Etminan2016,
    Myhre1998,
}

/// <summary>
/// A matched set: species, members, emission history and natural forcing that were calibrated together. Parts of two
/// sets do not belong together (the CO2 of 2022 would be off by up to 10 ppm), so a calibration is made whole.
/// </summary>
public sealed class Calibration
{
    private static readonly Lazy<Calibration> OfTheAssembly = new(ReadShipped);

    private readonly IReadOnlyDictionary<(string Species, Parameter Parameter), ParameterValues> _values;
    private readonly Dictionary<string, int> _index;

    /// <param name="values">Every parameter that is given; what is absent reads as NaN.</param>
    public Calibration(
        CalibrationIdentity identity,
        IReadOnlyList<Species> species,
        IReadOnlyList<int> members,
        IReadOnlyList<EnergyBalanceParameters> energyBalance,
        IReadOnlyDictionary<(string Species, Parameter Parameter), ParameterValues> values,
        Pathway history,
        IReadOnlyDictionary<string, BoundSeries> prescribed
    )
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(energyBalance.Count, members.Count);
        (Identity, Species, Members, EnergyBalance) = (identity, species, members, energyBalance);
        (_values, History, Prescribed) = (values, history, prescribed);
        _index = species.Select((s, i) => (s.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>
    /// The set that travels with the library: fair-calibrate 1.4.1, 841 members, history 1750–2022. Read when first
    /// asked for.
    /// </summary>
    public static Calibration Shipped => OfTheAssembly.Value;

    public CalibrationIdentity Identity { get; }

    /// <summary>In the order of the set.</summary>
    public IReadOnlyList<Species> Species { get; }

    /// <summary>The set's own number of each member.</summary>
    public IReadOnlyList<int> Members { get; }

    /// <summary>One row a member.</summary>
    public IReadOnlyList<EnergyBalanceParameters> EnergyBalance { get; }

    /// <summary>Emissions of every emitted species, from the first year to the last historical one.</summary>
    public Pathway History { get; }

    /// <summary>
    /// Series of forcing species (Solar, Volcanic, …) by 1 January in W m⁻², before a member's scale is applied. They
    /// reach past the history; after their end the last value holds.
    /// </summary>
    public IReadOnlyDictionary<string, BoundSeries> Prescribed { get; }

    public MethaneLifetime MethaneLifetime { get; init; } = MethaneLifetime.Thornhill2021;

    public GreenhouseForcing GreenhouseForcing { get; init; } = GreenhouseForcing.Meinshausen2020;

    /// <summary>The last calendar year of the history: pathways are harmonised here.</summary>
    public int LastHistoricalYear => History.LastYear;

    /// <summary>Null for a name that the set does not have.</summary>
    public Species? Find(string name) => _index.TryGetValue(name, out var at) ? Species[at] : null;

    /// <summary>The species of a kind that only one species can have; null when the set has none.</summary>
    public Species? Find(SpeciesKind kind) => Species.FirstOrDefault(s => s.Kind == kind);

    /// <summary>A parameter of a species; NaN for all members where the set does not give it.</summary>
    public ParameterValues Of(string species, Parameter parameter) =>
        _values.TryGetValue((species, parameter), out var found) ? found : new ParameterValues(double.NaN);

    /// <summary>One member alone, by its place in the ensemble.</summary>
    public Calibration Member(int at) => Some([at]);

    /// <summary>Some members, by their places in the ensemble.</summary>
    public Calibration Some(IReadOnlyList<int> places) =>
        Reduced(
            [.. places.Select(p => Members[p])],
            [.. places.Select(p => EnergyBalance[p])],
            v => v.ByMember is null ? v : new ParameterValues(v.Default, [.. places.Select(p => v[p])])
        );

    /// <summary>
    /// The central configuration: the median of every parameter. It is no member and answers for quick looks alone; the
    /// ensemble's median is the result.
    /// </summary>
    public Calibration Central()
    {
        double Median(Func<EnergyBalanceParameters, double> of) => Answers.Percentiles.Median(EnergyBalance.Select(of));
        return Reduced(
            [-1],
            [
                new(
                    Median(e => e.Gamma),
                    Median(e => e.C1),
                    Median(e => e.C2),
                    Median(e => e.C3),
                    Median(e => e.Kappa1),
                    Median(e => e.Kappa2),
                    Median(e => e.Kappa3),
                    Median(e => e.DeepOceanEfficacy),
                    Median(e => e.SigmaEta),
                    Median(e => e.SigmaXi),
                    Median(e => e.Forcing4xCO2)
                ),
            ],
            v => v.ByMember is null ? v : new ParameterValues(Answers.Percentiles.Median(v.ByMember))
        );
    }

    private static Calibration ReadShipped()
    {
        var reading = new TableReading(n => Embedded.Find($"climate/fair-calibrate-1.4.1/{n}"))
        {
            IsTrusted = true,
        }.Read();
        return reading.Calibration ?? throw new InvalidOperationException(reading.Problems[0].ToString());
    }

    private Calibration Reduced(
        int[] members,
        EnergyBalanceParameters[] energyBalance,
        Func<ParameterValues, ParameterValues> value
    ) =>
        new(
            Identity,
            Species,
            members,
            energyBalance,
            _values.ToDictionary(v => v.Key, v => value(v.Value)),
            History,
            Prescribed
        )
        {
            MethaneLifetime = MethaneLifetime,
            GreenhouseForcing = GreenhouseForcing,
        };
}

/// <summary>Where a calibration comes from.</summary>
/// <param name="Id">"fair-calibrate-1.4.1".</param>
/// <param name="Source">Where it is published, as a DOI or address.</param>
public sealed record CalibrationIdentity(
    string Id,
    string Title,
    string Publisher,
    string Edition,
    string Licence,
    string Source
);
