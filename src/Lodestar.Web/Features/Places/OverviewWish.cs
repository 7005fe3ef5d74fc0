// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Jurisdictions;
using Microsoft.AspNetCore.WebUtilities;

namespace Lodestar.Web.Features.Places;

/// <summary>
/// What the address of the overview asks for. Every part has a default; what is not one of its choices counts as not
/// asked.
/// </summary>
public sealed record OverviewWish
{
    internal static readonly string[] Views = ["cards", "table"];
    internal static readonly string[] Scales = ["index", "person", "absolute", "own"];
    internal static readonly string[] Sorts = ["name", "emissions", "person", "change", "zero", "verdict"];
    internal static readonly string[] Kinds = ["country", "city", "region", "combined-authority"];
    internal static readonly string[] AllGases = ["CO2", "CO2e"];
    internal static readonly string[] Yes = ["yes", "no"];
    internal static readonly string[] AllVerdicts = [.. Enum.GetValues<Verdict>().Select(Verdicts.Word)];
    internal static readonly string[] Regions =
    [
        .. Countries.All.Select(c => c.Region).Where(r => r.Length > 0).Distinct().Order(StringComparer.Ordinal),
    ];

    public string View { get; init; } = Views[0];
    public string Scale { get; init; } = Scales[0];
    public string Sort { get; init; } = Sorts[0];
    public bool IsDescending { get; init; }
    public string? Kind { get; init; }
    public string? Group { get; init; }
    public string? Region { get; init; }
    public string? Gas { get; init; }
    public string? Target { get; init; }
    public string? Verdict { get; init; }
    public int Page { get; init; } = 1;

    public bool IsFiltered => (Kind ?? Group ?? Region ?? Gas ?? Target ?? Verdict) is not null;

    internal static OverviewWish Of(IQueryCollection query)
    {
        string? One(string name, string[] choices) =>
            Array.Find(choices, c => string.Equals(c, query[name].ToString(), StringComparison.OrdinalIgnoreCase));
        return new OverviewWish
        {
            View = One("view", Views) ?? Views[0],
            Scale = One("scale", Scales) ?? Scales[0],
            Sort = One("sort", Sorts) ?? Sorts[0],
            IsDescending = query["order"] == "desc",
            Kind = One("kind", Kinds),
            Group = One("listed", [.. Groups.Ids]),
            Region = One("region", Regions),
            Gas = One("gas", AllGases),
            Target = One("target", Yes),
            Verdict = One("verdict", AllVerdicts),
            Page = int.TryParse(query["page"], out var page) && page > 1 ? page : 1,
        };
    }

    /// <summary>What differs from the defaults, in a fixed order, so that one view has one address.</summary>
    public string Query
    {
        get
        {
            var parts = new List<KeyValuePair<string, string?>>();
            void Add(string name, string? value, string? usual = null)
            {
                if (value is not null && value != usual)
                {
                    parts.Add(new(name, value));
                }
            }

            Add("view", View, Views[0]);
            Add("scale", Scale, Scales[0]);
            Add("sort", Sort, Sorts[0]);
            Add("order", IsDescending ? "desc" : null);
            Add("kind", Kind);
            Add("listed", Group);
            Add("region", Region);
            Add("gas", Gas);
            Add("target", Target);
            Add("verdict", Verdict);
            Add("page", Page > 1 ? FormattableString.Invariant($"{Page}") : null);
            return QueryHelpers.AddQueryString("", parts);
        }
    }

    public string Address => $"/places{Query}";
}
