// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>Chooses a tidy unit: one unit per kind of thing, none that cancels.</summary>
internal static class UnitSimplifier
{
    private static readonly Unit Year = Unit.Parse("yr");
    private static readonly Unit EnergyUnit = Unit.Parse("MWh");
    private static readonly Unit PowerUnit = Unit.Parse("kW");
    private static readonly Unit Metre = Unit.Parse("m");
    private static readonly Unit Tonne = Unit.Parse("t");
    private static readonly Unit[] Wholes =
    [
        EnergyUnit,
        PowerUnit,
        Tonne,
        Unit.Parse("tkm"),
        Unit.Parse("pkm"),
        Unit.Parse("vkm"),
    ];
    private static readonly Unit[] Lengths = [Unit.One, Unit.Parse("km"), Unit.Parse("m2"), Unit.Parse("m3")];

    internal static Unit Simplify(Unit unit, ReadOnlySpan<UnitTerm> terms)
    {
        // A yearly flow stays a yearly flow: GWh/yr is not turned into kW.
        var years = 0;
        foreach (var term in terms)
        {
            years += term.Atom.Definition.Symbol == "yr" ? term.Power : 0;
        }
        return years == -1 ? Tidy(unit * Year) / Year : Tidy(unit);
    }

    private static Unit Tidy(Unit unit) => WholeMatch(unit.Dimension) ?? ByGroups(unit);

    /// <summary>Energy, power and transport written as a product, such as <c>kW h</c>.</summary>
    private static Unit? WholeMatch(Dimension dimension)
    {
        foreach (var candidate in Wholes)
        {
            if (candidate.Dimension.Equals(dimension))
            {
                return candidate;
            }
        }
        return null;
    }

    private static Unit ByGroups(Unit unit)
    {
        var powers = new SortedDictionary<string, (Unit Unit, int Power)>(StringComparer.Ordinal);
        var length = 0;
        foreach (var term in unit.Terms)
        {
            var atom = term.Atom;
            var lengthPower = atom.Dimension.PowerOf("length");
            if (atom.Dimension.Powers.Count == 1 && lengthPower != 0)
            {
                length += lengthPower * term.Power;
            }
            else if (!atom.Dimension.IsDimensionless)
            {
                var key = atom.Dimension.ToString();
                var sum = powers.TryGetValue(key, out var known) ? known.Power : 0;
                powers[key] = (Chosen(atom), sum + term.Power);
            }
        }
        MakeEnergy(powers);
        var result =
            Math.Abs(length) < Lengths.Length ? Lengths[Math.Abs(length)].Pow(Math.Sign(length)) : Metre.Pow(length);
        foreach (var (_, (chosen, power)) in powers)
        {
            result *= chosen.Pow(power);
        }
        return result;
    }

    /// <summary>Power times time is energy once the groups are added up: <c>kW h/m2</c>.</summary>
    private static void MakeEnergy(SortedDictionary<string, (Unit Unit, int Power)> powers)
    {
        var (energy, power, time) = (EnergyUnit.Dimension.ToString(), PowerUnit.Dimension.ToString(), "time");
        if (
            powers.TryGetValue(power, out var p)
            && powers.TryGetValue(time, out var t)
            && p.Power > 0
            && t.Power >= p.Power
        )
        {
            var sum = powers.TryGetValue(energy, out var e) ? e.Power : 0;
            powers[energy] = (EnergyUnit, sum + p.Power);
            powers[time] = (t.Unit, t.Power - p.Power);
            powers.Remove(power);
        }
    }

    private static Unit Chosen(UnitAtom atom)
    {
        var plain = atom.Definition.Kind switch
        {
            "mass" => Tonne,
            "energy" => EnergyUnit,
            "power" => PowerUnit,
            "time" => Year,
            _ => null,
        };
        if (plain is null)
        {
            return Unit.Of(atom.WithPrefix(null));
        }
        var chosen = plain.Terms[0].Atom;
        return Unit.Of(atom.On(chosen.Definition, chosen.Prefix));
    }
}
