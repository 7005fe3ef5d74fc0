// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Messages;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Warming;

/// <summary>What the warming page says in words.</summary>
internal static class WarmingWords
{
    /// <summary>The limit that the headline's odds are of, °C.</summary>
    public const double Limit = 1.5;

    public static string Background(string id, MessageCatalog texts) => texts.Of($"climate.background.{id}");

    /// <summary>°C with one decimal, as climate reports print them.</summary>
    public static string Degrees(double celsius, MessageCatalog texts) => texts.Numbers.Fixed(celsius, 1);

    /// <summary>Where the world would peak, or how warm it would end, and the odds of the lower limit.</summary>
    public static Message Headline(WarmingOutlook followed, string name, bool isAlliance, MessageCatalog texts)
    {
        var rises = followed.PeakYear >= followed.LastYear;
        var band = rises ? followed.In(followed.LastYear) : followed.Peak;
        var id = (rises, isAlliance) switch
        {
            (true, true) => "web.warming.headline.rising-alliance",
            (true, false) => "web.warming.headline.rising-place",
            (false, true) => "web.warming.headline.peak-alliance",
            _ => "web.warming.headline.peak-place",
        };
        return Message.Of(
            id,
            ("name", name),
            ("median", Degrees(band.P50, texts)),
            ("low", Degrees(band.P05, texts)),
            ("high", Degrees(band.P95, texts)),
            ("year", rises ? followed.LastYear : followed.PeakYear),
            ("limit", Degrees(Limit, texts)),
            ("until", followed.LastYear),
            ("odds", OddsText.Of(Below(followed, Limit), texts))
        );
    }

    /// <summary>The headline; null without an answer.</summary>
    public static Message? Sentence(WarmingCase asked, string name, bool isAlliance, MessageCatalog texts) =>
        asked.Warming is { } warming ? Headline(warming.IfAllFollowed, name, isAlliance, texts) : null;

    /// <summary>Odds of being at or below a limit in the last year.</summary>
    public static double Below(WarmingOutlook outlook, double limit) =>
        1 - outlook.Odds.First(o => o.Limit.Equals(limit)).In(outlook.LastYear);

    /// <summary>What the place's own path adds, and how small a part of a degree that is.</summary>
    public static Message Caused(Attribution caused, int year, MessageCatalog texts)
    {
        var band = caused.WithAndWithout[year - caused.FirstYear];
        var unit = SmallDegrees.For(band.P50);
        var id = (band.P50 < 0, SmallDegrees.PartsOfADegree(band.P50)) switch
        {
            _ when band.P50 == 0 => "web.warming.caused.none",
            (true, null) => "web.warming.caused.less",
            (true, _) => "web.warming.caused.less-parts",
            (false, null) => "web.warming.caused.more",
            _ => "web.warming.caused.more-parts",
        };
        var sign = band.P50 < 0 ? -1 : 1;
        return Message.Of(
            id,
            ("from", caused.FirstYear),
            ("year", year),
            ("amount", unit.Number(sign * band.P50, texts)),
            ("low", unit.Number(sign < 0 ? -band.P95 : band.P05, texts)),
            ("high", unit.Number(sign < 0 ? -band.P05 : band.P95, texts)),
            ("unit", Message.Of(unit.Id)),
            ("parts", texts.Numbers.Number(SmallDegrees.PartsOfADegree(band.P50) ?? 1))
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

    /// <summary>Unit of a species' emissions without the "a year" that the table's head says: "Gt CO₂".</summary>
    public static string Unit(string species)
    {
        var unit = Calibration.Shipped.Find(species)?.EmissionUnit ?? "";
        return unit.Replace("/yr", "", StringComparison.Ordinal)
            .Replace("CO2", "CO₂", StringComparison.Ordinal)
            .Replace("CH4", "CH₄", StringComparison.Ordinal)
            .Replace("N2O", "N₂O", StringComparison.Ordinal);
    }

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
