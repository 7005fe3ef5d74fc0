// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Control;
using Microsoft.AspNetCore.WebUtilities;

namespace Lodestar.Web.Features.Asks;

/// <summary>What the address of an alliance's asks asks for: ?status=made&amp;instrument=law&amp;level=nation&amp;year=2030.</summary>
public sealed record AskWish(AskStatus? Status, AskInstrument? Instrument, ControlLevel? Level, int? Year)
{
    private const int FirstYear = 1750;
    private const int LastYear = 2200;

    internal static readonly AskStatus[] Statuses = Enum.GetValues<AskStatus>();
    internal static readonly AskInstrument[] Instruments = Enum.GetValues<AskInstrument>();
    internal static readonly ControlLevel[] Levels = Enum.GetValues<ControlLevel>();

    /// <summary>What is no word of a filter filters nothing.</summary>
    internal static AskWish Of(IQueryCollection query) =>
        new(
            Find(Statuses, ControlWords.Word, query["status"]),
            Find(Instruments, ControlWords.Word, query["instrument"]),
            Find(Levels, ControlWords.Word, query["level"]),
            int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear
                ? year
                : null
        );

    /// <summary>The first value that filters nothing though one is given, with what it may be; null when all are understood.</summary>
    internal static (string Name, string Value, string Allowed)? NotUnderstood(IQueryCollection query)
    {
        var wish = Of(query);
        (string Name, bool Understood, Func<string> Allowed)[] fields =
        [
            ("status", wish.Status is not null, () => string.Join(", ", Statuses.Select(ControlWords.Word))),
            ("instrument", wish.Instrument is not null, () => string.Join(", ", Instruments.Select(ControlWords.Word))),
            ("level", wish.Level is not null, () => string.Join(", ", Levels.Select(ControlWords.Word))),
            ("year", wish.Year is not null, () => FormattableString.Invariant($"{FirstYear}-{LastYear}")),
        ];
        foreach (var (name, understood, allowed) in fields)
        {
            if (!understood && query[name].ToString() is { Length: > 0 } value)
            {
                return (name, value, allowed());
            }
        }

        return null;
    }

    public bool IsFiltered => this != new AskWish(null, null, null, null);

    public bool Takes(AskInput ask) =>
        (Status is null || ask.Status == Status)
        && (Instrument is null || ask.Instrument == Instrument)
        && (Level is null || ask.Level == Level);

    /// <summary>"" when nothing is asked for.</summary>
    public string Query
    {
        get
        {
            var parts = new List<KeyValuePair<string, string?>>();
            if (Status is { } status)
            {
                parts.Add(new("status", ControlWords.Word(status)));
            }

            if (Instrument is { } instrument)
            {
                parts.Add(new("instrument", ControlWords.Word(instrument)));
            }

            if (Level is { } level)
            {
                parts.Add(new("level", ControlWords.Word(level)));
            }

            if (Year is { } year)
            {
                parts.Add(new("year", year.ToString(CultureInfo.InvariantCulture)));
            }

            return QueryHelpers.AddQueryString("", parts);
        }
    }

    private static T? Find<T>(T[] values, Func<T, string> word, string? wanted)
        where T : struct => values.Where(v => word(v) == wanted).Select(v => (T?)v).FirstOrDefault();
}
