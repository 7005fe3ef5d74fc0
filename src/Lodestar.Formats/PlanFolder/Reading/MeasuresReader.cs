// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Measures;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads a file of measures/.</summary>
internal sealed class MeasuresReader(YamlFile file, PlanUnits units, IReadOnlySet<string> sources, PowersReader powers)
{
    public EquatableList<ReportedMeasure> Read() =>
        PlanYamlReader.Root(file, MeasureKeys.Measures) is { } root
            ? new Identified<ReportedMeasure>(file, "measures").Read(root, MeasureOf)
            : EquatableList<ReportedMeasure>.Empty;

    private ReportedMeasure MeasureOf(MapReader item, string id)
    {
        var effect = item.Submap("effect");
        var measure = new ReportedMeasure(id, item.Text("title") ?? id, item.Place)
        {
            Description = item.Text("description"),
            Status = item.Choice("status") is { } status ? (MeasureStatus)(status + 1) : MeasureStatus.NotStated,
            Sectors = PlanLists.Categories(item, "sectors") ?? EquatableList<string>.Empty,
            Gases = PlanLists.Gases(item, "gases") ?? EquatableList<string>.Empty,
            Instrument = item.Text("instrument"),
            Controller = item.Text("controller"),
            Requires = powers.Required(item),
            StartYear = item.Year("start"),
            EndYear = item.Year("end"),
            Effect = effect is null ? null : YearNumbers.Read(effect, units),
            Against = effect?.Choice("against") is { } against ? MeasureKeys.References[against] : null,
            Source = item.Reference("source", Faults.UnknownSource, [.. sources]),
            AdoptedFrom = item.Submap("adopted_from") is { } from ? AdoptedOf(from) : null,
        };
        if (measure.EndYear < measure.StartYear)
        {
            item.Fault(Faults.BadYears, "end");
            return measure with { EndYear = null };
        }

        return measure;
    }

    private static AdoptedFrom? AdoptedOf(MapReader item) =>
        item.Text("measure") is { Length: > 0 } measure
            ? new AdoptedFrom(measure, item.Text("practice"))
            {
                Effect = item.Number("effect") / 100,
                Reach = item.Number("reach") / 100,
            }
            : null;
}
