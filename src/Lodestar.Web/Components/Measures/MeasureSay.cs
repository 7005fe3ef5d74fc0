// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Components;

/// <summary>Parts of measures of the library in words.</summary>
internal static class MeasureSay
{
    /// <summary>"12 to 33 %", "up to 31 %", "25 %"; what is said of it where no number is.</summary>
    public static string Effect(MessageCatalog texts, LibraryMeasure measure) =>
        measure switch
        {
            { Role: MeasureRole.Enabling } => texts.Of("web.measures.effect.enabling"),
            { Role: MeasureRole.Reference } => texts.Of("web.measures.effect.reference"),
            { Effect: { } effect } => Range(texts, effect),
            { EffectNote: { } note } => note.In(texts.Language),
            _ => texts.Of("web.measures.effect.model"),
        };

    public static string Range(MessageCatalog texts, MeasureEffect effect)
    {
        var unit = texts.Of($"web.measures.unit.{UnitName(effect.Unit)}");
        return effect switch
        {
            { Low: { } low, High: { } high } => texts.Of(
                "web.practices.range",
                ("low", texts.Numbers.Number(low)),
                ("high", texts.Numbers.Amount(high, unit))
            ),
            { Central: { } central } => texts.Numbers.Amount(central, unit),
            { High: { } most } => texts.Of("web.measures.up-to", ("amount", texts.Numbers.Amount(most, unit))),
            { Low: { } least } => texts.Of("web.practices.at-least", ("amount", texts.Numbers.Amount(least, unit))),
            _ => texts.Of("web.not-stated"),
        };
    }

    /// <summary>"884 to 1,056 EUR_2020/kW"; what is said of it where no amount is.</summary>
    public static string Cost(MessageCatalog texts, MeasureCost? cost)
    {
        if (cost is null)
        {
            return texts.Of("web.measures.cost.not-stated");
        }

        var unit = cost.Unit ?? "";
        var amount = cost switch
        {
            { Value: { } value, UpTo: { } high } => texts.Of(
                "web.practices.range",
                ("low", texts.Numbers.Number(value)),
                ("high", texts.Numbers.Amount(high, unit))
            ),
            { Value: { } value } => texts.Numbers.Amount(value, unit),
            { UpTo: { } most } => texts.Of("web.measures.up-to", ("amount", texts.Numbers.Amount(most, unit))),
            _ => cost.Words?.In(texts.Language) ?? texts.Of("web.measures.cost.not-stated"),
        };
        amount = cost.Per is { } per
            ? texts.Of("web.measures.cost.per", ("amount", amount), ("per", per.In(texts.Language)))
            : amount;
        return cost.InsteadOf is { } other
            ? texts.Of("web.measures.instead-of", ("amount", amount), ("other", texts.Numbers.Amount(other, unit)))
            : amount;
    }

    public static string Performance(MessageCatalog texts, MeasurePerformance performance)
    {
        var unit = performance.Unit == "1" ? "" : performance.Unit;
        var amount = performance.UpTo is { } high
            ? texts.Of(
                "web.practices.range",
                ("low", texts.Numbers.Number(performance.Value)),
                ("high", texts.Numbers.Amount(high, unit).TrimEnd())
            )
            : texts.Numbers.Amount(performance.Value, unit).TrimEnd();
        amount = texts.Of("web.measures.performance", ("amount", amount), ("of", performance.Of.In(texts.Language)));
        return performance.InsteadOf is { } other
            ? texts.Of(
                "web.measures.instead-of",
                ("amount", amount),
                ("other", texts.Numbers.Amount(other, unit).TrimEnd())
            )
            : amount;
    }

    public static string? Life(MessageCatalog texts, MeasureLife? life) =>
        life switch
        {
            null => null,
            { InHours: true } => texts.Of("web.measures.life.hours", ("value", texts.Numbers.Number(life.Value))),
            { UpTo: { } high } => texts.Of(
                "web.measures.life.range",
                ("low", texts.Numbers.Number(life.Value)),
                ("high", texts.Numbers.Number(high))
            ),
            _ => texts.Of("web.measures.life.years", ("value", texts.Numbers.Number(life.Value))),
        };

    public static string Controllers(MessageCatalog texts, LibraryMeasure measure) =>
        string.Join(", ", measure.Controllers.Select(c => texts.Of(ControlWords.TextId(c))));

    private static string UnitName(EffectUnit unit) =>
        unit switch
        {
            EffectUnit.Percent => "percent",
            EffectUnit.PercentAYear => "percent-a-year",
            EffectUnit.Points => "points",
            EffectUnit.TonnesAHectare => "tonnes-a-hectare",
            _ => "tonnes-a-tonne",
        };
}
