// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Places;

/// <summary>Places of the catalogue as sums over places read them, whatever code they are asked for by.</summary>
internal sealed class MemberDirectory
{
    private readonly PlaceCatalog _catalog;

    public MemberDirectory(PlaceCatalog catalog)
    {
        _catalog = catalog;
        Hierarchy = new Hierarchy(code => Find(code) is { } place ? NodeOf(place) : null);
    }

    public Hierarchy Hierarchy { get; }

    public Jurisdiction? Find(string code) => _catalog.Gazetteer.Find(code);

    /// <summary>A place that nothing is known of bears its code as its name.</summary>
    public PlaceFacts Of(string code)
    {
        if (Find(code) is not { } place)
        {
            return new PlaceFacts(new PlaceNode(code, null, EquatableList<Parent>.Empty), new LocalText(code));
        }

        var facts = new PlaceFacts(NodeOf(place), NameOf(place))
        {
            Kind = place.Kind,
            Population = place.Population?.People,
            PopulationYear = place.Population?.Year,
        };
        return place.PlanId is { } plan ? With(facts, _catalog.ByPlan[plan].Plan) : facts;
    }

    public PlanSummary? PlanOf(string code) => Find(code)?.PlanId is { } plan ? _catalog.ByPlan[plan].Plan : null;

    private static PlaceFacts With(PlaceFacts facts, PlanSummary plan) =>
        facts with
        {
            HasPlan = true,
            ScopeOne = plan.ScopeOne,
            // Years after the last comparable one lack something that the others have.
            Stated = Amounts(plan.Years.Where(y => y.Year <= plan.InventoryYear)),
            StatedGas = plan.Gas,
            GwpSet = plan.GwpSet,
            Boundary = plan.Boundary,
            Gases = plan.Gases,
            BaseYear = plan.BaseYear,
            Path = Amounts(plan.Path),
            Milestones = Amounts(plan.Milestones),
            NetZeroYear = plan.NetZeroYear,
        };

    private static EquatableList<YearAmount> Amounts(IEnumerable<YearTonnes> years) =>
        years.Select(y => new YearAmount(y.Year, y.Tonnes)).ToEquatableList();

    private static PlaceNode NodeOf(Jurisdiction place)
    {
        var alpha2 = place.Country?.Alpha2;
        var isCountry =
            place.Kind == JurisdictionKind.Country
            && string.Equals(place.Id, alpha2, StringComparison.OrdinalIgnoreCase);
        return new PlaceNode(isCountry ? alpha2! : place.Id, alpha2, place.Parents);
    }

    private static LocalText NameOf(Jurisdiction place) =>
        new(place.Name, place.Names.Select(n => (n.Language, n.Name)).ToEquatableList());
}
