// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Asks;

/// <summary>A name with where it leads; null where there is no page of it.</summary>
public readonly record struct NamedLink(string Name, string? Href);

/// <summary>Names of those who are asked and of those who ask with a place.</summary>
internal static class AskNames
{
    /// <summary>A place by code or id, or an alliance by id; what is neither keeps its code.</summary>
    public static NamedLink Of(PlaceCatalog catalog, string code, MessageCatalog texts) =>
        catalog.Library.FindAlliance(code) is { } alliance
            ? new(alliance.Name.In(texts.Language), $"/alliances/{alliance.Id}")
        : PlaceOf(catalog, code) is { } place ? new(place.In(texts), place.Href())
        : new(code, null);

    public static string Of(this MessageCatalog texts, ControlLevel level) => texts.Of(ControlWords.TextId(level));

    public static string Of(this MessageCatalog texts, AskInstrument instrument) =>
        texts.Of(ControlWords.TextId(instrument));

    public static string Of(this MessageCatalog texts, Planning.Series.ValueKind kind) =>
        texts.Of(ControlWords.TextId(kind));

    private static Jurisdiction? PlaceOf(PlaceCatalog catalog, string code) => catalog.Gazetteer.Find(code);
}
