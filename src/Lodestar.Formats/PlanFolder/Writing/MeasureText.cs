// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Measures;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>Writes measures with their reported effects.</summary>
internal static class MeasureText
{
    public static string Yaml(IEnumerable<ReportedMeasure> measures)
    {
        var yaml = new YamlWriter();
        yaml.Open("measures");
        foreach (var measure in measures)
        {
            Write(yaml, measure);
        }

        yaml.Close();
        return yaml.ToString();
    }

    private static void Write(YamlWriter yaml, ReportedMeasure measure)
    {
        yaml.OpenItem();
        yaml.Entry("id", measure.Id);
        yaml.Entry("title", measure.Title);
        yaml.Entry("description", measure.Description);
        yaml.Entry("status", TargetText.Word(MeasureKeys.Statuses, (int)measure.Status));
        if (measure.Sectors.Count > 0)
        {
            yaml.Words("sectors", measure.Sectors);
        }

        if (measure.Gases.Count > 0)
        {
            yaml.Words("gases", measure.Gases);
        }

        yaml.Entry("instrument", measure.Instrument);
        yaml.Entry("controller", measure.Controller);
        ControlText.Requires(yaml, measure.Requires);
        yaml.Entry("start", measure.StartYear);
        yaml.Entry("end", measure.EndYear);
        if (measure.Effect is { } effect)
        {
            yaml.Open("effect");
            yaml.Entry("unit", effect.Unit.Symbol);
            yaml.Pairs("values", TargetText.YearPairs(effect));
            yaml.Entry("against", measure.Against);
            yaml.Close();
        }

        yaml.Entry("source", measure.Source);
        yaml.Close();
    }
}
