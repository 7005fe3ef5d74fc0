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
        _sectors = sectors is null || sectors.Contains("all") ? null : sectors;
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
            && !_sectors.Any(s => GpcTable.IsWithin(category, s) || GpcTable.IsWithin(s, category))
        )
        {
            return false;
        }

        if (_gases is not null && row.Series.Unit.Dimension.TryGetGasMass(out var gas) && !_gases.Contains(gas.Id))
        {
            return false;
        }

        return _scopes is null
            || row.Category is null
            || GpcTable.Find(row.Category) is not { } reference
            || _scopes.Contains(reference.Scope);
    }
}
