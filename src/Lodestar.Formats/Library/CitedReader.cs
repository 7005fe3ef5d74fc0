// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;

namespace Lodestar.Formats.Library;

/// <summary>Reads what every row of the library says of where it comes from.</summary>
internal sealed class CitedReader(IReadOnlyCollection<string> sources)
{
    /// <param name="above">What the row it stands in says: kept where this one says nothing.</param>
    public Citation Read(MapReader item, Citation? above = null)
    {
        above ??= Citation.None;
        var named = Sources(item);
        var mark = item.Choice("mark");
        return new Citation(
            mark is { } own ? (Mark)own : above.Mark,
            item.Date("as_of") ?? above.AsOf,
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
