// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Alliances;

/// <summary>An alliance in sentences that a person could read aloud.</summary>
internal static class AllianceLead
{
    /// <summary>How many belong to it, and what is emitted inside them.</summary>
    public static string Headline(AllianceView view, MessageCatalog texts) =>
        view.Totals.Main is { Fullest: { } part } some && part.Places * 2 < view.Counting.Count
            ? texts.Of(
                "web.alliances.lead-part",
                ("name", view.Alliance.Name),
                ("count", view.Counting.Count),
                ("places", part.Places),
                ("sum", PlaceFigures.Mass(texts, part.Counted!.Value, some.Gas)),
                ("year", part.Year)
            )
        : view.Totals.Main is { Fullest: { } year } gas
            ? texts.Of(
                "web.alliances.lead",
                ("name", view.Alliance.Name),
                ("count", view.Counting.Count),
                ("sum", PlaceFigures.Mass(texts, year.Counted!.Value, gas.Gas)),
                ("year", year.Year)
            )
        : texts.Of("web.alliances.lead-none", ("name", view.Alliance.Name), ("count", view.Counting.Count));

    /// <summary>How many are counted, and how far what is missing may reach.</summary>
    public static Message? Counted(AllianceView view, MessageCatalog texts)
    {
        if (view.Totals.Main is not { Fullest: { } year } gas)
        {
            return null;
        }

        var (counted, missing) = (year.Places, year.Missing.Count);
        return missing == 0 ? Message.Of("web.alliances.counted-all", ("count", counted))
            : year.High is { } most
            && PlaceFigures.Mass(texts, most, gas.Gas) == PlaceFigures.Mass(texts, year.Low, gas.Gas)
                ? Message.Of("web.alliances.counted-near", ("count", counted), ("missing", missing))
            : year.High is { } high
                ? Message.Of(
                    "web.alliances.counted",
                    ("count", counted),
                    ("missing", missing),
                    ("low", PlaceFigures.Mass(texts, year.Low, gas.Gas)),
                    ("high", PlaceFigures.Mass(texts, high, gas.Gas))
                )
            : Message.Of("web.alliances.counted-open", ("count", counted), ("missing", missing));
    }

    /// <summary>What the paths come to, and when the last one ends; nothing where nobody states any.</summary>
    public static IEnumerable<Message> Promised(AllianceView view)
    {
        var promises = view.Promises;
        var cuts = promises.Milestones.Where(m => m is { Cut: not null, Level.Year: 2030 or 2050 }).ToList();
        if (promises.CommonYear is { } common && cuts.Count == 2)
        {
            yield return Message.Of(
                "web.alliances.promised",
                ("count", cuts[0].Places),
                ("first", Change(cuts[0].Cut!.Value)),
                ("second", Change(cuts[1].Cut!.Value)),
                ("since", common)
            );
        }

        if (promises.ZeroYears.Count > 0)
        {
            yield return Message.Of(
                "web.alliances.zero",
                ("count", promises.ZeroYears.Sum(z => z.Places.Count)),
                ("first", promises.ZeroYears[0].Year),
                ("last", promises.ZeroYears[^1].Year)
            );
        }
        else
        {
            yield return Message.Of("web.alliances.zero-none");
        }
    }

    public static Message Change(double cut) =>
        Message.Of(
            cut >= 0 ? "web.alliances.change-less" : "web.alliances.change-more",
            ("share", new Share(Math.Abs(cut)))
        );
}
