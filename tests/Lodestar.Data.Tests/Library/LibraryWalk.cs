// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;

namespace Lodestar.Data.Tests.Library;

/// <summary>What a library that ships has to meet, said of each row that does not.</summary>
internal static partial class LibraryWalk
{
    /// <returns>"path: what is wrong", in the order of the library.</returns>
    public static IReadOnlyList<string> Faults(SharedLibrary library, Gazetteer places)
    {
        var main = library.MainFramework;
        return
        [
            .. LibraryRow.Of(library).SelectMany(r => OfRow(r, library, places).Select(f => $"{r.Path}: {f}")),
            .. library
                .Sources.Where(s => string.IsNullOrWhiteSpace(s.Licence))
                .Select(s => $"sources/{s.Id}: no licence"),
            .. library
                .Sources.Where(s => string.IsNullOrWhiteSpace(s.Publisher))
                .Select(s => $"sources/{s.Id}: no publisher"),
            .. library
                .Sources.Where(s => s.Published is null && string.IsNullOrWhiteSpace(s.Edition))
                .Select(s => $"sources/{s.Id}: no edition"),
            .. from f in library.Frameworks
            from a in f.Areas
            from finding in a.Findings.Concat(a.Actions.SelectMany(x => x.Findings))
            where FindingTable.All.All(e => e.Id != finding)
            select $"frameworks/{f.Key}/{a.Id}: no finding {finding}",
            .. from p in library.Practices
            from fault in OfPractice(p, a => main?.FindArea(a) is not null, a => main?.FindAction(a) is not null)
            select $"practices/{p.Id}: {fault}",
        ];
    }

    private static IEnumerable<string> OfRow(LibraryRow row, SharedLibrary library, Gazetteer places)
    {
        if (!row.Citation.MarkIsStated)
        {
            yield return "no mark";
        }

        if (row.Citation.AsOf is null)
        {
            yield return "no as-of date";
        }

        if (row.Citation.Sources.Count == 0)
        {
            yield return "no source";
        }

        foreach (var id in row.Citation.Sources.Concat(row.Sources).Where(s => library.FindSource(s) is null))
        {
            yield return $"no source {id}";
        }

        foreach (var place in row.Places.Where(p => !IsPlace(p, places)))
        {
            yield return $"no place {place}";
        }

        foreach (var text in row.Texts)
        {
            if (string.IsNullOrWhiteSpace(text.Text))
            {
                yield return "no text";
            }

            if (text.Others.All(o => o.Language != "fr" || string.IsNullOrWhiteSpace(o.Text)))
            {
                yield return $"no French: {text.Text}";
            }
            else if (PlainSpace().IsMatch(text.In("fr")))
            {
                yield return $"plain space in French: {text.In("fr")}";
            }
        }
    }

    private static IEnumerable<string> OfPractice(
        GoodPractice p,
        Func<string, bool> isArea,
        Func<string, bool> isAction
    ) =>
        [
            .. p.Areas.Where(a => !isArea(a)).Select(a => $"no area {a}"),
            .. p.Actions.Where(a => !isAction(a)).Select(a => $"no action {a}"),
            .. p.Sectors.Where(s => !Categories.IsCategory(s)).Select(s => $"no sector {s}"),
            .. p.Areas.Count == 0 ? ["no area"] : Array.Empty<string>(),
            .. p.Status == PracticeStatus.NotStated && p.StatusNote is null ? ["no status"] : Array.Empty<string>(),
            .. p.Status is PracticeStatus.Changed or PracticeStatus.Ended && p.StatusNote is null
                ? ["changed or ended, and not how"]
                : Array.Empty<string>(),
        ];

    /// <summary>A country stands as its alpha-2 code in capitals, any other place as its id in the gazetteer.</summary>
    private static bool IsPlace(string place, Gazetteer places) =>
        place.All(char.IsAsciiLetterUpper)
            ? Countries.All.Any(c => c.Alpha2 == place)
            : places.Find(place) is { } found && found.Id == place && found.Kind != JurisdictionKind.Country;

    /// <summary>French sets no plain space before high punctuation, percent signs and inside guillemets.</summary>
    [GeneratedRegex("(?:\\S [;?!:%»])|(?:« )")]
    private static partial Regex PlainSpace();
}
