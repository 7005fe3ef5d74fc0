// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Components.Warming;

/// <summary>The unit for what a path emits of a species: the largest of Mt, kt and t that leaves a whole part.</summary>
/// <param name="Name">Without the "a year" that the table's head says: "Mt CO₂".</param>
/// <param name="PerStated">How many make one of the calibration's own.</param>
internal sealed record SpeciesUnit(string Name, double PerStated)
{
    private static readonly (string Mass, double Tonnes)[] Masses = [("Mt", 1e6), ("kt", 1e3), ("t", 1)];

    /// <param name="largest">Of the numbers that share the unit, in the calibration's.</param>
    public static SpeciesUnit Of(string species, double largest)
    {
        var stated = Calibration.Shipped.Find(species)?.EmissionUnit ?? "";
        var parts = stated.Replace("/yr", "", StringComparison.Ordinal).Split(' ', 2);
        var tonnes = parts[0] switch
        {
            "Gt" => 1e9,
            "Mt" => 1e6,
            "kt" => 1e3,
            _ => 0,
        };
        if (tonnes == 0 || parts.Length < 2)
        {
            return new(stated, 1);
        }

        var substance = parts[1]
            .Replace("CO2", "CO₂", StringComparison.Ordinal)
            .Replace("CH4", "CH₄", StringComparison.Ordinal)
            .Replace("N2O", "N₂O", StringComparison.Ordinal);
        var (mass, size) = Array.Find(Masses, m => largest * tonnes >= m.Tonnes);
        return mass is null ? new($"t {substance}", tonnes) : new($"{mass} {substance}", tonnes / size);
    }

    public string Number(double stated, MessageCatalog texts)
    {
        // What sums leave of nothing is nothing.
        var value = Math.Round(stated * PerStated, 2);
        return texts.Numbers.Fixed(
            value,
            Math.Abs(value) switch
            {
                0 or >= 99.95 => 0,
                >= 9.995 => 1,
                _ => 2,
            }
        );
    }
}
