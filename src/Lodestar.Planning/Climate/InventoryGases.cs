// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Climate;

/// <summary>The gases of the leading inventory, each with what the target covers of it.</summary>
internal sealed class InventoryGases
{
    private readonly AssessmentContext _context;
    private readonly GasSpecies _species;
    private readonly GasShares _whole;
    private readonly GasShares _part;
    private readonly InventoryTotals _totals;
    private readonly InventoryTotals _covered;
    private readonly double _toTonnes;
    private readonly List<Message> _assumptions = [];

    public InventoryGases(AssessmentContext context, GasSpecies species, GasShares whole, GasShares part)
    {
        (_context, _species, _whole, _part) = (context, species, whole, part);
        (_totals, _covered) = (context.Totals!, context.Levels!.Covered);
        _toTonnes = _totals.Unit.FactorTo(CommonUnit.TonnesOf(_totals.Unit));
        Set = _totals.Unit.Dimension.IsCO2eMass(out var set) && set is not null ? set : context.Plan.GwpSet;
    }

    /// <summary>The metric that the inventory's CO2e is in.</summary>
    public GwpSet Set { get; }

    /// <summary>What <see cref="Lines"/> had to assume.</summary>
    public IReadOnlyList<Message> Assumptions => _assumptions;

    /// <summary>The first gas that no species can stand for; null when there is none.</summary>
    public string? Unknown() => _whole.Shares.Select(s => s.Gas).FirstOrDefault(g => _species.Of(g, Set) is null);

    public List<GasLine> Lines()
    {
        var lines = new List<GasLine>();
        var land = LandUse();
        foreach (var share in _whole.Shares)
        {
            var (species, gas, isStandIn) = _species.Of(share.Gas, Set)!.Value;
            if (isStandIn)
            {
                _assumptions.Add(Message.Of("climate.assumed.stand-in", ("gas", share.Gas), ("species", species)));
            }

            // A tonne of the totals' unit holds this many tonnes of the substance.
            var mass = IsCO2e ? 1 / Potential(gas) : 1;
            var known = Years(_totals, share.Gas);
            var covered = _part.Shares.FirstOrDefault(s => s.Gas == share.Gas)?.Share ?? 0;
            if (species != _species.Fossil || land is null)
            {
                lines.Add(Line(species, gas, known, covered, mass));
                continue;
            }

            var fossil = known.ConvertAll(y => y with { Amount = y.Amount - land[y.Year].Amount.GetValueOrDefault() });
            var grown = known.ConvertAll(y => y with { Amount = land[y.Year].Amount.GetValueOrDefault() });
            var ofLand = CoveredLand();
            lines.Add(Line(species, gas, fossil, covered - ofLand, mass));
            lines.Add(Line(_species.LandUse, gas, grown, ofLand, mass));
            _assumptions.Add(Message.Of("climate.assumed.land"));
        }

        if (PlacePathways.Gases.Where(g => !Has(g)).ToList() is { Count: > 0 } missing)
        {
            _assumptions.Add(
                Message.Of("climate.assumed.missing", ("gases", missing.Select(g => (object)g).ToEquatableList()))
            );
        }

        return lines;
    }

    private bool IsCO2e => _totals.Unit.Dimension.IsCO2eMass(out _);

    /// <param name="covered">The gas's share of what the target covers.</param>
    private GasLine Line(string species, Gas gas, List<YearAmount> known, double covered, double mass)
    {
        var last = _covered[_covered.LastYear!.Value].Amount!.Value * _toTonnes * covered;
        return new GasLine(
            species,
            gas,
            known.ConvertAll(y => y with { Amount = y.Amount * _toTonnes * mass }),
            covered * mass,
            ((known[^1].Amount * _toTonnes) - last) * mass
        );
    }

    /// <summary>Amounts of a gas in the totals' unit, over the years that may be held against each other.</summary>
    private List<YearAmount> Years(InventoryTotals totals, string gas) =>
        [
            .. totals.Comparable.Select(y => new YearAmount(
                y.Year,
                _whole.Shares.Count == 1
                    ? y.Total.Amount!.Value
                    : totals.Gases.First(g => g.Code == gas)[y.Year].Amount.GetValueOrDefault()
            )),
        ];

    /// <summary>CO2 of land use within the total; null where no row tells it apart.</summary>
    private InventoryTotals? LandUse() => LandUse(Coverage.All);

    private InventoryTotals? LandUse(Coverage coverage)
    {
        var inventory = _context.Inventory!;
        var rows = inventory.Rows.Where(r => r.Role != RowRole.Activity && IsLandCO2(r)).ToEquatableList();
        var land = InventoryTotaller.Total(
            _context.Plan,
            inventory with
            {
                Rows = rows,
            },
            inventory.Boundary,
            coverage,
            _totals.Unit
        );
        return rows.Count > 0 && land.LastYear is not null ? land : null;
    }

    /// <summary>Land use's CO2 as a share of all that the target covers.</summary>
    private double CoveredLand()
    {
        var year = _covered.LastYear!.Value;
        var land = LandUse(Coverage.Of(_context.Version!.Scope))?[year].Amount ?? 0;
        return land / _covered[year].Amount!.Value;
    }

    private bool IsLandCO2(InventoryRow row) =>
        row.Category is { } category
        && (row.GasOf ?? (_whole.IsCO2Only ? "CO2" : null)) == "CO2"
        && (
            Categories.IsGpc(category)
                ? Categories.SectorOf(category) == "V"
                : Categories.PartOf(category) == CategoryPart.Land
        );

    private bool Has(string group) =>
        group == "F-gases"
            ? _whole.Shares.Any(s => s.Gas is not ("CO2" or "CH4" or "N2O"))
            : _whole.Shares.Any(s => s.Gas == group);

    private double Potential(Gas gas) =>
        gas.Id == Gas.CO2.Id ? 1 : Set.Gwp(gas) ?? throw new InvalidOperationException($"{Set} lacks {gas}.");
}
