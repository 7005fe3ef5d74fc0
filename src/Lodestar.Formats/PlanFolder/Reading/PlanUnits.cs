// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Units as plan files write them, read with the plan's GWP set for a CO2e that names none.</summary>
internal sealed partial class PlanUnits(GwpSet assumed)
{
    private readonly Dictionary<string, UnitReading> _read = new(StringComparer.Ordinal);

    /// <summary>A unit of yearly emissions: "kt CO2/yr" counts the same as "kt CO2", which is what a year's cell holds.</summary>
    public UnitReading ReadYearly(string text) => Read(PerYear().Replace(text.Trim(), ""));

    public UnitReading Read(string text)
    {
        var trimmed = text.Trim();
        if (!_read.TryGetValue(trimmed, out var reading))
        {
            _read[trimmed] = reading = Unit.Read(trimmed, assumed);
        }

        return reading;
    }

    /// <summary>True for a mass of a gas or of CO2e.</summary>
    public static bool IsEmission(Unit unit) => unit.Dimension.TryGetGasMass(out _) || unit.Dimension.IsCO2eMass(out _);

    /// <summary>The whole text with the part at fault replaced by each suggestion.</summary>
    public static IReadOnlyList<string> Suggestions(string text, UnitFault fault)
    {
        var trimmed = text.Trim();
        var (start, end) = (fault.Offset, fault.Offset + fault.Length);
        return start < 0 || end > trimmed.Length
            ? [.. fault.Suggestions]
            : [.. fault.Suggestions.Select(s => string.Concat(trimmed.AsSpan(0, start), s, trimmed.AsSpan(end)))];
    }

    [GeneratedRegex(
        @"\s*(/\s*(yr|year|a)|\s(yr|year|a)(\^?-1|⁻¹)|\sper\s+(yr|year|annum))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PerYear();
}
