// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads what plan.yaml says of the place itself: names, parents, coordinates.</summary>
internal static partial class PlaceKeysReader
{
    public static IReadOnlyDictionary<string, string> Names(MapReader page)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in page.Pairs("names", ValueForm.Codes))
        {
            if (!IsLanguage(key.Value))
            {
                page.File.Fault(Faults.BadLanguage, key);
            }
            else if (!value.IsNothing)
            {
                names[key.Value] = value.Value;
            }
        }

        return names;
    }

    /// <summary>Codes, each with "always" or the years it held: "1971-", "1971-2010", "-2010"; behind them how much of the place lies there: "40 %", "1975- 40 %".</summary>
    public static EquatableList<Parent> Parents(MapReader page)
    {
        var parents = new List<Parent>();
        foreach (var (key, value) in page.Pairs("parents", ValueForm.Codes))
        {
            var text = value.IsNothing ? "always" : value.Value.Trim();
            var share = 1.0;
            if (text.EndsWith('%'))
            {
                var body = text[..^1].TrimEnd();
                var at = body.AsSpan().LastIndexOfAny(' ', '\t');
                share = ShareOf(page, value, $"{body[(at + 1)..]} %");
                text = at < 0 ? "always" : body[..at].TrimEnd();
            }

            var match = Years().Match(text);
            int? from = Year(match.Groups[1].Value),
                to = Year(match.Groups[2].Value);
            if (!match.Success || from > to)
            {
                page.File.Fault(Faults.BadYears, value);
                (from, to) = (null, null);
            }

            parents.Add(new Parent(key.Value, from, to, share));
        }

        return new EquatableList<Parent>(parents);
    }

    public static Coordinates? Coordinates(MapReader page)
    {
        var text = page.Matching(
            "coordinates",
            ValueForm.Coordinates,
            Faults.BadCoordinates,
            t => Degrees(t) is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }
        );
        return text is null ? null : Degrees(text);
    }

    /// <summary>True for a tag of BCP 47 as plans use them: "fr", "pt-BR".</summary>
    public static bool IsLanguage(string tag) => Language().IsMatch(tag);

    public static string Text(Parent parent)
    {
        var years = parent is { FromYear: null, ToYear: null } ? "" : $"{parent.FromYear}-{parent.ToYear}";
        var share = parent.Share.Equals(1.0) ? "" : PlanNumbers.ShareText(parent.Share);
        return (years, share) switch
        {
            ("", "") => "always",
            ("", _) => share,
            (_, "") => years,
            _ => $"{years} {share}",
        };
    }

    public static string Text(Coordinates at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:R}, {at.Longitude:R}");

    /// <summary>From 0 to 1; what is none is reported and read as the whole place.</summary>
    private static double ShareOf(MapReader page, YamlScalar value, string text)
    {
        if (PlanNumbers.TryReadShare(text, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        page.File.Fault(Faults.BadParentShare, value);
        return 1;
    }

    private static Coordinates? Degrees(string text) =>
        text.Split(',') is [var north, var east]
        && PlanNumbers.TryRead(north.Trim(), out var latitude)
        && PlanNumbers.TryRead(east.Trim(), out var longitude)
            ? new Coordinates(latitude, longitude)
            : null;

    private static int? Year(string text) => PlanNumbers.TryReadYear(text, out var year) ? year : null;

    [GeneratedRegex(@"^(?:always|(\d{4})?\s*[-–]\s*(\d{4})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
