// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Components;

/// <summary>The answer where the library has no measure of a name.</summary>
internal static class NoMeasure
{
    private const int MostSuggested = 5;

    /// <summary>A page with the measures that may have been meant.</summary>
    public static IResult Missing(string id, SharedLibrary library)
    {
        var words = id.Split('-', '_', ' ').Where(w => w.Length > 2).ToArray();
        return PageResults.Page<NoMeasurePage>(
            new
            {
                Asked = id,
                Meant = (IReadOnlyList<LibraryMeasure>)
                    [
                        .. library
                            .Measures.Where(m =>
                                Array.Exists(words, w => m.Id.Contains(w, StringComparison.OrdinalIgnoreCase))
                            )
                            .Take(MostSuggested),
                    ],
            },
            StatusCodes.Status404NotFound
        );
    }
}
