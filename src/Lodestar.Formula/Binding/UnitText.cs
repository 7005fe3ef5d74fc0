// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Reads units of a model.</summary>
internal static class UnitText
{
    public static Unit? Read(Span text, ProblemBag bag)
    {
        var written = text.Text;
        var isPer = written.StartsWith('/');
        var (unit, fault) = Unit.Read(isPer ? "1" + written : written);
        if (unit is not null)
        {
            return unit;
        }

        var offset = Math.Max(0, fault!.Offset - (isPer ? 1 : 0));
        var place =
            fault.Length > 0 && offset + fault.Length <= text.Length
                ? text with
                {
                    Start = text.Start + offset,
                    Length = fault.Length,
                }
                : text;
        bag.Add(
            new Problem(Fault.BadUnit, place) { Values = [("text", place.Text)], Suggestions = [.. fault.Suggestions] }
        );
        return null;
    }

    /// <summary>What a formula gives beyond what is wanted, where that is people or time alone; else null.</summary>
    public static string? Extra(Unit given, Unit wanted)
    {
        var extra = given.Dimension / wanted.Dimension;
        return
            extra.Powers
                is [{ Key: "time" or "person" or "vehicle" or "dwelling" or "household", Value: 1 or -1 } power]
            ? (power.Key == "time" ? "year" : power.Key)
            : null;
    }
}
