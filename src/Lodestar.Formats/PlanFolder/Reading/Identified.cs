// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads a list whose items carry ids: one that is missing or taken is reported, and the item gets another.</summary>
internal sealed class Identified<T>(YamlFile file, string key)
    where T : class
{
    public EquatableList<T> Read(MapReader owner, Func<MapReader, string, T?> make)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<T>();
        foreach (var item in owner.Items(key))
        {
            var id = item.Id("id");
            if (id is not null && taken.Contains(id))
            {
                file.Fault(Faults.IdTwice, item.Map["id"]!, null, ("list", key));
                id = $"{id}-{items.Count + 1}";
            }

            id = PlanIds.Unique(id ?? $"{key}-{items.Count + 1}", taken);
            taken.Add(id);
            if (make(item, id) is { } made)
            {
                items.Add(made);
            }
        }

        return new EquatableList<T>(items);
    }
}
