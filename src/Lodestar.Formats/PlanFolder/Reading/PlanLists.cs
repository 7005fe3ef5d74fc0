// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Lists of words that mean something: gases, sectors, scopes.</summary>
internal static class PlanLists
{
    /// <summary>Families and mixtures that documents name in place of single gases.</summary>
    private static readonly string[] GasGroups = ["CO2e", "HFCs", "PFCs", "HFC", "PFC", "F-gases", "SF6", "NF3"];

    public static IReadOnlyList<string> CommonGases { get; } = [.. GasGroups, "CO2", "CH4", "N2O"];

    /// <summary>True for a gas of the table and for a family that documents name.</summary>
    public static bool IsGas(string name) => GasGroups.Contains(name) || Gas.Find(name) is not null;

    public static EquatableList<string>? Gases(MapReader map, string key)
    {
        if (map.Words(key, ValueForm.Gases) is not { } words)
        {
            return null;
        }

        var gases = new List<string>();
        foreach (var word in words)
        {
            if (!IsGas(word.Value))
            {
                var near = DidYouMean.Find(word.Value, CommonGases);
                map.File.Fault(Faults.UnknownGas, word, near);
            }

            if (!gases.Contains(word.Value))
            {
                gases.Add(word.Value);
            }
        }

        return new EquatableList<string>(gases);
    }

    public static EquatableList<string>? Sectors(MapReader map, string key)
    {
        if (map.IsWord(key, "all"))
        {
            return new EquatableList<string>(PlanCategories.Sectors);
        }

        if (map.Words(key, ValueForm.Sectors) is not { } words)
        {
            return null;
        }

        var sectors = new List<string>();
        foreach (var word in words)
        {
            if (!Planning.Inventory.Categories.IsCategory(word.Value))
            {
                map.File.Fault(Faults.UnknownCategory, word, PlanCategories.Suggest(word.Value));
            }
            else if (!sectors.Contains(word.Value))
            {
                sectors.Add(word.Value);
            }
        }

        return new EquatableList<string>(sectors);
    }

    /// <summary>Categories of any scheme; what is none is reported and left out.</summary>
    public static EquatableList<string>? Categories(MapReader map, string key)
    {
        if (map.Words(key, ValueForm.Categories) is not { } words)
        {
            return null;
        }

        foreach (var word in words.Where(w => !Planning.Inventory.Categories.IsCategory(w.Value)))
        {
            map.File.Fault(Faults.UnknownCategory, word, PlanCategories.Suggest(word.Value));
        }

        return words.Select(w => w.Value).Where(Planning.Inventory.Categories.IsCategory).Distinct().ToEquatableList();
    }

    public static EquatableList<int>? Scopes(MapReader map, string key)
    {
        if (map.Words(key, ValueForm.Scopes) is not { } words)
        {
            return null;
        }

        var scopes = new SortedSet<int>();
        foreach (var word in words)
        {
            if (word.Value is "1" or "2" or "3")
            {
                scopes.Add(word.Value[0] - '0');
            }
            else
            {
                map.File.Fault(Faults.UnknownChoice, word, null, ("choices", "1, 2, 3"));
            }
        }

        return new EquatableList<int>(scopes);
    }
}
