// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Climate;

/// <summary>Whose warming is told, and what was assumed of its emissions.</summary>
/// <param name="Missing">Greenhouse gases that are not in its path, as <c>PlacePathways.Gases</c> names them.</param>
internal sealed record Emitter(
    string Name,
    Attribution Caused,
    IReadOnlyList<string> Missing,
    IReadOnlyList<Message> Assumptions
)
{
    /// <summary>False where the emulator left the range in which it has numbers.</summary>
    public bool IsFinite => Caused.WithAndWithout.Concat(Caused.ShareOfForcing).SelectMany(All).All(double.IsFinite);

    /// <summary>Up to the asked 1 January, or the one after the last year with emissions.</summary>
    public IEnumerable<int> Years(int end) =>
        Enumerable.Range(Caused.FirstYear, Math.Min(Caused.LastYear, end) - Caused.FirstYear + 1);

    public Band WithAndWithout(int year) => Caused.WithAndWithout[year - Caused.FirstYear];

    public Band ShareOfForcing(int year) => Caused.ShareOfForcing[year - Caused.FirstYear];

    private static double[] All(Band band) => [band.P05, band.P17, band.P33, band.P50, band.P67, band.P83, band.P95];
}
