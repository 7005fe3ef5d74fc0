// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanMerging;

/// <summary>
/// The plans that are there already, to find the one that an import speaks of: by a code that both have, else by kind,
/// country and name. Codes of one scheme that differ are two places, whatever they are called.
/// </summary>
public sealed class PlanShelf
{
    private readonly Dictionary<string, List<string>> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Plan> _plans = new(StringComparer.Ordinal);

    /// <summary>The folder that holds the same place; null when none does, or when nobody can tell which of several.</summary>
    public string? FolderOf(Plan plan)
    {
        var byCode = CodesOf(plan).SelectMany(c => _byCode.GetValueOrDefault(c) ?? []).Distinct().ToList();
        if (byCode.Count > 0)
        {
            return byCode.Count == 1 ? byCode[0] : null;
        }

        var byName = NamesOf(plan)
            .SelectMany(n => _byName.GetValueOrDefault(n) ?? [])
            .Distinct()
            .Where(folder => !Contradict(plan, _plans[folder]))
            .ToList();
        return byName.Count == 1 ? byName[0] : null;
    }

    /// <summary>A folder for a plan that has none yet: its id, else with its country, else with a number.</summary>
    public string FreeFolder(Plan plan)
    {
        if (!_plans.ContainsKey(plan.Id))
        {
            return plan.Id;
        }

        var withCountry = PlanIds.Slug($"{plan.Id} {plan.Country}");
        return PlanIds.Unique(_plans.ContainsKey(withCountry) ? plan.Id : withCountry, _plans.Keys);
    }

    /// <summary>Puts a plan on the shelf, under the name of its folder.</summary>
    public void Put(string folder, Plan plan)
    {
        if (_plans.Remove(folder))
        {
            foreach (var list in _byCode.Values.Concat(_byName.Values))
            {
                list.Remove(folder);
            }
        }

        _plans.Add(folder, plan);
        Enter(_byCode, CodesOf(plan), folder);
        Enter(_byName, NamesOf(plan), folder);
    }

    private static void Enter(Dictionary<string, List<string>> index, IEnumerable<string> words, string folder)
    {
        foreach (var word in words.Distinct())
        {
            if (!index.TryGetValue(word, out var folders))
            {
                folders = [];
                index.Add(word, folders);
            }

            folders.Add(folder);
        }
    }

    private static IEnumerable<string> CodesOf(Plan plan)
    {
        foreach (var (scheme, code) in plan.Codes)
        {
            if (!IsCountryCode(scheme))
            {
                yield return $"{scheme}:{NameMatch.Fold(code)}";
            }
            else if (plan.Kind == JurisdictionKind.Country && Countries.Find(code) is { } country)
            {
                yield return $"country:{country.Alpha2}";
            }
        }

        if (plan.Kind == JurisdictionKind.Country && Countries.Find(plan.Country) is { } own)
        {
            yield return $"country:{own.Alpha2}";
        }
    }

    private static IEnumerable<string> NamesOf(Plan plan) =>
        plan.Names.Values.Append(plan.Name).Select(n => $"{plan.Kind} {plan.Country} {NameMatch.Fold(n)}");

    private static bool Contradict(Plan a, Plan b) =>
        a.Codes.Any(c =>
            !IsCountryCode(c.Key)
            && b.Codes.TryGetValue(c.Key, out var other)
            && NameMatch.Fold(other) != NameMatch.Fold(c.Value)
        )
        || (
            a.Parents.Count > 0
            && b.Parents.Count > 0
            && !a.Parents.Select(p => p.Code).Intersect(b.Parents.Select(p => p.Code)).Any()
        );

    private static bool IsCountryCode(string scheme) => scheme.StartsWith("iso3166-1", StringComparison.Ordinal);
}
