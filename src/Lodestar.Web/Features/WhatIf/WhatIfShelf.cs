// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.WhatIf;
using Lodestar.Web.Hosting;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Features.WhatIf;

/// <summary>
/// Models of plans, compiled and ready to be played with, and the whole answers that were asked for lately. Those are worked
/// out in the site's line of work: a visitor's moves starve nobody.
/// </summary>
internal sealed class WhatIfShelf(WorkLine line) : IDisposable
{
    private const int MostModels = 24;
    private const long MostBytes = 64L << 20;

    // An answer beside its draws: paths, lines and wedges.
    private const long FixedBytes = 64L << 10;

    private readonly MemoryCache _models = new(new MemoryCacheOptions { SizeLimit = MostModels });
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly Lock _gate = new();

    /// <summary>Answers a wish.</summary>
    /// <param name="open">The plan.</param>
    /// <param name="parts">What an address asks for.</param>
    /// <param name="isWhole">With odds and wedges.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the plan has no model that could be played with.</returns>
    public async Task<WhatIfAnswer?> AnswerAsync(
        OpenPlan open,
        IEnumerable<KeyValuePair<string, string>> parts,
        bool isWhole,
        CancellationToken cancellation
    )
    {
        if (open.Reading.Outlook is not { } outlook || Runner(open) is not { } runner)
        {
            return null;
        }

        var wish = WhatIfWish.Of(parts, outlook.Model, outlook.Set);
        WhatIfAnswer? Answer() =>
            WhatIfAnswer.Of(runner, outlook, open.Reading.Plan, open.Assessment, wish, isWhole, cancellation);
        if (!isWhole)
        {
            return Answer();
        }

        // What was refused is said in the answer, and is not in the query.
        if (wish.Refused.Count > 0)
        {
            return await line.RunAsync(Answer, cancellation);
        }

        var key = (open.Revision.Id, open.Assessment.Date, wish.Query);
        if (_answers.TryGetValue<WhatIfAnswer>(key, out var kept) && kept is not null)
        {
            return kept;
        }

        return await line.RunAsync(
            () => _answers.TryGetValue<WhatIfAnswer>(key, out kept) && kept is not null ? kept : Keep(key, Answer()),
            cancellation
        );
    }

    public void Dispose()
    {
        _models.Dispose();
        _answers.Dispose();
    }

    private WhatIfAnswer? Keep((string, DateOnly, string) key, WhatIfAnswer? answer)
    {
        if (answer is not null)
        {
            var draws = sizeof(double) * (long)ScenarioRunner.DrawCount * answer.Run.Path.Length;
            _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = FixedBytes + draws });
        }

        return answer;
    }

    /// <summary>The model of the outlook itself, so that its measures and levers are those of the scenarios.</summary>
    private ScenarioRunner? Runner(OpenPlan open)
    {
        lock (_gate)
        {
            if (_models.TryGetValue<ScenarioRunner>(open.Revision.Id, out var kept) && kept is not null)
            {
                return ReferenceEquals(kept.Model, open.Reading.Outlook!.Model) ? kept : Keep(open);
            }

            return Keep(open);
        }
    }

    private ScenarioRunner Keep(OpenPlan open)
    {
        // One that is put out may still be in use; its memory goes with the last use of it.
        return _models.Set(
            open.Revision.Id,
            new ScenarioRunner(open.Reading.Outlook!.Model),
            new MemoryCacheEntryOptions { Size = 1 }
        );
    }
}
