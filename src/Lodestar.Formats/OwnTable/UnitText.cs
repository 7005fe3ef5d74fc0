// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Lodestar.Formats.OwnTable;

/// <summary>Finds the unit of emissions in whatever words a table uses, and writes it as plan files do: "kt CO2e".</summary>
internal static partial class UnitText
{
    /// <summary>Mass and gas; either may be null when the text does not say.</summary>
    public static (string? Mass, string? Gas) Find(string text)
    {
        var plain = text.Replace('₂', '2').Replace('₄', '4').Replace('\u00A0', ' ').Replace('_', ' ');
        var gas = GasOf(plain);
        // The gas itself is taken out, so that the t of "tCO2" stands free and the "2" of CO2 is no number.
        var rest = AnyGas().Replace(plain, " § ");
        return (MassOf(rest), gas);
    }

    /// <summary>The whole unit, or null when mass or gas is missing.</summary>
    public static string? Whole(string text) => Find(text) is ({ } mass, { } gas) ? $"{mass} {gas}" : null;

    /// <summary>True when the text is a unit and nothing else: a cell of a unit row or column.</summary>
    public static bool IsOnlyUnit(string text)
    {
        if (text.Length is 0 or > 60 || Find(text).Mass is null)
        {
            return false;
        }

        var rest = AnyGas().Replace(text.Replace('₂', '2').Replace('₄', '4'), " ");
        rest = Filler().Replace(Masses().Replace(rest, " "), " ");
        return rest.All(c => !char.IsLetterOrDigit(c));
    }

    /// <summary>"Homes (kt CO2e)" → "Homes": a name without the unit that stands in brackets or at its end.</summary>
    public static string WithoutUnit(string label)
    {
        var text = Brackets()
            .Replace(
                label,
                m => IsOnlyUnit(m.Groups["inside"].Value) || IsOnlyGas(m.Groups["inside"].Value) ? " " : m.Value
            );
        text = IsOnlyUnit(text) || IsOnlyGas(text) ? "" : text;
        return Spaces().Replace(text, " ").Trim(' ', ',', ':');
    }

    /// <summary>True for "MT CO2e": what American tables write for metric tons, and others for megatonnes.</summary>
    public static bool IsMetricTons(string text) =>
        MetricTons().IsMatch(AnyGas().Replace(text.Replace('₂', '2').Replace('₄', '4'), " § "));

    private static bool IsOnlyGas(string text) =>
        text.Length is > 0 and <= 20
        && GasOf(text.Replace('₂', '2').Replace('₄', '4')) is not null
        && AnyGas().Replace(text.Replace('₂', '2').Replace('₄', '4'), " ").All(c => !char.IsLetterOrDigit(c));

    public static bool IsPerPerson(string text) => PerPerson().IsMatch(text);

    /// <summary>True when the words speak of greenhouse gases as a whole, which are added up as CO2e.</summary>
    public static bool SpeaksOfGreenhouseGases(string text) => Greenhouse().IsMatch(text);

    public static bool SpellsTonnes(string text) => Tonnes().IsMatch(text);

    public static bool IsPercent(string text) => text.Contains('%') || PercentWord().IsMatch(text);

    private static string? GasOf(string text)
    {
        var equivalent = Equivalent().IsMatch(text);
        if (Co2().IsMatch(text))
        {
            return equivalent ? "CO2e" : "CO2";
        }

        return Ch4().IsMatch(text) ? "CH4"
            : N2o().IsMatch(text) ? "N2O"
            : null;
    }

    private static string? MassOf(string text)
    {
        if (Masses().Match(text) is not { Success: true } match)
        {
            return null;
        }

        return match.Groups["Mt"].Success ? (match.Value is "MT" or "mt" ? "t" : "Mt")
            : match.Groups["kt"].Success ? "kt"
            : match.Groups["kg"].Success ? "kg"
            : "t";
    }

    [GeneratedRegex(
        @"CO\s?2\s*[-(]?\s*(e|eq|éq|ekv|äq|aeq|äquiv\w*|equiv\w*|équiv\w*|ekviv\w*)\b|CO2e|(equivalent|éq\.?|équivalents?|eq\.?)\s*(de\s*)?CO\s?2",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Equivalent();

    [GeneratedRegex(
        @"CO\s?2|carbon dioxide|Kohlendioxid|koldioxid|dióxido de carbono|dioxyde de carbone",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Co2();

    [GeneratedRegex(
        @"\b(GHG|THG|GES|GEI)\b|greenhouse|treibhaus|gaz à effet de serre|växthus|efecto invernadero",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Greenhouse();

    [GeneratedRegex(@"[(\[](?<inside>[^()\[\]]*)[)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(tonn?e?s|tonne|Tonnen|toneladas)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tonnes();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(MT|mt)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MetricTons();

    [GeneratedRegex(@"CH4|methane|Methan\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ch4();

    [GeneratedRegex(@"N2O|nitrous oxide|Lachgas", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex N2o();

    [GeneratedRegex(
        @"(éq\.?|eq\.?|équivalents?|equivalent)?\s*(de\s*)?CO\s?2(\s*[-(]?\s*(equivalents?|equiv\w*\.?|équivalents?|äquivalente?n?|ekvivalenter?|äquiv\.?|eq\.?|éq\.?|ekv\.?|äq\.?|aeq\.?|e\b))?\)?|CH4|N2O",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AnyGas();

    [GeneratedRegex(
        @"(?<Mt>\bMt\b|\bmillions? (of )?(metric )?(tonnes|tons)\b|\bMio\.? ?(t\b|tonnen)|\bmegatonn?e?s?\b|\bmiljoner ton\b|\bmillones de toneladas\b|\bmillions de tonnes\b|\bTg\b|\bMMT\b)|(?<kt>\bkt\b|\bkilotonn?e?s?n?\b|\bGg\b|\b1[ .,]?000 ?(t\b|tonnes|tonnen|ton\b)|\bthousands? (of )?(metric )?(tonnes|tons)\b|\b000s? (t\b|tonnes)|\bTsd\.? ?(t\b|tonnen)|\btausend (t\b|tonnen)|\btusen ton\b|\bmilliers de tonnes\b|\bmiles de toneladas\b)|(?<kg>\bkg\b|\bkilograms?\b)|(?<t>\bt\b|\b(metric )?tonnes?\b|\b(metric )?tons?\b|\bTonnen?\b|\btoneladas?\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Masses();

    [GeneratedRegex(
        @"/ ?(yr|year|a)\b|\b(per year|pro Jahr|par an|per år|por año|per annum|of|in|unit|einheit|de)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Filler();

    [GeneratedRegex(
        @"\bper[ -](capita|person|head|inhabitant|resident)|/ ?(cap(ita)?|person|inhabitant|head|Einwohner|EW|hab)\b|\bpro[ -](Kopf|Einwohner)|\b(je|pro) Einwohner|\bpar (habitant|tête|personne)|\bper (invånare|capita)|\bpor (habitante|persona)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PerPerson();

    [GeneratedRegex(
        @"\b(percent(age)?|per cent|prozent|pourcent(age)?|procent|porcentaje|share of|anteil|part de|andel|cuota|change (since|from|on|vs)|veränderung|évolution|förändring|variación|index)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PercentWord();
}
