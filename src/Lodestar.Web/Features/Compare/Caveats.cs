// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Compare;

/// <summary>What stands between figures that look alike, worked out from the plans' own statements.</summary>
internal static class Caveats
{
    private const string NotStated = "web.not-stated";

    public static IReadOnlyList<Message> Of(Comparison comparison, MessageCatalog texts)
    {
        PlannedPlace[] places = [.. comparison.Places.Select(p => p.Place)];
        if (places.Length < 2)
        {
            return [];
        }

        return
        [
            .. Differing("web.compare.caveat.boundary", places, p => p.Boundary is null ? null : BoundaryOf(p), texts),
            .. Differing(
                "web.compare.caveat.gases",
                places,
                p => p.Gas is null ? null : PlaceFigures.Gas(p.Gas),
                texts
            ),
            .. Differing(
                "web.compare.caveat.gwp",
                [.. places.Where(p => p.Plan.GwpSet is not null)],
                p => p.GwpSet,
                texts
            ),
            .. Differing("web.compare.caveat.years", places, p => p.InventoryYear, texts),
            .. Differing("web.compare.caveat.publishers", places, p => p.Publisher, texts),
            .. Kinds(places, texts),
            .. Inside(places, texts),
            .. NotDrawn(comparison, texts),
        ];
    }

    private static Message BoundaryOf(PlanSummary plan) =>
        Message.Of($"web.boundary.{Components.KeyFigures.BoundaryName(plan.Boundary!.Value)}");

    /// <summary>Who says what, where they do not all say the same.</summary>
    private static IEnumerable<Message> Differing(
        string id,
        PlannedPlace[] places,
        Func<PlanSummary, object?> of,
        MessageCatalog texts
    )
    {
        var groups = places.GroupBy(p => of(p.Plan) ?? Message.Of(NotStated)).ToArray();
        if (groups.Length > 1)
        {
            yield return Message.Of(
                id,
                (
                    "groups",
                    groups
                        .Select(g =>
                            Message.Of(
                                "web.compare.caveat.group",
                                ("what", g.Key),
                                ("places", g.Select(p => p.In(texts)).ToArray())
                            )
                        )
                        .ToArray()
                )
            );
        }
    }

    private static IEnumerable<Message> Kinds(PlannedPlace[] places, MessageCatalog texts)
    {
        string[] Of(bool countries) =>
            [
                .. places
                    .Where(p => p.Plan.Kind is not null && p.Plan.Kind == "country" == countries)
                    .Select(p => p.In(texts)),
            ];
        var (countries, others) = (Of(true), Of(false));
        if (countries.Length > 0 && others.Length > 0)
        {
            yield return Message.Of("web.compare.caveat.kinds", ("countries", countries), ("others", others));
        }
    }

    private static IEnumerable<Message> Inside(PlannedPlace[] places, MessageCatalog texts) =>
        from whole in places
        let parts = places.Where(p => p != whole && LiesIn(p, whole)).Select(p => p.In(texts)).ToArray()
        where parts.Length > 0
        select Message.Of("web.compare.caveat.inside", ("whole", whole.In(texts)), ("parts", parts));

    private static bool LiesIn(PlannedPlace part, PlannedPlace whole) =>
        (
            whole.Plan is { Kind: "country", Alpha2: { } country }
            && part.Plan.Kind != "country"
            && part.Plan.Alpha2 == country
        ) || part.Plan.Parents.Any(p => p.ToYear is null && p.Code == whole.Plan.PlanId);

    private static IEnumerable<Message> NotDrawn(Comparison comparison, MessageCatalog texts)
    {
        var missing = comparison.Places.Where(p => p.Values.Count == 0).Select(p => p.Place).ToArray();
        string[] none = [.. missing.Where(p => p.Plan.Tonnes is null).Select(p => p.In(texts))];
        string[] some = [.. missing.Where(p => p.Plan.Tonnes is not null).Select(p => p.In(texts))];
        if (none.Length > 0)
        {
            yield return Message.Of("web.compare.caveat.no-inventory", ("places", none));
        }

        if (some.Length > 0 && comparison.Measure == ComparisonMeasure.Person)
        {
            yield return Message.Of("web.compare.caveat.no-population", ("places", some));
        }

        if (some.Length > 0 && comparison is { Measure: ComparisonMeasure.Index, Year: { } year })
        {
            yield return Message.Of("web.compare.caveat.no-year", ("places", some), ("year", year));
        }

        if (
            comparison.Measure == ComparisonMeasure.Person
            && comparison.Places.Any(p => p.Place.Plan.Milestones.Any(m => m.Tonnes != 0))
        )
        {
            yield return Message.Of("web.compare.caveat.goals-per-person");
        }
    }
}
