// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Practices;
using Microsoft.AspNetCore.WebUtilities;

namespace Lodestar.Web.Features.Practices;

/// <summary>A part of an address that says nothing Lodestar knows.</summary>
public sealed record IgnoredValue(string Name, string Value);

/// <summary>What an address asks of the practices, and what of it could not be understood.</summary>
public sealed record PracticeWish(PracticeQuery Query)
{
    private const int LongestText = 200;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public int Page { get; init; } = 1;

    public IReadOnlyList<IgnoredValue> Ignored { get; init; } = [];

    internal static PracticeWish Of(IQueryCollection query, PlaceCatalog catalog, PracticeSearch search)
    {
        var ignored = new List<IgnoredValue>();
        string? Asked(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        int? Year(string name)
        {
            if (Asked(name) is not { } text)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                if (year is >= FirstYear and <= LastYear)
                {
                    return year;
                }
            }

            ignored.Add(new IgnoredValue(name, Short(text)));
            return null;
        }

        var asked = new PracticeQuery
        {
            Text = Asked("q") is { } words ? Short(words) : null,
            From = Year("from"),
            To = Year("to"),
        };
        foreach (var facet in PracticeWords.Facets)
        {
            var name = Name(facet);
            if (Asked(name) is not { } text)
            {
                continue;
            }

            if (Value(facet, text, catalog, search) is { } value)
            {
                asked = asked.With(facet, value);
            }
            else
            {
                ignored.Add(new IgnoredValue(name, Short(text)));
            }
        }

        return new PracticeWish(asked)
        {
            Page = int.TryParse(query["page"], CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1,
            Ignored = ignored,
        };
    }

    public static string Name(PracticeFacet facet) => facet.ToString().ToLowerInvariant();

    /// <summary>The same with another choice of one facet, from the first page.</summary>
    public PracticeWish With(PracticeFacet facet, string? value) =>
        this with
        {
            Query = Query.With(facet, value),
            Page = 1,
        };

    /// <summary>What is asked for, in a fixed order, so that one view has one address.</summary>
    public string QueryString
    {
        get
        {
            var parts = new List<KeyValuePair<string, string?>>();
            void Add(string name, object? value)
            {
                if (value is not null)
                {
                    parts.Add(new(name, Convert.ToString(value, CultureInfo.InvariantCulture)));
                }
            }

            Add("q", Query.Text);
            foreach (var facet in PracticeWords.Facets)
            {
                Add(Name(facet), Query.Of(facet));
            }

            Add("from", Query.From);
            Add("to", Query.To);
            Add("page", Page > 1 ? Page : null);
            return QueryHelpers.AddQueryString("", parts);
        }
    }

    public string Address => $"/practices{QueryString}";

    // A value is written back as the choice it is, whatever its case; a place by any code or name that finds it.
    private static string? Value(PracticeFacet facet, string text, PlaceCatalog catalog, PracticeSearch search) =>
        facet switch
        {
            PracticeFacet.Place when search.Knows(facet, text) => text.ToLowerInvariant(),
            PracticeFacet.Place => catalog.Gazetteer.Find(text)?.Id,
            PracticeFacet.Sector => PracticeWords
                .Sectors.Append(PracticeWords.AcrossSectors)
                .FirstOrDefault(s => s.Equals(text, StringComparison.OrdinalIgnoreCase)),
            _ => search.Knows(facet, text) ? text.ToLowerInvariant() : null,
        };

    private static string Short(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
