// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Web.Charts;

/// <summary>The unit a chart is drawn in: the plan's own, stepped up or down until the numbers are short.</summary>
internal static class ChartUnit
{
    private const double TooLong = 100_000;
    private const double TooShort = 1;

    private static readonly string[] Steps = ["t ", "kt ", "Mt ", "Gt "];

    public static Unit For(Unit unit, double largest)
    {
        var step = Array.FindIndex(Steps, s => unit.Symbol.StartsWith(s, StringComparison.Ordinal));
        if (step < 0)
        {
            return unit;
        }

        var rest = unit.Symbol[Steps[step].Length..];
        while (largest >= TooLong && step < Steps.Length - 1)
        {
            largest /= 1000;
            step++;
        }

        while (largest is > 0 and < TooShort && step > 0)
        {
            largest *= 1000;
            step--;
        }

        return Unit.Read(Steps[step] + rest).Unit is { } stepped && unit.CompatibleWith(stepped) ? stepped : unit;
    }
}
