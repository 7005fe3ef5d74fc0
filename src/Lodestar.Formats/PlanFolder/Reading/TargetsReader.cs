// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads targets.yaml: goals, their versions, and which of them are accounts of another.</summary>
internal sealed class TargetsReader(YamlFile file, Plan plan, PlanUnits units)
{
    private readonly TargetsVersionReader _versions = new(file, plan, units);
    private readonly Dictionary<string, string> _accounts = new(StringComparer.Ordinal);

    public EquatableList<Target> Read()
    {
        if (PlanYamlReader.Root(file, TargetKeys.Targets) is not { } root)
        {
            return EquatableList<Target>.Empty;
        }

        var ids = Ids(root.Map);
        return new Identified<Target>(file, "targets").Read(root, (item, id) => TargetOf(item, id, ids));
    }

    private Target TargetOf(MapReader item, string id, IReadOnlyCollection<string> ids)
    {
        var versions = new Identified<TargetVersion>(file, "versions").Read(item, _versions.Read);
        if (versions.Count == 0 && item.Has("versions"))
        {
            item.Fault(Faults.NoVersion, "versions");
        }

        ReportOverlaps(versions);
        return new Target(id, versions) { Title = item.Text("title"), AccountOf = AccountOf(item, id, ids) };
    }

    /// <summary>The ids as they stand, so that an account may come before its goal.</summary>
    private static List<string> Ids(YamlMap root) =>
        root["targets"] is YamlList list
            ? [.. list.Items.OfType<YamlMap>().Select(m => m["id"]).OfType<YamlScalar>().Select(s => s.Value)]
            : [];

    private string? AccountOf(MapReader item, string id, IReadOnlyCollection<string> ids)
    {
        if (item.Reference("account_of", Faults.UnknownAccount, ids) is not { } of)
        {
            return null;
        }

        for (var at = of; at is not null; at = _accounts.GetValueOrDefault(at))
        {
            if (at == id)
            {
                item.Fault(Faults.AccountOfItself, "account_of");
                return null;
            }
        }

        _accounts[id] = of;
        return of;
    }

    /// <summary>Budgets of one goal follow each other; the same period again is a revision.</summary>
    private void ReportOverlaps(EquatableList<TargetVersion> versions)
    {
        var before = new List<(string Id, CumulativeBudget Budget)>();
        foreach (var version in versions)
        {
            if (version.Budget is not { } budget)
            {
                continue;
            }

            var overlap = before.Find(b =>
                budget.FromYear <= b.Budget.ToYear
                && budget.ToYear >= b.Budget.FromYear
                && (budget.FromYear, budget.ToYear) != (b.Budget.FromYear, b.Budget.ToYear)
            );
            if (overlap.Budget is { } other)
            {
                file.Log.Add(
                    Faults.BudgetOverlap,
                    version.Place,
                    values:
                    [
                        ("from", budget.FromYear),
                        ("to", budget.ToYear),
                        ("other", overlap.Id),
                        ("first", other.FromYear),
                        ("last", other.ToYear),
                    ]
                );
            }

            before.Add((version.Id, budget));
        }
    }
}
