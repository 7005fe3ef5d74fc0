// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Scenarios;
using Lodestar.Units;

namespace Lodestar.Web.Components.Scenarios;

/// <summary>What a plan's scenarios come to, in sentences that somebody could read aloud.</summary>
internal static class ScenarioSentences
{
    /// <summary>What was promised next, and where existing and planned measures lead by then.</summary>
    public static IEnumerable<Message> Lead(ScenarioView view, MessageCatalog texts) =>
        view.Next is { } next ? Stop(view, next, texts) : Unpromised(view, texts);

    /// <summary>The same for the year of net zero, and the odds of both; empty where nothing is promised.</summary>
    public static IEnumerable<Message> More(ScenarioView view, MessageCatalog texts)
    {
        if (view.Zero is { } zero && zero != view.Next)
        {
            foreach (var sentence in Stop(view, zero, texts))
            {
                yield return sentence;
            }
        }

        if (view.IsFirm && Told(view).All(r => !r.Bands.IsEmpty))
        {
            yield return Ranges(view, (view.Zero ?? view.Next)?.Year ?? view.LastYear, texts);
        }

        foreach (var sentence in Odds(view))
        {
            yield return sentence;
        }
    }

    private static Message Ranges(ScenarioView view, int year, MessageCatalog texts)
    {
        List<Message> ranges = [];
        foreach (var run in Told(view))
        {
            var band = run.Bands[year - run.FirstYear];
            ranges.Add(
                Message.Of(
                    "web.scenarios.ranges.of",
                    ("low", Rough(view.In(band.P05), texts)),
                    ("high", Rough(view.In(band.P95), texts)),
                    ("unit", view.Unit.Display),
                    ("scenario", Lower(texts.Render(view.Name(run))))
                )
            );
        }

        return Message.Of("web.scenarios.ranges", ("year", year), ("ranges", ranges));
    }

    /// <summary>The scenarios that are told of: what is decided, and what is planned where that is more.</summary>
    public static IEnumerable<ScenarioRun> Told(ScenarioView view)
    {
        yield return view.Outlook.Expected;
        if (view.Outlook.Planned != view.Outlook.Expected)
        {
            yield return view.Outlook.Planned;
        }
    }

    /// <summary>A year's emissions with all measures delivered as stated; where most of the spread rests on what nobody has checked, the range of the draws alone.</summary>
    public static Message Amount(ScenarioView view, ScenarioRun run, int year, MessageCatalog texts)
    {
        var amount = view.In(run.At(year)!.Value);
        if (run.Bands.IsEmpty || view.IsFirm)
        {
            return Message.Of("web.scenarios.amount", ("amount", new Quantity(amount, view.Unit)));
        }

        var band = run.Bands[year - run.FirstYear];
        return Message.Of(
            "web.model.amount.range",
            ("low", Rough(view.In(band.P05), texts)),
            ("high", Rough(view.In(band.P95), texts)),
            ("unit", view.Unit.Display)
        );
    }

    /// <summary>How wedges were worked out, and how sure they are.</summary>
    public static Message Method(AttributionReport report) =>
        report.IsExact
            ? Message.Of("chart.wedges.exact", ("runs", report.Runs))
            : Message.Of("chart.wedges.sampled", ("orders", 2 * report.Pairs), ("runs", report.Runs));

    private static IEnumerable<Message> Stop(ScenarioView view, PromisedStop stop, MessageCatalog texts)
    {
        var limit = view.In(stop.Limit);
        yield return Message.Of(
            !stop.IsNetZero ? "web.scenarios.promise.limit"
                : limit <= 0 ? "web.scenarios.promise.zero"
                : "web.scenarios.promise.left",
            ("place", view.Plan.NameIn(texts.Language)),
            ("year", stop.Year),
            ("limit", new Quantity(limit, view.Unit))
        );
        yield return Leads(view, stop.Year, texts);
    }

    private static Message Leads(ScenarioView view, int year, MessageCatalog texts)
    {
        var told = Told(view).ToList();
        return told.Count == 2
            ? Message.Of(
                "web.scenarios.leads.two",
                ("first", view.Name(told[0])),
                ("existing", Amount(view, told[0], year, texts)),
                ("planned", Amount(view, told[1], year, texts)),
                ("second", Lower(texts.Render(view.Name(told[1]))))
            )
            : Message.Of(
                "web.scenarios.leads.one",
                ("first", view.Name(told[0])),
                ("amount", Amount(view, told[0], year, texts))
            );
    }

    private static IEnumerable<Message> Unpromised(ScenarioView view, MessageCatalog texts)
    {
        yield return Message.Of(
            "web.scenarios.unpromised",
            ("place", view.Plan.NameIn(texts.Language)),
            ("year", view.LastYear)
        );
        yield return Leads(view, view.LastYear, texts);
    }

    private static IEnumerable<Message> Odds(ScenarioView view)
    {
        foreach (var run in Told(view))
        {
            List<Message> said = [];
            foreach (var stop in new[] { view.Next, view.Zero }.OfType<PromisedStop>().Distinct())
            {
                if (run.AtMost(stop.Year, stop.Limit) is { Count: > 0 } odds)
                {
                    said.Add(
                        Message.Of(
                            "web.scenarios.odds.stop",
                            ("year", stop.Year),
                            ("odds", OddsSaid.Of(odds, view.IsFirm))
                        )
                    );
                }
            }

            if (said.Count > 0)
            {
                yield return Message.Of("web.scenarios.odds.of", ("scenario", view.Name(run)), ("odds", said));
            }
        }
    }

    // Within a sentence; titles that places gave stay as they are.
    private static string Lower(string name) =>
        name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

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
