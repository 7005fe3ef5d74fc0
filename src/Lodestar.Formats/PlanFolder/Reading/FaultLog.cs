// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Collects faults. Of one kind in one file it keeps the first hundred and counts the rest, so that no file floods it.</summary>
internal sealed class FaultLog
{
    private const int MostOfAKind = 100;
    private const int LongestText = 120;

    private readonly List<Diagnostic> _found = [];
    private readonly Dictionary<(string File, FaultKind Kind), int> _counts = [];

    public void Add(
        FaultKind kind,
        Place place,
        string? text = null,
        IReadOnlyList<string>? didYouMean = null,
        params ReadOnlySpan<(string Name, object Value)> values
    )
    {
        var count = _counts.GetValueOrDefault((place.File, kind)) + 1;
        _counts[(place.File, kind)] = count;
        if (count > MostOfAKind)
        {
            return;
        }

        var shown = text is null ? null : Shortened(text);
        (string, object)[] all = [("text", shown ?? ""), .. values];
        _found.Add(
            new Diagnostic(kind.Id, kind.Severity, place, Message.Of(kind.ReasonId, all), Message.Of(kind.FixId, all))
            {
                Text = shown,
                DidYouMean = didYouMean is null ? EquatableList<string>.Empty : new(didYouMean),
            }
        );
    }

    /// <summary>By file (plan.yaml and targets.yaml first), then by place.</summary>
    public EquatableList<Diagnostic> ToList()
    {
        var more =
            from entry in _counts
            where entry.Value > MostOfAKind
            let kind = Faults.More
            let values = new (string, object)[] { ("id", entry.Key.Kind.Id), ("count", entry.Value - MostOfAKind) }
            select new Diagnostic(
                kind.Id,
                kind.Severity,
                new Place(entry.Key.File, int.MaxValue),
                Message.Of(kind.ReasonId, values),
                Message.Of(kind.FixId, values)
            );
        return _found
            .Concat(more)
            .OrderBy(d => Rank(d.Place.File))
            .ThenBy(d => d.Place.File, StringComparer.Ordinal)
            .ThenBy(d => d.Place.Line)
            .ThenBy(d => d.Place.Column)
            .Select(d => d.Place.Line == int.MaxValue ? d with { Place = new Place(d.Place.File) } : d)
            .ToEquatableList();
    }

    private static int Rank(string file) =>
        file switch
        {
            "" => 0,
            PlanNames.Plan => 1,
            PlanNames.Targets => 2,
            _ => 3,
        };

    private static string Shortened(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
