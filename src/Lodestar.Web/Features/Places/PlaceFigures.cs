// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Places;

/// <summary>Figures as lists of places write them.</summary>
internal static class PlaceFigures
{
    private const double BarWidth = 60;
    private const double BarHeight = 10;

    private static readonly (double From, string Unit)[] Steps = [(1e9, "Gt"), (1e6, "Mt"), (1e3, "kt")];

    /// <summary>Tonnes in the unit that keeps the number short: "1.84 Mt CO₂".</summary>
    public static string Mass(MessageCatalog texts, double tonnes, string? gas)
    {
        var (from, unit) = Steps.FirstOrDefault(s => Math.Abs(tonnes) >= s.From);
        var name = Gas(gas);
        return texts.Numbers.Amount(
            from > 0 ? tonnes / from : tonnes,
            $"{unit ?? "t"}{(name.Length > 0 ? " " : "")}{name}"
        );
    }

    /// <summary>"CO₂", "CO₂e"; "" when not known.</summary>
    public static string Gas(string? gas) =>
        gas switch
        {
            "CO2" => "CO₂",
            "CO2e" => "CO₂e",
            _ => gas ?? "",
        };

    /// <summary>A change with its sign: "+12 %", "−38.6 %".</summary>
    public static string Signed(MessageCatalog texts, double change) =>
        (change > 0 ? "+" : "") + texts.Text(new Share(change));

    public static Drawing Bar(double share) =>
        new(BarWidth, BarHeight, [new Shape.Bar(0, 0, Math.Max(1, share * BarWidth), BarHeight, Ink.Sector3, 1)]);

    /// <summary>A region of the world in the reader's language.</summary>
    public static string RegionName(this MessageCatalog texts, string region)
    {
        var id = $"web.region.{Planning.Jurisdictions.Gazetteer.AddressOf(region)}";
        return texts.Has(id) ? texts.Of(id) : region;
    }
}
