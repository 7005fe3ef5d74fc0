// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Climate;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Components.Warming;

/// <summary>
/// Answers already worked out, by revision, day and question: page, table and API of one question share a run of the
/// ensemble. A key names all that an answer depends on, so an entry is never stale.
/// </summary>
internal sealed class WarmingShelf : IDisposable
{
    private const int MostAnswers = 300;
    private const int FirstPastYear = 1990;

    /// <summary>Names the emulator's set and the usual background, for the keys of what is made of answers.</summary>
    public static string Stamp => $"{Calibration.Shipped.Identity.Id} {WorldPathways.Default.Id}";

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostAnswers });
    private readonly Lazy<WarmingOutlook> _past = new(Past);

    /// <param name="of">What is asked of: revision and day, or an alliance in a state of the store.</param>
    /// <param name="work">Runs the ensemble; takes tenths of a second.</param>
    /// <param name="members">Of an alliance: whose paths are in it; asked after the work is done.</param>
    public WarmingCase Answer(
        string of,
        WarmingWish wish,
        Func<WarmingAnswer> work,
        Func<WarmingMembers?>? members = null
    )
    {
        if (_answers.TryGetValue<WarmingCase>((of, wish), out var kept) && kept is not null)
        {
            return kept;
        }

        var answer = work();
        var made = new WarmingCase(wish, answer.Warming, answer.Missing, answer.Warming is null ? null : _past.Value)
        {
            Members = members?.Invoke(),
        };
        return _answers.Set((of, wish), made, new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose() => _answers.Dispose();

    private static WarmingOutlook Past()
    {
        var climate = ClimateModel.Shipped;
        var run = climate.Ensemble.Run(climate.Calibration.History);
        return WarmingOutlook.Of(run, FirstPastYear, climate.FirstYear, PlaceWarmings.Limits);
    }
}
