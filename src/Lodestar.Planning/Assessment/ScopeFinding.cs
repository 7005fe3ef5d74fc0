// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// What the target covers: the share of base-year emissions, and whether gases, sectors, scopes, international
/// transport and credits are stated.
/// </summary>
internal static class ScopeFinding
{
    private static readonly Unit Percent = Unit.Parse("%");

    public static Finding Of(AssessmentContext context)
    {
        if (context.Version is not { } version || context.Totals is not { } totals || context.Levels is not { } levels)
        {
            return NotStatedFinding.Of(FindingTable.Of("scope"), context.Plan);
        }

        var year = levels.BaseYear is { } b && totals.ComparableAmount(b) is not null ? b : totals.LastYear!.Value;
        var whole = totals[year].Amount!.Value;
        var covered = levels.Covered[year].Amount ?? 0;
        var share = whole > 0 ? covered / whole : 0;
        var parts = Parts(version.Scope).ToList();
        var stated = parts.Where(p => p.IsStated).Select(p => (object)Message.Of($"scope.{p.Name}")).ToEquatableList();
        var open = parts.Where(p => !p.IsStated).Select(p => (object)Message.Of($"scope.{p.Name}")).ToEquatableList();
        var (met, unmet) = (context.Rules["scope.met"], context.Rules["scope.unmet"]);
        var sectorsStated = version.Scope.Sectors is not null;
        var verdict = (sectorsStated, share, open.Count) switch
        {
            (false, _, _) when stated.Count == 0 => Verdict.NotStated,
            (true, var s, _) when s < unmet => Verdict.Unmet,
            (true, var s, 0) when s >= met => Verdict.Met,
            _ => Verdict.Partly,
        };
        return new Finding(
            "scope",
            verdict,
            Sentence(
                sectorsStated,
                share,
                year,
                open.Where(o => sectorsStated || o is not Message { Id: "scope.sectors" }).ToEquatableList()
            ),
            Rule(met, unmet)
        )
        {
            Number = sectorsStated ? new Quantity(share * 100, Percent) : null,
            Threshold = sectorsStated ? new Quantity(met * 100, Percent) : null,
            Years = EquatableList.Of(year),
            Sectors = version.Scope.Sectors ?? EquatableList<string>.Empty,
            Inputs = parts
                .Select(p => context.TargetInput($"scope.{p.Name}", p.Value))
                .Append(
                    new FindingInput(
                        Message.Of("input.inventory", ("year", year)),
                        new Quantity(whole, totals.Unit),
                        new Place(context.Inventory!.File),
                        context.Inventory.Source
                    )
                )
                .ToEquatableList(),
            Working = EquatableList.Of(
                new WorkingStep(
                    Message.Of("working.covered", ("year", year)),
                    null,
                    new Quantity(covered, totals.Unit)
                ),
                new WorkingStep(Message.Of("working.whole", ("year", year)), null, new Quantity(whole, totals.Unit)),
                new WorkingStep(
                    Message.Of("working.share"),
                    Message.Of(
                        "formula.ratio",
                        ("part", new Quantity(covered, totals.Unit)),
                        ("whole", new Quantity(whole, totals.Unit))
                    ),
                    new Share(share),
                    sectorsStated ? null : Message.Of("working.sectors-not-stated")
                )
            ),
        };
    }

    private static Message Sentence(bool sectorsStated, double share, int year, EquatableList<object> open)
    {
        var covers = sectorsStated
            ? Message.Of("finding.scope.covers", ("share", new Share(share)), ("year", year))
            : Message.Of("finding.scope.sectors-open");
        return open.Count == 0
            ? Message.Of("finding.scope.complete", ("covers", covers))
            : Message.Of("finding.scope.open", ("covers", covers), ("open", open));
    }

    private static Message Rule(double met, double unmet) =>
        Message.Of("finding.scope.rule", ("met", new Share(met)), ("unmet", new Share(unmet)));

    private static IEnumerable<(string Name, bool IsStated, object Value)> Parts(TargetScope scope)
    {
        var none = Message.Of("not-stated");
        yield return (
            "sectors",
            scope.Sectors is not null,
            scope.Sectors is null ? none : scope.Sectors.Select(Categories.Name).ToEquatableList()
        );
        yield return ("gases", scope.Gases is not null, scope.Gases is null ? none : scope.Gases);
        yield return ("scopes", scope.Scopes is not null, scope.Scopes is null ? none : scope.Scopes);
        yield return (
            "international-transport",
            scope.InternationalTransport != Stated.NotStated,
            Answer(scope.InternationalTransport)
        );
        yield return ("credits", scope.Credits != Stated.NotStated, Answer(scope.Credits));
    }

    internal static Message Answer(Stated stated) =>
        Message.Of(
            stated switch
            {
                Stated.Yes => "stated.yes",
                Stated.Partly => "stated.partly",
                Stated.No => "stated.no",
                _ => "not-stated",
            }
        );
}
