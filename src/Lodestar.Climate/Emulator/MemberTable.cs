// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>
/// Parameters of all members, a column each, padded to whole lanes by repeating the last member, with what can be
/// worked out once per member: transition matrices, offsets, logarithms.
/// </summary>
internal sealed class MemberTable
{
    private readonly Calibration _calibration;

    public MemberTable(Calibration calibration, Chemicals chemicals)
    {
        _calibration = calibration;
        Count = calibration.Members.Count;
        Stride = (Count + Lanes.Width - 1) / Lanes.Width * Lanes.Width;
        CarbonDioxide = new(this, chemicals.CarbonDioxide);
        Methane = new(this, chemicals.Methane);
        NitrousOxide = new(this, chemicals.NitrousOxide);
        LifetimePerWarming = Column(chemicals.Methane.Name, Parameter.LifetimeTemperatureSensitivity);
        MethaneLifetimeSensitivity = Column(chemicals.Methane.Name, Parameter.LifetimeSensitivity);
        WaterFactor = Each(
            Of(chemicals.Methane.Name, Parameter.StratosphericWaterFactor, 0),
            Scale(chemicals.StratosphericWater),
            (factor, scale) => factor * scale
        );
        AerosolRadiation = Efficiencies(chemicals, Parameter.AerosolRadiationEfficiency, chemicals.AerosolRadiation);
        Ozone = Efficiencies(chemicals, Parameter.OzoneEfficiency, chemicals.Ozone);
        OzoneOfChlorine = chemicals.EffectiveChlorine is { } eesc
            ? Each(Of(eesc.Name, Parameter.OzoneEfficiency, 0), Scale(chemicals.Ozone), (e, s) => e * s)
            : new double[Stride];
        OzoneFeedback = chemicals.Ozone is { } ozone
            ? Of(ozone.Name, Parameter.TemperatureFeedback, 0)
            : new double[Stride];
        CloudScale = chemicals.AerosolCloud is { } cloud
            ? Each(Of(cloud.Name, Parameter.CloudScale, 0), Scale(cloud), (e, s) => e * s)
            : new double[Stride];
        CloudShapes = [.. chemicals.Precursors.Select(p => Of(p.Name, Parameter.CloudShape, 0))];
        CloudBase = CloudBaseOf(chemicals);
        SnowScale = Scale(chemicals.BlackCarbonOnSnow);
        LandUseScale = Scale(chemicals.LandUse);
        ContrailScale = Scale(chemicals.Contrails);
        Prescribed = [.. chemicals.Prescribed.Select(Scale)];
        MinorScales = [.. chemicals.Minor.Groups.Select(g => Column(g.ScaleOf, Parameter.ForcingScale))];
        SetEnergyBalance();
    }

    public int Count { get; }

    /// <summary>Members with padding.</summary>
    public int Stride { get; }
    public GasColumns CarbonDioxide { get; }
    public GasColumns Methane { get; }
    public GasColumns NitrousOxide { get; }
    public double[] LifetimePerWarming { get; }
    public double[] MethaneLifetimeSensitivity { get; }
    public double[] WaterFactor { get; }

    /// <summary>Scaled W m⁻² per unit: a column a precursor, then CH4, then N2O.</summary>
    public double[][] AerosolRadiation { get; }
    public double[][] Ozone { get; }
    public double[] OzoneOfChlorine { get; }
    public double[] OzoneFeedback { get; }
    public double[] CloudScale { get; }
    public double[][] CloudShapes { get; }
    public double[] CloudBase { get; }
    public double[] SnowScale { get; }
    public double[] LandUseScale { get; }
    public double[] ContrailScale { get; }
    public double[][] Prescribed { get; }
    public double[][] MinorScales { get; }

    /// <summary>The 13 entries of the transition that are not zero: 00, 10…13, 20…23, 30…33.</summary>
    public double[][] Transition { get; } = new double[13][];
    public double[][] Response { get; } = new double[EnergyBalance.States][];
    public double[] Kappa1 { get; private set; } = [];

    /// <summary>(1 − ε) κ3.</summary>
    public double[] DeepUptake { get; private set; } = [];

    /// <summary>A parameter of a species for every member, padded; <paramref name="missing"/> where it is not given.</summary>
    public double[] Of(string species, Parameter parameter, double missing)
    {
        var values = _calibration.Of(species, parameter);
        return Fill(m => double.IsNaN(values[m]) ? missing : values[m]);
    }

    public double[] Column(string species, Parameter parameter) => Of(species, parameter, 0);

    public double[] Fill(Func<int, double> value)
    {
        var column = new double[Stride];
        for (var m = 0; m < Stride; m++)
        {
            column[m] = value(Math.Min(m, Count - 1));
        }

        return column;
    }

    private static double[] Each(double[] a, double[] b, Func<double, double, double> combine) =>
        [.. a.Zip(b, combine)];

    /// <summary>Scale times tropospheric adjustment; zero for a species that the set lacks.</summary>
    public double[] Scale(Species? species) =>
        species is null
            ? new double[Stride]
            : Each(
                Of(species.Name, Parameter.ForcingScale, 1),
                Of(species.Name, Parameter.TroposphericAdjustment, 0),
                (scale, adjustment) => scale * (1 + adjustment)
            );

    private double[][] Efficiencies(Chemicals chemicals, Parameter parameter, Species? target)
    {
        var scale = Scale(target);
        return
        [
            .. chemicals
                .Precursors.Append(chemicals.Methane)
                .Append(chemicals.NitrousOxide)
                .Select(s => Each(Of(s.Name, parameter, 0), scale, (e, f) => e * f)),
        ];
    }

    private double[] CloudBaseOf(Chemicals chemicals) =>
        Fill(m =>
        {
            var sum = 0.0;
            for (var p = 0; p < chemicals.Precursors.Count; p++)
            {
                sum += CloudShapes[p][m] * chemicals.PrecursorBaseline[p];
            }

            return Math.Log(1 + sum);
        });

    private void SetEnergyBalance()
    {
        var balances = _calibration.EnergyBalance.Select(p => new EnergyBalance(p)).ToArray();
        Transition[0] = Fill(m => balances[m].Transition[0, 0]);
        for (var row = 1; row < EnergyBalance.States; row++)
        {
            for (var column = 0; column < EnergyBalance.States; column++)
            {
                var (r, c) = (row, column);
                Transition[1 + ((row - 1) * EnergyBalance.States) + column] = Fill(m => balances[m].Transition[r, c]);
            }
        }

        for (var row = 0; row < EnergyBalance.States; row++)
        {
            var r = row;
            Response[row] = Fill(m => balances[m].Response[r]);
        }

        var parameters = _calibration.EnergyBalance;
        Kappa1 = Fill(m => parameters[m].Kappa1);
        DeepUptake = Fill(m => (1 - parameters[m].DeepOceanEfficacy) * parameters[m].Kappa3);
    }
}

/// <summary>Gas-cycle and forcing parameters of one gas, a column each over the members.</summary>
internal sealed class GasColumns
{
    public const int Pools = 4;

    public GasColumns(MemberTable table, Species gas)
    {
        var name = gas.Name;
        Fractions = [.. Four(Parameter.PartitionFraction0).Select(p => table.Column(name, p))];
        Lifetimes = [.. Four(Parameter.Lifetime0).Select(p => table.Of(name, p, 1))];
        IsOnePool = Fractions.Skip(1).All(f => Array.TrueForAll(f, v => v == 0));
        Iirf0 = table.Of(name, Parameter.Iirf0, double.NaN);
        HasTimeScale = !Array.Exists(Iirf0, double.IsNaN);
        IirfUptake = table.Column(name, Parameter.IirfUptake);
        IirfTemperature = table.Column(name, Parameter.IirfTemperature);
        IirfAirborne = table.Column(name, Parameter.IirfAirborne);
        G0 = table.Column(name, Parameter.G0);
        G1 = table.Of(name, Parameter.G1, 1);
        Baseline = table.Column(name, Parameter.BaselineConcentration);
        Reference = table.Of(name, Parameter.ReferenceConcentration, double.NaN);
        for (var m = 0; m < Reference.Length; m++)
        {
            Reference[m] = Reference[m] > 0 ? Reference[m] : Baseline[m];
        }

        BaselineEmissions = table.Column(name, Parameter.BaselineEmissions);
        PerEmission = [.. table.Of(name, Parameter.MolarMass, double.NaN).Select(GasCycle.ConcentrationPerEmission)];
        Scale = table.Scale(gas);
    }

    public double[][] Fractions { get; }
    public double[][] Lifetimes { get; }

    /// <summary>True when all emissions of every member enter the first pool.</summary>
    public bool IsOnePool { get; }

    /// <summary>False when the set gives no iIRF: lifetimes are then as they stand.</summary>
    public bool HasTimeScale { get; }
    public double[] Iirf0 { get; }
    public double[] IirfUptake { get; }
    public double[] IirfTemperature { get; }
    public double[] IirfAirborne { get; }
    public double[] G0 { get; }
    public double[] G1 { get; }
    public double[] Baseline { get; }
    public double[] Reference { get; }
    public double[] BaselineEmissions { get; }
    public double[] PerEmission { get; }

    /// <summary>Forcing scale times tropospheric adjustment.</summary>
    public double[] Scale { get; }

    private static IEnumerable<Parameter> Four(Parameter first) => Enumerable.Range(0, Pools).Select(k => first + k);
}
