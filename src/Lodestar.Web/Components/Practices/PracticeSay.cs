// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Components;

/// <summary>Parts of practices in words.</summary>
internal static class PracticeSay
{
    /// <summary>"8.1 GWh", "40 to 45 %", "at least 150 organisations".</summary>
    public static string Amount(MessageCatalog texts, PracticeNumber number)
    {
        var amount = number.UpTo is { } high
            ? texts.Of(
                "web.practices.range",
                ("low", texts.Numbers.Number(number.Value)),
                ("high", texts.Numbers.Amount(high, number.Unit.In(texts.Language)))
            )
            : texts.Numbers.Amount(number.Value, number.Unit.In(texts.Language));
        return number.AtLeast ? texts.Of("web.practices.at-least", ("amount", amount)) : amount;
    }

    /// <summary>"2018 to 2021", "from 2022"; null when no year is stated.</summary>
    public static string? Years(MessageCatalog texts, GoodPractice practice) =>
        (practice.FromYear, practice.ToYear) switch
        {
            ({ } from, { } to) when from == to => texts.Of("web.practices.year", ("year", from)),
            ({ } from, { } to) => texts.Of("web.practices.years", ("from", from), ("to", to)),
            ({ } from, null) => texts.Of("web.practices.since", ("year", from)),
            (null, { } to) => texts.Of("web.practices.until", ("year", to)),
            _ => null,
        };
}
