// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Inventory;

/// <summary>The part of an inventory that a target covers. What the target does not state limits nothing.</summary>
public sealed record Coverage
{
    private readonly IReadOnlyCollection<string>? _sectors;
    private readonly IReadOnlyCollection<string>? _gases;
    private readonly IReadOnlyCollection<int>? _scopes;

    private Coverage(
        IReadOnlyCollection<string>? sectors,
        IReadOnlyCollection<string>? gases,
        IReadOnlyCollection<int>? scopes
    )
    {
        // Every sector of the GPC is everything, in whatever scheme the inventory is.
        var isAll = sectors is null || sectors.Contains("all") || GpcTable.Sectors.All(sectors.Contains);
        _sectors = isAll ? null : sectors;
        _gases = gases;
        _scopes = scopes;
    }

    public static Coverage All { get; } = new(null, null, null);

    public static Coverage Of(TargetScope scope) => new(scope.Sectors, scope.Gases, scope.Scopes);

    /// <summary>
    /// True unless the target leaves the row's sector, gas or scope out. A row that is coarser, or whose gas, scope or
    /// category is not known, cannot be split and counts as covered.
    /// </summary>
    public bool Covers(InventoryRow row)
    {
        if (
            _sectors is not null
            && row.Category is { } category and not "total"
            && !_sectors.Any(s => Categories.IsWithin(category, s) || Categories.IsWithin(s, category))
        )
        {
            return false;
        }

        if (_gases is not null && row.GasOf is { } gas && !_gases.Any(g => IsOf(gas, g)))
        {
            return false;
        }

        return _scopes is null
            || row.Category is null
            || GpcTable.Find(row.Category) is not { } reference
            || _scopes.Contains(reference.Scope);
    }

    /// <summary>True when a gas is meant by a name that may be a family: HFC-134a by "HFCs" and by "F-gases"; all by "CO2e".</summary>
    private static bool IsOf(string gas, string name) =>
        gas == name
        || name switch
        {
            "CO2e" => true,
            "F-gases" => gas is not ("CO2" or "CH4" or "N2O"),
            // A row of all fluorinated gases cannot be split, so naming one family covers it.
            "HFC" or "HFCs" => gas.StartsWith("HFC", StringComparison.Ordinal) || gas == "F-gases",
            "PFC" or "PFCs" => gas.StartsWith("PFC", StringComparison.Ordinal) || gas == "F-gases",
            _ => false,
        };
}
