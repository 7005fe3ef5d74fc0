// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Formats.Iamc;

/// <summary>What a variable of the common definitions is in a plan: category, gas and unit; else why it is left out.</summary>
internal sealed record IamcVariable(string? Category, string? Gas, Unit? Unit, Message? LeftOut)
{
    private const string Emissions = "Emissions";

    /// <summary>
    /// Sectors of the common definitions whose extent is one category of IPCC 2006. Energy supply (1.A.1 and 1.B), energy
    /// and industrial processes (1 and 2), energy demand, residential and commercial, and "Other" are several or parts of
    /// several.
    /// </summary>
    private static readonly Dictionary<string, string> Categories = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Energy"] = "ipcc2006:1",
        ["Energy|Demand|Industry"] = "ipcc2006:1.A.2",
        ["Energy|Demand|Transportation"] = "ipcc2006:1.A.3",
        ["Industrial Processes"] = "ipcc2006:2",
        ["AFOLU"] = "ipcc2006:3",
        ["AFOLU|Agriculture"] = "ipcc2006:M.AG",
        ["AFOLU|Land"] = "ipcc2006:M.LULUCF",
        ["Waste"] = "ipcc2006:4",
    };

    private static readonly string[] YearEnds = ["/yr", "/ yr", "/year", "/a", "/y", " per year", " yr-1"];

    public static IamcVariable Of(string variable, string unit)
    {
        var parts = variable.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !parts[0].Equals(Emissions, StringComparison.OrdinalIgnoreCase))
        {
            return Out("import.iamc.left-out.not-emissions");
        }

        var (gas, rest, set) = GasOf(parts[1], parts[2..]);
        if (gas is null)
        {
            return Out("import.iamc.left-out.not-greenhouse");
        }

        var sector = string.Join('|', rest);
        var category = sector.Length == 0 ? "total" : Categories.GetValueOrDefault(sector);
        if (category is null)
        {
            return Out("import.iamc.left-out.sector");
        }

        var read = Units.Unit.Read(Yearless(unit), set).Unit;
        if (read is null || !PlanFolder.Reading.PlanUnits.IsEmission(read))
        {
            return Out("import.iamc.left-out.unit");
        }

        var isOwnMass = read.Dimension.TryGetGasMass(out var mass);
        var fits = isOwnMass ? gas == mass!.Id : read.Dimension.IsCO2eMass(out _);
        return fits
            ? new IamcVariable(category, isOwnMass || gas == "CO2e" ? null : gas, read, null)
            : Out("import.iamc.left-out.unit");
    }

    /// <summary>The gas as plans name it and what is left of the path; null for what is no greenhouse gas of an inventory.</summary>
    private static (string? Gas, string[] Below, GwpSet? Set) GasOf(string name, string[] rest)
    {
        if (name.StartsWith("Kyoto Gases", StringComparison.OrdinalIgnoreCase))
        {
            var set = name.IndexOf('(', StringComparison.Ordinal) is var open and > 0
                ? GwpSet.Find(
                    name[(open + 1)..].TrimEnd(')').Replace("GWP100", "100", StringComparison.OrdinalIgnoreCase)
                )
                : null;
            return ("CO2e", rest, set);
        }

        switch (name.ToUpperInvariant())
        {
            case "CO2" or "CH4" or "N2O" or "SF6" or "NF3":
                return (name.ToUpperInvariant(), rest, null);
            case "F-GASES":
                return ("F-gases", rest, null);
            case "HFC" or "PFC" when rest.Length > 0:
                return (Units.Gas.Find(rest[0])?.Id, rest[1..], null);
            case "HFC":
                return ("HFCs", rest, null);
            case "PFC":
                return ("PFCs", rest, null);
            default:
                return (null, rest, null);
        }
    }

    private static string Yearless(string unit)
    {
        var end = Array.Find(YearEnds, e => unit.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        return end is null ? unit : unit[..^end.Length].TrimEnd();
    }

    private static IamcVariable Out(string reason) => new(null, null, null, Message.Of(reason));
}
