// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lodestar.Planning.Practices;

namespace Lodestar.Web.Features.Practices;

/// <summary>Keeps the search of each language for as long as its catalogue of places is in use.</summary>
internal static class PracticeShelf
{
    private static readonly ConditionalWeakTable<PlaceCatalog, ConcurrentDictionary<string, PracticeSearch>> Kept = [];

    public static PracticeSearch Of(PlaceCatalog catalog, string language) =>
        Kept.GetOrCreateValue(catalog)
            .GetOrAdd(language, l => new PracticeSearch(catalog.Library, catalog.Gazetteer, catalog.Day, l));
}
