// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Units;

namespace Lodestar.Formats.CountryTables;

/// <summary>A row's unit and gas. The gas is null for the sum of several.</summary>
internal sealed record CountryUnit(Unit Unit, string? Gas)
{
    /// <summary>True for CO2e of all gases together.</summary>
    public bool IsAggregate => Gas is null && Unit.Dimension.IsCO2eMass(out _);

    /// <summary>What rows of one gas are gathered by.</summary>
    public string Key => Unit.Dimension.TryGetGasMass(out var gas) ? gas.Id : Gas ?? "";
}

/// <summary>Puts unit and gas together from the row, its column and the table's titles.</summary>
internal sealed class CountryUnits
{
    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["hfcs"] = "HFCs",
        ["hfc"] = "HFCs",
        ["pfcs"] = "PFCs",
        ["pfc"] = "PFCs",
        ["f gases"] = "F-gases",
        ["fgases"] = "F-gases",
        ["fluorinated gases"] = "F-gases",
        ["unspecified mix of hfcs and pfcs"] = "F-gases",
    };

    private static readonly string[] Aggregates =
    [
        "ghg",
        "ghgs",
        "total ghg",
        "total ghgs",
        "all gases",
        "all ghg",
        "greenhouse gases",
        "total",
        "total gases",
        "co2e",
        "co2 eq",
        "co2 equivalent",
        "kyotoghg",
        "kyoto gases",
        "aggregate",
        "aggregate ghg",
        "aggregate ghgs",
        "greenhouse gases total",
        "total ghg emissions",
        "all greenhouse gases",
    ];

    private readonly string? _mass;
    private readonly string? _gas;

    public CountryUnits(string? asked, IEnumerable<string> said)
    {
        foreach (var text in asked is null ? said : [asked])
        {
            if (UnitText.IsPerPerson(text))
            {
                continue;
            }

            var (mass, gas) = UnitText.Find(text);
            // A lone "t" in a title is more likely a letter than tonnes.
            _mass ??= mass == "t" && !UnitText.IsOnlyUnit(text) && !UnitText.SpellsTonnes(text) ? null : mass;
            _gas ??= gas;
        }
    }

    /// <summary>Null where mass or gas is stated nowhere, or they do not go together.</summary>
    public CountryUnit? Of(string unitCell, string gasCell)
    {
        var (mass, gas) = UnitText.Find(unitCell);
        mass ??= _mass;
        gas ??= gasCell.Length == 0 || _gas == "CO2e" ? _gas : null;
        if (mass is null)
        {
            return null;
        }

        var folded = NameMatch.Fold(gasCell);
        var isAll =
            gasCell.Length == 0
            || Aggregates.Contains(folded)
            || gasCell.StartsWith("KYOTOGHG", StringComparison.Ordinal);
        var single = Gas.Find(gasCell.Trim())?.Id;
        var family = Families.GetValueOrDefault(folded);
        var unit = gas switch
        {
            "CO2e" => Equivalent(mass, unitCell),
            null when single is not null and not "CO2e" => Unit.Read($"{mass} {single}").Unit,
            null when isAll && gasCell.Length > 0 => Equivalent(mass, unitCell),
            not null => Unit.Read($"{mass} {gas}").Unit,
            _ => null,
        };
        if (unit is null || !PlanUnits.IsEmission(unit) || (!isAll && single is null && family is null))
        {
            return null;
        }

        if (unit.Dimension.TryGetGasMass(out var own))
        {
            return isAll || single == own.Id ? new CountryUnit(unit, null) : null;
        }

        return new CountryUnit(unit, isAll || single == "CO2e" ? null : single ?? family);
    }

    /// <summary>CO2e, of the set that the text names.</summary>
    private static Unit? Equivalent(string mass, string text)
    {
        var set = Array.Find(["AR4", "AR5", "AR6", "SAR"], s => text.Contains(s, StringComparison.OrdinalIgnoreCase));
        return Unit.Read(set is null ? $"{mass} CO2e" : $"{mass} CO2e_{set}").Unit;
    }
}
