// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;

namespace Lodestar.Domain.Tests.Climate.Calibrations;

/// <summary>A FaIR folder of two members, ten species and three years, made up to be wrong in one place at a time.</summary>
internal sealed class SmallSet
{
    private const string Given = "0.2173,0.224,0.2824,0.2763,1e9,394.4,36.54,4.304,0.05,1,0,1";
    private const string NotGiven = "nan,nan,nan,nan,nan,nan,nan,nan,0,1,0,1";

    public Dictionary<string, string> Files { get; } =
        new()
        {
            ["params.csv"] = Lines(
                ",gamma_autocorrelation,ocean_heat_capacity[0],ocean_heat_capacity[1],ocean_heat_capacity[2],ocean_heat_transfer[0],ocean_heat_transfer[1],ocean_heat_transfer[2],deep_ocean_efficacy,sigma_eta,sigma_xi,forcing_4co2,forcing_scale[CH4],forcing_scale[SF6],baseline_concentration[CO2],aci_scale,seed,use_seed",
                "7,2,4,17,85,1.3,2.4,1.1,1.3,0.9,0.5,7.8,1.1,0.9,278.5,-1.5,13,TRUE",
                "11,5,3,12,95,0.9,2.1,0.8,1.1,0.8,0.4,8.1,0.8,0.9,277.5,-0.5,14,TRUE"
            ),
            ["species.csv"] = Lines(
                "name,type,input_mode,greenhouse_gas,partition_fraction0,partition_fraction1,partition_fraction2,partition_fraction3,unperturbed_lifetime0,unperturbed_lifetime1,unperturbed_lifetime2,unperturbed_lifetime3,tropospheric_adjustment,forcing_efficacy,forcing_temperature_feedback,forcing_scale,molecular_weight,baseline_concentration,forcing_reference_concentration,iirf_0,baseline_emissions,g1,g0,greenhouse_gas_radiative_efficiency,aci_shape,aci_scale",
                $"CO2 FFI,co2 ffi,emissions,0,{NotGiven},nan,nan,nan,nan,0,nan,nan,nan,nan,nan",
                $"CO2 AFOLU,co2 afolu,emissions,0,{NotGiven},nan,nan,nan,nan,0,nan,nan,nan,nan,nan",
                $"CO2,co2,calculated,1,{Given},44.009,278.3,277.15,29,nan,11.41,0.0102,nan,nan,nan",
                $"CH4,ch4,emissions,1,{Given},16.043,729.2,731.41,8.2,38.2,8.2,0.37,nan,nan,nan",
                $"N2O,n2o,emissions,1,{Given},44.013,270.1,273.87,65,1.0,25,0.077,nan,nan,nan",
                $"Sulfur,sulfur,emissions,0,{NotGiven},nan,nan,nan,nan,2.3,nan,nan,nan,0.0169,nan",
                $"SF6,f-gas,emissions,1,{Given},146.06,0,0,98,0,1.53,1.15e-28,0.56657,nan,nan",
                $"Solar,solar,forcing,0,{NotGiven},nan,nan,nan,nan,nan,nan,nan,nan,nan,nan",
                $"Volcanic,volcanic,forcing,0,{NotGiven},nan,nan,nan,nan,nan,nan,nan,nan,nan,nan",
                $"Aerosol-cloud interactions,aci,calculated,0,{NotGiven},nan,nan,nan,nan,nan,nan,nan,nan,nan,-1.03"
            ),
            ["emissions.csv"] = Lines(
                "scenario,region,variable,unit,1750.5,1751.5,1752.5",
                "one,World,CO2 FFI,Gt CO2/yr,0.1,0.2,0.3",
                "one,World,CO2 AFOLU,Gt CO2/yr,0.4,0.5,0.6",
                "one,World,CH4,Mt CH4/yr,38.2,39,40",
                "one,World,N2O,Mt N2O/yr,1,1.1,1.2",
                "one,World,Sulfur,Mt SO2/yr,2.3,2.4,2.5",
                "one,World,SF6,kt SF6/yr,0,0,0.1"
            ),
            ["volcanic_solar.csv"] = Lines(
                "\uFEFFScenario,Variable,Region,Unit,1750,1751,1753",
                "one,Volcanic,World,W/m2,0.2,0.3,0.5",
                "one,Solar,World,W/m2,0.1,0,-0.2"
            ),
        };

    /// <summary>Replaces a text that has to be there.</summary>
    public SmallSet With(string file, string old, string replacement)
    {
        Assert.Contains(old, Files[file], StringComparison.Ordinal);
        Files[file] = Files[file].Replace(old, replacement, StringComparison.Ordinal);
        return this;
    }

    public SmallSet Without(string file)
    {
        Files.Remove(file);
        return this;
    }

    public SmallSet Renamed(string file, string name)
    {
        Files[name] = Files[file];
        return Without(file);
    }

    public SmallSet Having(string file, params string[] lines)
    {
        Files[file] = Lines(lines);
        return this;
    }

    public CalibrationReading Read() =>
        FairFolder.Read(Files.Keys, n => Files.TryGetValue(n, out var text) ? new StringReader(text) : null);

    private static string Lines(params string[] lines) => string.Join('\n', lines) + "\n";
}
