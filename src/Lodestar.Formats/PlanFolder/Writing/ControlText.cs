// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>Writes powers, what measures require of them, and asks.</summary>
internal static class ControlText
{
    public static void Powers(YamlWriter yaml, IReadOnlyCollection<HeldPower> powers)
    {
        if (powers.Count == 0)
        {
            return;
        }

        yaml.Open("powers");
        foreach (var power in powers)
        {
            yaml.OpenItem();
            yaml.Entry("id", power.Power);
            yaml.Entry("held", power.Held == Stated.NotStated ? null : PlanKeys.Answers[(int)power.Held - 1]);
            yaml.Entry("holder", power.Holder);
            yaml.Entry("holder_level", TargetText.Word(ControlKeys.Levels, (int)power.HolderLevel));
            yaml.Entry("note", power.Note);
            yaml.Entry("source", power.Source);
            yaml.Close();
        }

        yaml.Close();
    }

    public static void Requires(YamlWriter yaml, IReadOnlyCollection<PowerRequirement> needs)
    {
        if (needs.Count == 0)
        {
            return;
        }

        yaml.Open("requires");
        foreach (var need in needs)
        {
            yaml.FlowItem(Pairs(need));
        }

        yaml.Close();
    }

    public static string Asks(IEnumerable<Ask> asks)
    {
        var yaml = new YamlWriter();
        yaml.Open("asks");
        foreach (var ask in asks)
        {
            Write(yaml, ask);
        }

        yaml.Close();
        return yaml.ToString();
    }

    private static IEnumerable<(string, string)> Pairs(PowerRequirement need)
    {
        yield return ("power", need.Power);
        if (!need.Whole)
        {
            yield return ("part", "yes");
        }

        if (!need.Mandatory)
        {
            yield return ("optional", "yes");
        }
    }

    private static void Write(YamlWriter yaml, Ask ask)
    {
        yaml.OpenItem();
        yaml.Entry("id", ask.Id);
        yaml.Entry("title", ask.Title);
        yaml.Entry("description", ask.Description);
        yaml.Entry("addressee", ask.Addressee);
        yaml.Entry("level", TargetText.Word(ControlKeys.Levels, (int)ask.AddresseeLevel));
        yaml.Entry("place", ask.AddresseePlace);
        yaml.Entry("instrument", TargetText.Word(ControlKeys.Instruments, (int)ask.Instrument));
        yaml.Entry("status", TargetText.Word(ControlKeys.Statuses, (int)ask.Status));
        if (ask.SinceYearOnly)
        {
            yaml.Entry("since", ask.Since?.Year);
        }
        else
        {
            yaml.Entry("since", ask.Since);
        }

        Words(yaml, "measures", ask.Measures);
        Words(yaml, "sectors", ask.Sectors);
        if (ask.Unlocks is { } unlocks)
        {
            yaml.Open("unlocks");
            yaml.Entry("unit", unlocks.Unit.Symbol);
            yaml.Pairs("values", TargetText.YearPairs(unlocks));
            yaml.Entry("kind", TargetText.Word(ControlKeys.Kinds, (int)ask.Kind));
            yaml.Close();
        }

        Words(yaml, "allies", ask.Allies);
        yaml.Entry("source", ask.Source);
        yaml.Close();
    }

    private static void Words(YamlWriter yaml, string key, EquatableList<string> words)
    {
        if (words.Count > 0)
        {
            yaml.Words(key, words);
        }
    }
}
