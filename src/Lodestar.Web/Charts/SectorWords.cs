// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Web.Charts;

/// <summary>What the sector chart says in words.</summary>
internal static class SectorWords
{
    public static Message Title(SectorLines chart)
    {
        var last = chart
            .Lines.Where(l => l.Years is [.., { Amount: not null } end] && end.Year == chart.LastYear)
            .ToArray();
        var sum = last.Sum(l => l.Last!.Value.Amount!.Value);
        var largest = last.MaxBy(l => l.Last!.Value.Amount!.Value);
        var amount = largest?.Last?.Amount ?? 0;
        return sum > 0 && amount > 0 && chart.Lines.Count > 1
            ? Message.Of(
                "chart.sectors.title",
                ("sector", Name(largest!.Code)),
                ("share", new Share(amount / sum)),
                ("year", chart.LastYear)
            )
            : Message.Of("chart.sectors.title.plain", ("first", chart.FirstYear), ("last", chart.LastYear));
    }

    public static Message Subtitle(SectorLines chart) =>
        Message.Of(
            "chart.sectors.subtitle",
            ("unit", chart.Unit.Display),
            ("first", chart.FirstYear),
            ("last", chart.LastYear)
        );

    public static Message Name(string code) =>
        code == SectorLines.Other ? Message.Of("chart.sector.other") : Categories.Name(code);

    public static Message Year(SectorLines chart, SectorLine line, SectorYear year) =>
        year.Amount is { } amount
            ? Message.Of(
                "chart.sectors.year",
                ("sector", Name(line.Code)),
                ("year", year.Year),
                ("amount", new Quantity(amount, chart.Unit))
            )
            : Message.Of("chart.sectors.missing", ("sector", Name(line.Code)), ("year", year.Year));

    public static string Description(SectorLines chart, MessageCatalog texts) =>
        string.Join(
            " ",
            chart
                .Lines.Where(l => l.Last is not null)
                .Select(l =>
                    Message.Of(
                        "chart.sectors.desc",
                        ("sector", Name(l.Code)),
                        ("first", l.First!.Value.Year),
                        ("start", new Quantity(l.First.Value.Amount!.Value, chart.Unit)),
                        ("last", l.Last!.Value.Year),
                        ("end", new Quantity(l.Last.Value.Amount!.Value, chart.Unit))
                    )
                )
                .Select(texts.Render)
        );
}
