// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads which powers a place holds, and which a measure needs.</summary>
/// <param name="known">Ids of the library's powers; where it has none, none is doubted.</param>
internal sealed class PowersReader(IReadOnlyCollection<string> known)
{
    /// <summary>Of a power that stands twice the first is kept: who holds it must not depend on where one looks.</summary>
    public EquatableList<HeldPower> Held(MapReader page, IReadOnlyCollection<string> sources)
    {
        var powers = new List<HeldPower>();
        foreach (var item in page.Items("powers"))
        {
            if (item.Id("id") is not { Length: > 0 } id)
            {
                continue;
            }

            if (powers.Exists(p => p.Power == id))
            {
                item.File.Fault(Faults.IdTwice, item.Map["id"]!, null, ("list", "powers"));
                continue;
            }

            if (known.Count > 0 && !known.Contains(id))
            {
                item.File.Fault(Faults.UnknownPower, item.Map["id"]!, DidYouMean.Find(id, known));
            }

            powers.Add(
                new HeldPower(id, item.Answer("held"), item.Place)
                {
                    Holder = item.Text("holder"),
                    HolderLevel = Level(item, "holder_level"),
                    Note = item.Text("note"),
                    Source = item.Reference("source", Faults.UnknownSource, sources),
                }
            );
        }

        return new EquatableList<HeldPower>(powers);
    }

    public EquatableList<PowerRequirement> Required(MapReader measure)
    {
        var needs = new List<PowerRequirement>();
        foreach (var item in measure.Items("requires"))
        {
            var power = item.Reference("power", Faults.UnknownPower, known.Count > 0 ? known : Itself(item));
            if (power is not { Length: > 0 })
            {
                continue;
            }

            if (needs.Exists(n => n.Power == power))
            {
                item.Fault(Faults.PowerNeededTwice, "power");
                continue;
            }

            needs.Add(
                new PowerRequirement(power, item.Answer("part") != Stated.Yes, item.Answer("optional") != Stated.Yes)
            );
        }

        return new EquatableList<PowerRequirement>(needs);
    }

    public static ControlLevel Level(MapReader item, string key) =>
        item.Choice(key) is { } level ? (ControlLevel)(level + 1) : ControlLevel.NotStated;

    private static string[] Itself(MapReader item) => item.Map["power"] is YamlScalar scalar ? [scalar.Value] : [];
}
