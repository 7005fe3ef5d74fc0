// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanMerging;

/// <summary>
/// Gives what comes in ids under which the same id means the same thing on both sides: an id that another publisher's
/// item has already gets a number behind it, and the number is found again the next time.
/// </summary>
internal sealed partial class MergeIds(Plan existing, Plan fresh, IReadOnlyCollection<string> paths)
{
    private readonly Dictionary<string, string> _sources = Map(
        existing.Sources.Select(s => (s.Id, Of(s))),
        fresh.Sources.Select(s => (s.Id, Of(s)))
    );

    private readonly Dictionary<string, string> _inventories = Map(
        existing.Inventories.Select(i => (i.Id, Of(existing, i))),
        fresh.Inventories.Select(i => (i.Id, Of(fresh, i)))
    );

    private readonly Dictionary<string, string> _projections = Map(
        existing.Projections.Select(p => (p.Id, Of(existing, p))),
        fresh.Projections.Select(p => (p.Id, Of(fresh, p)))
    );

    private readonly Dictionary<string, string> _targets = Map(
        existing.Targets.Select(t => (t.Id, Of(existing, t))),
        fresh.Targets.Select(t => (t.Id, Of(fresh, t)))
    );

    private readonly Dictionary<string, string> _measures = Map(
        existing.Measures.Select(m => (m.Id, Edition.Of(existing.FindSource(m.Source)))),
        fresh.Measures.Select(m => (m.Id, Edition.Of(fresh.FindSource(m.Source))))
    );

    /// <summary>Old and new id of what had to be renamed.</summary>
    public IEnumerable<(string From, string To)> Renamed =>
        new[] { _sources, _inventories, _projections, _targets, _measures }
            .SelectMany(m => m)
            .Where(m => m.Key != m.Value)
            .Select(m => (m.Key, m.Value));

    public static Edition Of(Source source) =>
        Edition.Of(source) with
        {
            // A document that names no publisher is known by its title.
            Publisher = source.Publisher ?? source.Title,
        };

    public static Edition Of(Plan plan, InventoryRecord inventory)
    {
        var source = Edition.Of(plan.FindSource(inventory.Source));
        return source with
        {
            Publisher = inventory.Publisher ?? source.Publisher,
            Published = inventory.Published ?? source.Published,
        };
    }

    public static Edition Of(Plan plan, ProjectionRecord projection)
    {
        var source = Edition.Of(plan.FindSource(projection.Source));
        return source with
        {
            Publisher = projection.Publisher ?? source.Publisher,
            Published = projection.Published ?? source.Published,
        };
    }

    public static Edition Of(Plan plan, Target target) =>
        Edition.Of(plan.FindSource(target.Versions.LastOrDefault(v => v.Source is not null)?.Source));

    /// <summary>The fresh plan under ids and paths that fit the existing one.</summary>
    public Plan Apply()
    {
        var taken = paths.ToHashSet(StringComparer.Ordinal);
        var plan = fresh with
        {
            Sources = fresh.Sources.Select(s => s with { Id = _sources[s.Id] }).ToEquatableList(),
            Inventories = fresh
                .Inventories.Select(i =>
                {
                    var id = _inventories[i.Id];
                    return i with
                    {
                        Id = id,
                        File =
                            existing.Inventories.FirstOrDefault(e => e.Id == id)?.File
                            ?? PathFor("inventory", id, taken),
                        Source = Source(i.Source),
                        Rows = i.Rows.Select(r => r with { Series = Resourced(r.Series) }).ToEquatableList(),
                    };
                })
                .ToEquatableList(),
            Projections = fresh
                .Projections.Select(p =>
                {
                    var id = _projections[p.Id];
                    return p with
                    {
                        Id = id,
                        File =
                            existing.Projections.FirstOrDefault(e => e.Id == id)?.File
                            ?? PathFor("projections", id, taken),
                        Source = Source(p.Source),
                        Rows = p.Rows.Select(r => r with { Series = Resourced(r.Series) }).ToEquatableList(),
                    };
                })
                .ToEquatableList(),
            Measures = fresh
                .Measures.Select(m =>
                    m with
                    {
                        Id = _measures[m.Id],
                        Source = Source(m.Source),
                        Effect = m.Effect is { } effect ? Resourced(effect) : null,
                    }
                )
                .ToEquatableList(),
            Targets = fresh.Targets.Select(Renewed).ToEquatableList(),
            Population = fresh.Population is { } people ? Resourced(people) : null,
            Gdp = fresh.Gdp is { } gdp ? Resourced(gdp) : null,
        };
        return plan;
    }

    private Target Renewed(Target target)
    {
        var id = _targets[target.Id];
        return target with
        {
            Id = id,
            AccountOf = target.AccountOf is { } other
                ? _targets.GetValueOrDefault(other, other)
                : FirstAccountOf(target, id),
            Versions = target
                .Versions.Select(v =>
                    v with
                    {
                        Source = Source(v.Source),
                        Inventory = v.Inventory is { } read ? _inventories.GetValueOrDefault(read, read) : null,
                        Milestones = v.Milestones.Select(m => m with { Source = Source(m.Source) }).ToEquatableList(),
                    }
                )
                .ToEquatableList(),
        };
    }

    /// <summary>
    /// The goal that another source has told of first: the one under the id that was wanted, or the net-zero year of
    /// another publisher.
    /// </summary>
    private string? FirstAccountOf(Target target, string id)
    {
        if (existing.Targets.FirstOrDefault(t => t.Id == id) is { } same)
        {
            return same.AccountOf;
        }

        var first = existing.Targets.FirstOrDefault(t => t.Id == target.Id);
        if (first is null && AimsAtZero(target))
        {
            var edition = Of(fresh, target);
            first = existing.Targets.FirstOrDefault(t =>
                AimsAtZero(t) && t.AccountOf is null && !Of(existing, t).IsFromPublisherOf(edition)
            );
        }

        return first?.AccountOf ?? first?.Id;
    }

    private static bool AimsAtZero(Target target) => target.Versions.Any(v => v.NetZeroYear is not null);

    private string? Source(string? id) => id is null ? null : _sources.GetValueOrDefault(id, id);

    private YearSeries Resourced(YearSeries series) =>
        new(
            series.Unit,
            series.Cells.Select(c => c with { Provenance = c.Provenance with { Source = Source(c.Provenance.Source) } })
        );

    private static string PathFor(string folder, string id, HashSet<string> taken)
    {
        var path =
            $"{folder}/{PlanIds.Unique(id, taken.Select(Path.GetFileNameWithoutExtension).OfType<string>())}.csv";
        taken.Add(path);
        return path;
    }

    private static Dictionary<string, string> Map(
        IEnumerable<(string Id, Edition Edition)> existing,
        IEnumerable<(string Id, Edition Edition)> fresh
    )
    {
        var known = existing.ToList();
        var incoming = fresh.ToList();
        var taken = known.Select(k => k.Id).Concat(incoming.Select(i => i.Id)).ToHashSet(StringComparer.Ordinal);
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, edition) in incoming)
        {
            var same = known
                .Where(k => (k.Id == id || IsNumbered(k.Id, id)) && k.Edition.IsFromPublisherOf(edition))
                .Select(k => k.Id)
                .FirstOrDefault(k => !map.ContainsValue(k));
            map[id] = same ?? (known.Exists(k => k.Id == id) ? PlanIds.Unique(id, taken) : id);
            taken.Add(map[id]);
        }

        return map;
    }

    private static bool IsNumbered(string id, string stem) =>
        Numbered().Match(id) is { Success: true } match && match.Groups[1].Value == stem;

    [GeneratedRegex(@"^(.+)-\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
