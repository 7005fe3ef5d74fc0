// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Messages;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Components.Warming;

/// <summary>What the warming page says in words.</summary>
internal static class WarmingWords
{
    /// <summary>The limit that the headline's odds are of, °C.</summary>
    public const double Limit = 1.5;

    public static string Background(string id, MessageCatalog texts) => texts.Of($"climate.background.{id}");

    /// <summary>°C with one decimal, as climate reports print them.</summary>
    public static string Degrees(double celsius, MessageCatalog texts) => texts.Numbers.Fixed(celsius, 1);

    /// <summary>
    /// Where the median of the world would peak, or how warm it would end, and the odds of the lower limit; null without
    /// an answer.
    /// </summary>
    public static Message? Sentence(WarmingCase asked, string name, bool isAlliance, MessageCatalog texts)
    {
        if (asked.Warming is not { IfAllFollowed: var followed })
        {
            return null;
        }

        var rises = followed.PeakYear >= followed.LastYear;
        var year = rises ? followed.LastYear : followed.PeakYear;
        var band = followed.In(year);
        return Message.Of(
            rises ? "web.warming.headline.rising" : "web.warming.headline.peak",
            ("lead", Lead(asked.Members, name, isAlliance)),
            ("median", Degrees(band.P50, texts)),
            ("low", Degrees(band.P05, texts)),
            ("high", Degrees(band.P95, texts)),
            ("year", year),
            ("limit", Degrees(Limit, texts)),
            ("until", followed.LastYear),
            ("odds", OddsText.Of(Below(followed, Limit), texts))
        );
    }

    /// <summary>When the cuts begin, and that every gas follows.</summary>
    public static Message From(PlaceWarming warming) =>
        Message.Of("web.warming.from", ("year", warming.Path.Emissions.FirstYear));

    // Nobody speaks for members whose paths are not added up.
    private static Message Lead(WarmingMembers? members, string name, bool isAlliance)
    {
        if (!isAlliance || members is null)
        {
            return Message.Of("web.warming.headline.place", ("name", name));
        }

        var (counted, all) = (members.Counted.Count, members.Count);
        return Message.Of(
            counted * 2 < all ? "web.warming.headline.few" : "web.warming.headline.alliance",
            ("name", name),
            ("counted", counted),
            ("count", all)
        );
    }

    /// <summary>Odds of being at or below a limit in the last year.</summary>
    public static double Below(WarmingOutlook outlook, double limit) =>
        1 - outlook.Odds.First(o => o.Limit.Equals(limit)).In(outlook.LastYear);

    /// <summary>What the place's own path adds, and in a unit that fits.</summary>
    public static Message Caused(Attribution caused, int year, MessageCatalog texts)
    {
        var band = caused.WithAndWithout[year - caused.FirstYear];
        var unit = SmallDegrees.For(band.P50);
        var id =
            band.P50 == 0 ? "web.warming.caused.none"
            : band.P50 < 0 ? "web.warming.caused.less"
            : "web.warming.caused.more";
        var sign = band.P50 < 0 ? -1 : 1;
        return Message.Of(
            id,
            ("from", caused.FirstYear),
            ("year", year),
            ("amount", unit.Number(sign * band.P50, texts)),
            ("low", unit.Number(sign < 0 ? -band.P95 : band.P05, texts)),
            ("high", unit.Number(sign < 0 ? -band.P05 : band.P95, texts)),
            ("unit", Message.Of(unit.Id))
        );
    }

    /// <summary>A gas or a species of the calibration as people write it.</summary>
    public static string Species(string species, MessageCatalog texts) =>
        species switch
        {
            "CO2" => "CO₂",
            "F-gases" => texts.Of("web.warming.species.fluorinated"),
            _ => Calibration.Shipped.Find(species)?.Kind switch
            {
                SpeciesKind.FossilCarbonDioxide => texts.Of("web.warming.species.fossil"),
                SpeciesKind.LandUseCarbonDioxide => texts.Of("web.warming.species.land"),
                SpeciesKind.Methane => texts.Of("web.warming.species.methane"),
                SpeciesKind.NitrousOxide => texts.Of("web.warming.species.nitrous"),
                _ => species,
            },
        };

    /// <summary>What is not in the path, so that the warming is more than is shown; null when nothing is.</summary>
    public static Message? Uncounted(WarmingCase asked, MessageCatalog texts)
    {
        string[] Named(Func<SpeciesOrigin, bool> wanted) =>
            [.. asked.Warming!.Path.Species.Where(s => wanted(s.Origin)).Select(s => Species(s.Species, texts))];

        if (asked.Warming is null)
        {
            return null;
        }

        var (held, missing) = (Named(o => o != SpeciesOrigin.Missing), Named(o => o == SpeciesOrigin.Missing));
        return missing.Length == 0 || held.Length == 0
            ? null
            : Message.Of("web.warming.uncounted", ("held", held), ("missing", missing));
    }
}
