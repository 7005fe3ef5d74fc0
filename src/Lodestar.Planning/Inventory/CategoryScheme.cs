// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Lodestar.Planning.Inventory;

/// <summary>What a category of a national scheme is to the national total.</summary>
public enum CategoryPart
{
    /// <summary>Counted in the total.</summary>
    Part,

    /// <summary>Land use, land-use change and forestry: counted only where the total says "with land use".</summary>
    Land,

    /// <summary>A memo item: international bunkers, carbon dioxide of biomass. Never in the total.</summary>
    Memo,
}

/// <summary>
/// A classification of emissions other than the GPC's: IPCC 2006, the UNFCCC's common reporting tables, EDGAR's eight
/// sectors, or a bare series by gas. The same digits mean different things in the first two, so a category is always
/// written with its scheme: "ipcc2006:3.A", "crt:3.A".
/// </summary>
public sealed class CategoryScheme
{
    private readonly FrozenDictionary<string, (CategoryPart Part, int Rank)> _codes;

    private CategoryScheme(string id, IEnumerable<(string Code, CategoryPart Part)> codes)
    {
        Id = id;
        Codes = [.. codes.Select(c => c.Code)];
        _codes = codes.Select((c, i) => (c.Code, c.Part, i)).ToFrozenDictionary(c => c.Code, c => (c.Part, c.i));
    }

    public static IReadOnlyList<CategoryScheme> All { get; } =
    [
        .. EmbeddedTable
            .Read("Inventory.Tables.schemes.csv")
            .GroupBy(r => r["scheme"])
            .Select(g => new CategoryScheme(
                g.Key,
                g.Select(r => (r["code"], Enum.Parse<CategoryPart>(r["counts"], ignoreCase: true)))
            )),
    ];

    /// <summary>"ipcc2006", "crt", "edgar" or "gas"; what stands before the colon of a category.</summary>
    public string Id { get; }

    /// <summary>Bare codes in the scheme's order.</summary>
    public IReadOnlyList<string> Codes { get; }

    public static CategoryScheme? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>The scheme and bare code of a category with a known scheme; null for GPC codes and for what is none.</summary>
    public static (CategoryScheme Scheme, string Code)? Split(string category)
    {
        var colon = category.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Find(category[..colon]) is { } scheme ? (scheme, category[(colon + 1)..]) : null;
    }

    /// <summary>The category of a bare code: "crt:3.A".</summary>
    public string Category(string code) => $"{Id}:{code}";

    /// <summary>True for a code of the table, and for a finer one below it ("1.A.3.b" below "1.A.3").</summary>
    public bool Has(string code) => Known(code) is not null;

    /// <summary>Throws <see cref="ArgumentException"/> for a code the scheme does not have.</summary>
    public CategoryPart PartOf(string code) => Entry(code).Part;

    /// <summary>The nearest code of the table at or above this one; null when there is none.</summary>
    public string? Known(string code)
    {
        for (var at = code; ; at = at[..at.LastIndexOf('.')])
        {
            if (_codes.ContainsKey(at))
            {
                return at;
            }

            if (!at.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }

    internal int RankOf(string code) => Entry(code).Rank;

    private (CategoryPart Part, int Rank) Entry(string code) =>
        Known(code) is { } known
            ? _codes[known]
            : throw new ArgumentException($"{Id} has no category {code}.", nameof(code));
}
