// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Components.Model;

/// <summary>What the page of a model says in words.</summary>
internal static class ModelWords
{
    private const int Middle = 2030;
    private const int MostToReplace = 3;

    public static string Name(BoundVariable variable) => variable.Title ?? variable.Name;

    /// <summary>
    /// What the answer is in 2030 and in the last year. Where most of its spread comes from what nobody has checked it is
    /// a range without a figure in it.
    /// </summary>
    public static Message Sentence(string place, OutcomePath path, ModelTrust trust, MessageCatalog texts)
    {
        var isEarly = Middle > path.FirstYear && Middle < path.LastYear;
        return Message.Of(
            isEarly ? "web.model.headline" : "web.model.headline-once",
            ("place", place),
            ("what", Name(path.Variable)),
            ("year", Middle),
            ("middle", isEarly ? Amount(path, Middle, trust, texts) : ""),
            ("last", path.LastYear),
            ("end", Amount(path, path.LastYear, trust, texts))
        );
    }

    /// <summary>What most of the spread comes from, and what to replace first; null where the answer is firm.</summary>
    public static Message? Unverified(ModelTrust trust) =>
        trust.IsFirm
            ? null
            : Message.Of(
                "web.model.unverified",
                (
                    "inputs",
                    trust.Drivers.Where(IsUnverified).Take(MostToReplace).Select(d => Name(d.Variable)).ToArray()
                )
            );

    public static bool IsUnverified(SpreadShare driver) => driver.Variable.Grade is null or "default" or "estimated";

    public static string Grade(string? grade, MessageCatalog texts) =>
        grade is "observed" or "reported" or "estimated" or "default" or "modelled"
            ? texts.Of($"web.model.grade.{grade}")
            : texts.Of("web.model.grade.none");

    private static Message Amount(OutcomePath path, int year, ModelTrust trust, MessageCatalog texts)
    {
        var (band, unit) = (path.In(year), path.Variable.Unit.Display);
        return Message.Of(
            trust.IsFirm ? "web.model.amount.firm" : "web.model.amount.range",
            ("median", texts.Numbers.Number(band.P50)),
            ("low", Rough(band.P05, texts)),
            ("high", Rough(band.P95, texts)),
            ("unit", unit)
        );
    }

    /// <summary>Two significant figures: the ends of a range are no better known.</summary>
    private static string Rough(double value, MessageCatalog texts)
    {
        if (value == 0)
        {
            return texts.Numbers.Number(0);
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return texts.Numbers.Number(Math.Round(value / step) * step);
    }
}
