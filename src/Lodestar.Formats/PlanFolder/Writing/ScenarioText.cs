// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Model;
using Lodestar.Planning.WhatIf;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>A what-if as a scenario of scenarios.yaml: read again it leads where the what-if leads.</summary>
public static class ScenarioText
{
    /// <summary>The text of a whole file with one scenario.</summary>
    /// <param name="wish">What was asked.</param>
    /// <param name="model">The plan's model.</param>
    /// <param name="title">What the scenario is called.</param>
    public static string Of(WhatIfWish wish, PlanModel model, string title)
    {
        var yaml = new YamlWriter();
        yaml.Open("scenarios");
        yaml.OpenItem();
        yaml.Entry("id", "what-if");
        yaml.Entry("title", title);
        yaml.Entry("kind", "what-if");
        var active = wish.Case.Active;
        yaml.Words("measures", active.IsEmpty ? ["none"] : active.Select(a => a.Measure.Id));
        Pairs(
            yaml,
            "strength",
            active.Where(a => a.Strength < 1).Select(a => (a.Measure.Id, WhatIfWish.Percent(a.Strength) + " %"))
        );
        Pairs(
            yaml,
            "start",
            active.Where(a => a.Delay != 0).Select(a => (a.Measure.Id, Year(a.Measure.From!.Value + a.Delay)))
        );
        Pairs(
            yaml,
            "settings",
            model
                .Model.Parameters.Where(p => p.IsInput && wish.Case.Settings.Has(p))
                .Select(p => (p.Name, wish.Case.Settings.Of(p, 0)!.Value.ToString("R", CultureInfo.InvariantCulture)))
        );
        yaml.Close();
        yaml.Close();
        return yaml.ToString();
    }

    private static void Pairs(YamlWriter yaml, string key, IEnumerable<(string, string)> pairs)
    {
        var all = pairs.ToList();
        if (all.Count > 0)
        {
            yaml.Pairs(key, all);
        }
    }

    private static string Year(double year) => ((int)year).ToString(CultureInfo.InvariantCulture);
}
