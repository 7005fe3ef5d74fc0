// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.Library;

/// <summary>Reads a practice of a file of practices/.</summary>
internal static class PracticeReader
{
    /// <param name="item">The row.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cited">Reads where rows come from.</param>
    /// <param name="measures">Ids of the library's measures.</param>
    public static GoodPractice Read(MapReader item, string id, CitedReader cited, IReadOnlyCollection<string> measures)
    {
        var citation = cited.Read(item);
        var practice = new GoodPractice(id, item.Local("title") ?? new LocalText(id))
        {
            What = item.Local("what") ?? new LocalText(""),
            Places = cited.Places(item, "places"),
            Areas = cited.Areas(item, "areas"),
            Actions = cited.Actions(item, "actions"),
            Sectors = PlanLists.Sectors(item, "sectors") ?? EquatableList<string>.Empty,
            FromYear = item.Year("from"),
            ToYear = item.Year("to"),
            Status = item.Choice("status") is { } status ? (PracticeStatus)(status + 1) : PracticeStatus.NotStated,
            StatusNote = item.Local("status_note"),
            Numbers = item.Items("numbers")
                .Select(n => NumberOf(n, citation, cited))
                .OfType<PracticeNumber>()
                .ToEquatableList(),
            Measure = MeasureLibraryReader.Carried(item, citation, cited, measures),
            Evidence = cited.Evidence(item),
            Citation = citation,
        };
        if (practice.ToYear < practice.FromYear)
        {
            item.Fault(Faults.BadYears, "to");
            return practice with { ToYear = null };
        }

        return practice;
    }

    private static PracticeNumber? NumberOf(MapReader item, Citation above, CitedReader cited)
    {
        var (what, unit) = (item.Local("what"), item.Local("unit"));
        var upTo = item.Number("up_to");
        if (upTo < item.Number("value"))
        {
            item.Fault(Faults.RangeReversed, "up_to");
            upTo = null;
        }

        return item.Number("value") is { } value && what is not null && unit is not null
            ? new PracticeNumber(what, value, unit)
            {
                UpTo = upTo,
                AtLeast = item.Answer("at_least") == Stated.Yes,
                Year = item.Year("year"),
                Kind = item.Choice("kind") is { } kind ? (NumberKind)(kind + 1) : NumberKind.NotStated,
                Citation = cited.Read(item, above),
            }
            : null;
    }
}
