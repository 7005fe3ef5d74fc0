// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Texts;

/// <summary>Shorthands for pages, which hold no sentence of their own.</summary>
internal static class Say
{
    public static string Of(
        this MessageCatalog texts,
        string id,
        params ReadOnlySpan<(string Name, object Value)> values
    ) => texts.Render(Message.Of(id, values));

    /// <summary>Several sentences in a row.</summary>
    public static string Of(this MessageCatalog texts, IEnumerable<Message> sentences) =>
        string.Join(' ', sentences.Select(texts.Render));

    /// <summary>A moment as a day and a time, both in UTC.</summary>
    public static string Moment(this MessageCatalog texts, DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return texts.Of("web.moment", ("day", DateOnly.FromDateTime(utc)), ("time", $"{utc:HH\\:mm}"));
    }
}
