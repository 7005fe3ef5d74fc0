// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Formats.Imports;

/// <summary>Hands out ids made from names, each once, without looking through all given ones again.</summary>
internal sealed class UniqueIds
{
    private const int RoomForNumber = 8;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public bool Has(string id) => _taken.Contains(id);

    public string Take(string name)
    {
        var slug = PlanIds.Slug(name);
        if (_taken.Add(slug))
        {
            return slug;
        }

        var stem = slug[..Math.Min(slug.Length, PlanIds.MaxLength - RoomForNumber)].TrimEnd('-');
        var n = _last.GetValueOrDefault(stem, 1);
        string id;
        do
        {
            n++;
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");
        } while (!_taken.Add(id));
        _last[stem] = n;
        return id;
    }
}
