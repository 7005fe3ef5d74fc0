// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;

namespace Lodestar.Formats.Library;

/// <summary>Reads what every row of the library says of where it comes from.</summary>
internal sealed class CitedReader(IReadOnlyCollection<string> sources)
{
    /// <summary>The framework whose areas and actions practices name; null where there is none to hold them against.</summary>
    public FrameworkDefinition? Main { get; init; }

    /// <summary>Whether a code or id names a place; null where that is not to be asked.</summary>
    public Func<string, bool>? IsPlace { get; init; }

    /// <param name="above">What the row it stands in says: kept where this one says nothing.</param>
    public Citation Read(MapReader item, Citation? above = null)
    {
        above ??= Citation.None;
        var named = Sources(item);
        var mark = item.Choice("mark");
        if (mark is null && !above.MarkIsStated)
        {
            item.File.Log.Add(Faults.NoMark, item.Place);
        }

        return new Citation(
            mark is { } own ? (Mark)own : above.Mark,
            DayOf(item) ?? above.AsOf,
            named.Count > 0 ? named : above.Sources
        )
        {
            MarkIsStated = mark is not null || above.MarkIsStated,
            Note = item.Local("note"),
        };
    }

    public EquatableList<Evidence> Evidence(MapReader item, string key = "evidence") =>
        item.Items(key)
            .Select(e =>
            {
                var date = e.DateOrYear("date");
                return new Evidence(e.Text("title") ?? "")
                {
                    Url = e.Matching("url", ValueForm.Url, Faults.BadUrl, PlanYamlReader.IsWebAddress),
                    Date = date?.Date,
                    YearOnly = date?.YearOnly ?? false,
                    Source = Source(e),
                };
            })
            .Where(e => e.Title.Length > 0)
            .ToEquatableList();

    public string? Source(MapReader item) => item.Reference("source", Faults.UnknownSource, sources);

    /// <summary>Places that a list of codes and ids names.</summary>
    public EquatableList<string> Places(MapReader item, string key) => Known(item, key, Faults.UnknownPlace, IsPlace);

    public EquatableList<string> Areas(MapReader item, string key) =>
        Known(
            item,
            key,
            Faults.UnknownArea,
            Main is null ? null : a => Main.FindArea(a) is not null,
            Main?.Areas.Select(a => a.Id)
        );

    public EquatableList<string> Actions(MapReader item, string key) =>
        Known(
            item,
            key,
            Faults.NoSuchAction,
            Main is null ? null : a => Main.FindAction(a) is not null,
            Main?.Areas.SelectMany(a => a.Actions).Select(a => a.Id)
        );

    public static EquatableList<string> Findings(MapReader item, string key) =>
        Known(
            item,
            key,
            Faults.UnknownFinding,
            f => FindingTable.All.Any(e => e.Id == f),
            FindingTable.All.Select(e => e.Id)
        );

    /// <summary>The place that a row names; it is kept where nobody knows it.</summary>
    public string? Place(MapReader item)
    {
        var place = item.Text("place");
        if (place is { Length: > 0 } && IsPlace?.Invoke(place) == false)
        {
            item.Fault(Faults.UnknownPlace, "place");
        }

        return place;
    }

    /// <summary>A whole number; null, with a fault, for any other.</summary>
    public static int? Whole(MapReader item, string key, int least)
    {
        if (item.Number(key) is not { } number)
        {
            return null;
        }

        if (number >= least && number <= int.MaxValue && number == Math.Floor(number))
        {
            return (int)number;
        }

        item.Fault(Faults.NotWhole, key, ("least", least));
        return null;
    }

    // Words that are not known are kept: another library, or a plan, may know them.
    private static EquatableList<string> Known(
        MapReader item,
        string key,
        FaultKind unknown,
        Func<string, bool>? isKnown,
        IEnumerable<string>? known = null
    )
    {
        if (item.Words(key, ValueForm.Words) is not { } words)
        {
            return EquatableList<string>.Empty;
        }

        foreach (var word in words.Where(w => isKnown?.Invoke(w.Value) == false))
        {
            item.File.Fault(unknown, word, DidYouMean.Find(word.Value, [.. known ?? []]));
        }

        return words.Select(w => w.Value).Distinct().ToEquatableList();
    }

    private static DateOnly? DayOf(MapReader item)
    {
        var day = item.Date("as_of");
        if (day is not { Year: < PlanNumbers.FirstYear or > PlanNumbers.LastYear })
        {
            return day;
        }

        item.Fault(Faults.BadYear, "as_of", MapReader.YearBounds);
        return null;
    }

    public static EquatableList<string> Words(MapReader item, string key) =>
        item.Words(key, ValueForm.Words)?.Select(w => w.Value).Distinct().ToEquatableList()
        ?? EquatableList<string>.Empty;

    private EquatableList<string> Sources(MapReader item)
    {
        if (item.Words("sources", ValueForm.Words) is not { } words)
        {
            return EquatableList<string>.Empty;
        }

        foreach (var word in words.Where(w => !sources.Contains(w.Value)))
        {
            item.File.Fault(Faults.UnknownSource, word, DidYouMean.Find(word.Value, sources));
        }

        return words.Select(w => w.Value).Distinct().ToEquatableList();
    }
}
