// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Single values of YAML files: dates, shares, amounts with their unit.</summary>
internal static partial class ScalarValues
{
    private const double MostCut = 2;

    public static DateOnly? Date(YamlScalar scalar, YamlFile file)
    {
        var text = scalar.Value.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        file.Fault(DateForm().IsMatch(text) ? Faults.ImpossibleDate : Faults.BadDate, scalar);
        return null;
    }

    /// <summary>A day, or the last day of the month or year that stands there.</summary>
    public static StatedDay? StatedDay(YamlScalar scalar, YamlFile file)
    {
        var text = scalar.Value.Trim();
        if (PlanNumbers.TryReadYear(text, out var year))
        {
            return new StatedDay(new DateOnly(year, 12, 31), text);
        }

        return DateOnly.TryParseExact(
                text + "-01",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var first
            )
                ? new StatedDay(
                    new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
                    text
                )
            : Date(scalar, file) is { } date ? new StatedDay(date, text)
            : null;
    }

    public static double? Number(YamlScalar scalar, YamlFile file)
    {
        if (PlanNumbers.TryRead(scalar.Value, out var number))
        {
            return number;
        }

        if (PlanNumbers.LooksGrouped(scalar.Value))
        {
            file.Fault(Faults.GroupedNumber, scalar, PlanNumbers.Ungrouped(scalar.Value));
        }
        else
        {
            file.Fault(Faults.BadNumber, scalar);
        }

        return null;
    }

    /// <summary>A cut: a percentage from 0 to 200.</summary>
    public static double? Share(YamlScalar scalar, YamlFile file)
    {
        if (!PlanNumbers.TryReadShare(scalar.Value, out var share))
        {
            file.Fault(Faults.BadShare, scalar, ShareGuess(scalar.Value));
            return null;
        }

        if (share is >= 0 and <= MostCut)
        {
            return share;
        }

        file.Fault(Faults.CutOutOfRange, scalar);
        return null;
    }

    public static Quantity? Emission(YamlScalar scalar, YamlFile file, PlanUnits units)
    {
        if (NumberAndUnit(scalar, file, Faults.BadAmount) is not var (number, unitText))
        {
            return null;
        }

        return EmissionUnit(scalar, unitText, file, units) is { } unit ? new Quantity(number, unit) : null;
    }

    public static Unit? EmissionUnit(YamlScalar scalar, string unitText, YamlFile file, PlanUnits units)
    {
        var reading = units.ReadYearly(unitText);
        if (reading.Unit is not { } unit)
        {
            ReportUnit(scalar, unitText, file, reading.Fault);
            return null;
        }

        if (PlanUnits.IsEmission(unit))
        {
            return unit;
        }

        file.Fault(
            Faults.WrongUnit,
            scalar,
            null,
            ("unit", unitText),
            ("wanted", Message.Of("plan-part.emission-units"))
        );
        return null;
    }

    /// <summary>Emissions per real money or per person; current money is refused.</summary>
    public static Quantity? Intensity(YamlScalar scalar, YamlFile file, PlanUnits units)
    {
        if (NumberAndUnit(scalar, file, Faults.BadAmount) is not var (number, unitText))
        {
            return null;
        }

        var reading = units.ReadYearly(unitText);
        if (reading.Unit is not { } unit)
        {
            ReportUnit(scalar, unitText, file, reading.Fault);
            return null;
        }

        return IntensityUnit(scalar, unit, unitText, file) is { } per ? new Quantity(number, per) : null;
    }

    /// <summary>A level in mass or as an intensity, as its unit says.</summary>
    public static Level? Level(YamlScalar scalar, YamlFile file, PlanUnits units)
    {
        var text = PlanNumbers.Split(scalar.Value.Trim())?.After;
        var isIntensity =
            text is { Length: > 0 }
            && units.ReadYearly(text).Unit is { } unit
            && IntensityUnits.BasisOf(Yearly(unit)) is not null;
        if (isIntensity)
        {
            return Intensity(scalar, file, units) is { } per ? new Level.PerUnit(per) : null;
        }

        return Emission(scalar, file, units) is { } amount ? new Level.Fixed(amount) : null;
    }

    private static Unit? IntensityUnit(YamlScalar scalar, Unit unit, string unitText, YamlFile file)
    {
        var yearly = Yearly(unit);
        if (IntensityUnits.BasisOf(yearly) is null)
        {
            file.Fault(Faults.BadIntensity, scalar, null, ("unit", unitText));
            return null;
        }

        if (IntensityUnits.IsNominal(yearly))
        {
            file.Fault(Faults.NominalIntensity, scalar, null, ("unit", unitText));
            return null;
        }

        return yearly;
    }

    /// <summary>"t CO2e/(person yr)" counts the same as "t CO2e/person", which is what a year's emissions give.</summary>
    private static Unit Yearly(Unit unit) => unit.Dimension.PowerOf("time") == -1 ? unit * Unit.Parse("yr") : unit;

    /// <summary>An amount of one dimension, which <paramref name="like"/> shows.</summary>
    public static Quantity? Amount(YamlScalar scalar, YamlFile file, PlanUnits units, string like, FaultKind bad)
    {
        if (NumberAndUnit(scalar, file, bad) is not var (number, unitText))
        {
            return null;
        }

        var reading = units.Read(unitText);
        if (reading.Unit is not { } unit)
        {
            ReportUnit(scalar, unitText, file, reading.Fault);
            return null;
        }

        if (unit.CompatibleWith(Unit.Parse(like)))
        {
            return new Quantity(number, unit);
        }

        file.Fault(Faults.WrongUnit, scalar, null, ("unit", unitText), ("wanted", like));
        return null;
    }

    private static (double Number, string Unit)? NumberAndUnit(YamlScalar scalar, YamlFile file, FaultKind bad)
    {
        var text = scalar.Value.Trim();
        var split = PlanNumbers.Split(text);
        if (split is not var (number, rest) || (rest.Length > 0 && char.IsAsciiDigit(rest[0])))
        {
            var grouped = GroupedStart().Match(text);
            if (grouped.Success && PlanNumbers.LooksGrouped(grouped.Value))
            {
                var unit = text[grouped.Length..];
                var guesses = PlanNumbers.Ungrouped(grouped.Value).Select(n => n + unit);
                file.Fault(Faults.GroupedNumber, scalar, [.. guesses]);
            }
            else
            {
                file.Fault(bad, scalar);
            }

            return null;
        }

        if (rest.Length == 0 || !PlanNumbers.TryRead(number, out var value))
        {
            file.Fault(bad, scalar);
            return null;
        }

        return (value, rest);
    }

    private static void ReportUnit(YamlScalar scalar, string unitText, YamlFile file, UnitFault? fault) =>
        file.Fault(
            Faults.UnknownUnit,
            scalar,
            fault is null ? null : PlanUnits.Suggestions(unitText, fault),
            ("unit", unitText),
            ("part", fault?.Text is { Length: > 0 } part ? part : unitText)
        );

    private static IReadOnlyList<string>? ShareGuess(string text)
    {
        var bare = text.TrimEnd().TrimEnd('%').TrimEnd();
        if (!PlanNumbers.TryRead(bare, out var number))
        {
            return PlanNumbers.LooksGrouped(bare) ? [.. PlanNumbers.Ungrouped(bare).Select(n => n + " %")] : null;
        }

        return Math.Abs(number) < 1 && number != 0 ? [PlanNumbers.ShareText(number)] : [bare + " %"];
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^[+-]?\d[\d\s.,'’]*(?<=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedStart();
}
