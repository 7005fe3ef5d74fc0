// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Lodestar.Web.Features.Compare;

/// <summary>What the address of a comparison asks for: /compare?places=a,b&amp;measure=index&amp;year=2010.</summary>
public sealed record CompareWish(IReadOnlyList<string> Places, ComparisonMeasure Measure, int? Year)
{
    internal static readonly ComparisonMeasure[] Measures = Enum.GetValues<ComparisonMeasure>();

    /// <summary>Ids in lists or one by one, each once; what is beyond the most is left out.</summary>
    internal static CompareWish Of(IQueryCollection query) =>
        new(
            [
                .. query["places"]
                    .SelectMany(p =>
                        (p ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    )
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Take(Comparison.Most),
            ],
            Array.Find(Measures, m => Word(m) == query["measure"]),
            int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null
        );

    internal static string Word(ComparisonMeasure measure) =>
        measure switch
        {
            ComparisonMeasure.Person => "person",
            ComparisonMeasure.Index => "index",
            _ => "total",
        };

    public string Address => Places.Count == 0 ? "/compare" : $"/compare{Query}";

    /// <summary>The same for the API.</summary>
    public string Query
    {
        get
        {
            var parts = new List<KeyValuePair<string, string?>> { new("places", string.Join(',', Places)) };
            if (Measure != ComparisonMeasure.Total)
            {
                parts.Add(new("measure", Word(Measure)));
            }

            if (Year is { } year && Measure == ComparisonMeasure.Index)
            {
                parts.Add(new("year", year.ToString(CultureInfo.InvariantCulture)));
            }

            return QueryHelpers.AddQueryString("", parts).Replace("%2C", ",", StringComparison.Ordinal);
        }
    }

    internal CompareWish With(string id) => this with { Places = [.. Places, id] };

    internal CompareWish Without(string id) => this with { Places = [.. Places.Where(p => p != id)] };
}
