// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Relations;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>Each published relation alone, against the reference implementation.</summary>
public sealed class RelationTests
{
    private const double CO2 = 277.15;
    private const double CH4 = 731.41;
    private const double N2O = 273.87;

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void GreenhouseForcing_OverTheGrid_EqualsTheReference(Copy copy)
    {
        var grid = Reference.Read(copy, "unit", "ghg_forcing_grid.csv");
        var worst = new Worst(1e-10);

        foreach (var row in grid.Rows)
        {
            Scalar co2 = grid.Number(row, "CO2");
            Scalar ch4 = grid.Number(row, "CH4");
            Scalar n2o = grid.Number(row, "N2O");
            var (rootC, rootM, rootN) = (Scalar.Sqrt(co2), Scalar.Sqrt(ch4), Scalar.Sqrt(n2o));
            // The grid's forcing carries the tropospheric adjustments of its species.
            Check("meinshausen2020_CO2", GreenhouseGases.CarbonDioxideMeinshausen2020<Scalar>(co2, rootN, CO2));
            Check("meinshausen2020_CH4", GreenhouseGases.MethaneMeinshausen2020<Scalar>(rootM, rootN, Math.Sqrt(CH4)));
            Check(
                "meinshausen2020_N2O",
                GreenhouseGases.NitrousOxideMeinshausen2020<Scalar>(rootC, rootN, rootM, Math.Sqrt(N2O))
            );
            Check("leach2021_CO2", GreenhouseGases.CarbonDioxideLeach2021<Scalar>(co2, CO2));
            Check("leach2021_CH4", GreenhouseGases.MethaneLeach2021<Scalar>(ch4, CH4));
            Check("leach2021_N2O", GreenhouseGases.NitrousOxideLeach2021<Scalar>(n2o, N2O));
            Check("etminan2016_CO2", GreenhouseGases.CarbonDioxideEtminan2016<Scalar>(co2, CO2, n2o, N2O));
            Check("etminan2016_CH4", GreenhouseGases.MethaneEtminan2016<Scalar>(ch4, CH4, n2o, N2O));
            Check("etminan2016_N2O", GreenhouseGases.NitrousOxideEtminan2016<Scalar>(n2o, N2O, co2, CO2, ch4, CH4));
            Check("myhre1998_CO2", GreenhouseGases.CarbonDioxideMyhre1998<Scalar>(co2, CO2));
            Check("myhre1998_CH4", GreenhouseGases.MethaneMyhre1998<Scalar>(ch4, CH4, N2O));
            Check("myhre1998_N2O", GreenhouseGases.NitrousOxideMyhre1998<Scalar>(n2o, N2O, CH4));

            void Check(string column, double forcing) =>
                worst.Relative(
                    grid.Number(row, column),
                    forcing,
                    FormattableString.Invariant($"{column} of row {row}")
                );
        }

        worst.Holds();
    }

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void EnergyBalance_OfSevenModels_HasTheReferencesMatricesAndModes(Copy copy)
    {
        var (worst, noise) = (new Worst(1e-10), new Worst(1e-9));
        using var cases = JsonDocument.Parse(File.ReadAllText(Reference.PathOf(copy, "unit", "ebm_cases.json")));

        foreach (var entry in cases.RootElement.EnumerateObject())
        {
            var (parameters, step) = Read(entry.Value);
            var balance = new EnergyBalance(parameters, step);
            var (times, responses) = balance.Modes();
            Matrix(worst, entry, "A", balance.Matrix);
            Matrix(worst, entry, "A_d", balance.Transition);
            Row(worst, entry, "b_d", balance.Response);
            Row(worst, entry, "timescales", times);
            Row(worst, entry, "response_coefficients", responses);
            Row(worst, entry, "ecs", [balance.EquilibriumSensitivity()]);
            Row(worst, entry, "tcr", [balance.TransientResponse()]);
            // The reference multiplies e^γ by e^−γ; its own digits end there (its Q_d is not even symmetric for γ = 28).
            if (parameters.Gamma < 10)
            {
                Matrix(noise, entry, "Q_d", balance.NoiseCovariance());
            }
        }

        worst.Holds();
        noise.Holds();
    }

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void EnergyBalance_StepOfFourWatts_WarmsAsTheReference(Copy copy)
    {
        var steps = Reference.Read(copy, "unit", "ebm_step4Wm2.csv");
        using var cases = JsonDocument.Parse(File.ReadAllText(Reference.PathOf(copy, "unit", "ebm_cases.json")));
        var worst = new Worst(1e-9);

        foreach (var entry in cases.RootElement.EnumerateObject())
        {
            var (parameters, step) = Read(entry.Value);
            var (name, state) = (entry.Name.Split('|')[0], new double[EnergyBalance.States]);
            var balance = new EnergyBalance(parameters, step);
            var rows = steps
                .Rows.Where(r => steps.Text(r, "case") == name && steps.Number(r, "dt").Equals(step))
                .ToDictionary(r => (int)Math.Round(steps.Number(r, "year") / step));
            for (var n = 1; n <= rows.Keys.Max(); n++)
            {
                state = Next(balance, state, 4);
                if (rows.TryGetValue(n, out var row))
                {
                    worst.Absolute(steps.Number(row, "T1"), state[1], $"T1 of {entry.Name}, step {n}");
                    worst.Absolute(steps.Number(row, "T2"), state[2], $"T2 of {entry.Name}, step {n}");
                    worst.Absolute(steps.Number(row, "T3"), state[3], $"T3 of {entry.Name}, step {n}");
                }
            }
        }

        worst.Holds();
    }

    private static double[] Next(EnergyBalance balance, double[] state, double forcing)
    {
        var next = new double[state.Length];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = balance.Response[i] * forcing;
            for (var j = 0; j < next.Length; j++)
            {
                next[i] += balance.Transition[i, j] * state[j];
            }
        }

        return next;
    }

    private static (EnergyBalanceParameters Parameters, double Step) Read(JsonElement c)
    {
        double[] Numbers(string name) => [.. c.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
        var (capacity, transfer) = (Numbers("ocean_heat_capacity"), Numbers("ocean_heat_transfer"));
        return (
            new(
                c.GetProperty("gamma").GetDouble(),
                capacity[0],
                capacity[1],
                capacity[2],
                transfer[0],
                transfer[1],
                transfer[2],
                c.GetProperty("deep_ocean_efficacy").GetDouble(),
                c.GetProperty("sigma_eta").GetDouble(),
                c.GetProperty("sigma_xi").GetDouble(),
                c.GetProperty("forcing_4co2").GetDouble()
            ),
            c.GetProperty("dt").GetDouble()
        );
    }

    private static void Matrix(Worst worst, JsonProperty entry, string name, double[,] actual)
    {
        var expected = entry.Value.GetProperty(name).EnumerateArray().SelectMany(r => r.EnumerateArray()).ToArray();
        var i = 0;
        foreach (var value in actual)
        {
            worst.Relative(expected[i].GetDouble(), value, $"{name}[{i / 4}, {i % 4}] of {entry.Name}");
            i++;
        }
    }

    private static void Row(Worst worst, JsonProperty entry, string name, double[] actual)
    {
        var found = entry.Value.GetProperty(name);
        double[] expected =
            found.ValueKind == JsonValueKind.Array
                ? [.. found.EnumerateArray().Select(v => v.GetDouble())]
                : [found.GetDouble()];
        for (var i = 0; i < expected.Length; i++)
        {
            // Of an entry this small beside 1 the reference's own elimination leaves no ten digits.
            if (Math.Abs(expected[i]) < 1e-4)
            {
                Assert.Equal(expected[i], actual[i], 1e-13);
                continue;
            }

            worst.Relative(expected[i], actual[i], $"{name}[{i}] of {entry.Name}");
        }
    }
}
