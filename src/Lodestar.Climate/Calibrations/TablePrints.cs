// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Calibrations;

/// <summary>What the parts of a compact table look like, so that parts of two tables are not read as one.</summary>
internal sealed record TablePrints(string Species, string Members, string History, string Natural)
{
    public static TablePrints Of(Calibration calibration)
    {
        var values = new Dictionary<(string, Parameter), double>();
        var own = new Dictionary<(string, Parameter), double[]>();
        foreach (var species in calibration.Species)
        {
            foreach (var parameter in Enum.GetValues<Parameter>())
            {
                var of = calibration.Of(species.Name, parameter);
                if (!double.IsNaN(of.Default))
                {
                    values[(species.Name, parameter)] = of.Default;
                }

                if (of.ByMember is not null)
                {
                    own[(species.Name, parameter)] = of.ByMember;
                }
            }
        }

        return new(
            Fingerprint.Written(Fingerprint.Of(calibration.Species, values)),
            Fingerprint.Written(
                Fingerprint.Of(Fingerprint.OfEach(calibration.Members, calibration.EnergyBalance, own))
            ),
            Fingerprint.Written(Fingerprint.Of(calibration.History)),
            Fingerprint.Written(Fingerprint.Of(calibration.Prescribed))
        );
    }
}
