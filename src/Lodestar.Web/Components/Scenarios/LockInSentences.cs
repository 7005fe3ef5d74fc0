// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.LockIn;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Web.Components.Scenarios;

/// <summary>What is locked in, in sentences that somebody could read aloud.</summary>
internal static class LockInSentences
{
    /// <summary>What stands today, and with what is yet installed, still emits in the zero year, else in the last.</summary>
    public static Message Lead(ScenarioView view, LockInCurve curve)
    {
        var year = curve.ZeroYear ?? curve.LastYear;
        var values = new[]
        {
            ("year", (object)year),
            ("standing", new Quantity(view.In(curve.Standing(year)), view.Unit)),
            ("all", new Quantity(view.In(curve.Standing(year) + curve.Planned(year)), view.Unit)),
            ("scenario", view.Name(view.Outlook.Expected)),
        };
        return curve.ZeroYear is null
            ? Message.Of("web.lock-in.lead.last", values)
            : Message.Of("web.lock-in.lead.zero", values);
    }

    /// <summary>The last year to install each stock, those of its kinds together that share one; those of which it does not matter are left out.</summary>
    public static IEnumerable<Message> Last(LockInCurve curve)
    {
        foreach (var group in LastOfStock.Together(curve.Last))
        {
            var stock = group.Key.Stock.Stock.Title ?? group.Key.Stock.Stock.Name;
            var what = group.First().Last.Labels.IsEmpty
                ? Message.Of("web.lock-in.last.whole", ("stock", stock))
                : Message.Of(
                    "web.lock-in.last.kinds",
                    ("stock", stock),
                    ("kinds", group.Select(l => (object)l.Kind).ToList())
                );
            var zero = curve.ZeroYear!.Value;
            yield return group.Key.Year is not { } year
                ? Message.Of("web.lock-in.last.never", ("what", what), ("first", curve.FirstYear), ("zero", zero))
            : year < curve.Today ? Message.Of("web.lock-in.last.past", ("what", what), ("year", year), ("zero", zero))
            : Message.Of("web.lock-in.last.ahead", ("what", what), ("year", year), ("zero", zero));
        }
    }
}
