// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Pathways;
using Microsoft.AspNetCore.WebUtilities;

namespace Lodestar.Web.Components.Warming;

/// <summary>What the address of a warming page asks for: ?background=low&amp;until=2100.</summary>
/// <param name="Background">Id of the world's pathway that everything else follows.</param>
/// <param name="Until">The 1 January at which the run ends.</param>
public sealed record WarmingWish(string Background, int Until)
{
    /// <summary>The horizons on offer: beyond the last one the emulator illustrates and no more.</summary>
    internal static readonly int[] Horizons = [2100, 2150, 2200, 2300];

    internal static WarmingWish Default { get; } = new(WorldPathways.Default.Id, Horizons[0]);

    internal static string Backgrounds => string.Join(", ", WorldPathways.Shipped.Select(p => p.Id));

    /// <summary>What is not given is the usual; null where a value is none on offer.</summary>
    internal static WarmingWish? Find(string? background, string? until)
    {
        var found = string.IsNullOrEmpty(background) ? Default.Background : WorldPathways.Find(background)?.Id;
        var year =
            string.IsNullOrEmpty(until) ? Default.Until
            : int.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read
            : 0;
        return found is null || !Horizons.Contains(year) ? null : new WarmingWish(found, year);
    }

    /// <summary>An address with this wish in it; what is usual is left out.</summary>
    internal string On(string address)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (Background != Default.Background)
        {
            parts.Add(new("background", Background));
        }

        if (Until != Default.Until)
        {
            parts.Add(new("until", Until.ToString(CultureInfo.InvariantCulture)));
        }

        return QueryHelpers.AddQueryString(address, parts);
    }
}
