// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.WhatIf;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Features.WhatIf;

/// <summary>
/// Models of plans, compiled and ready to be played with, by revision. Whole answers are worked out as many at a time as
/// there are processors, and wait in line beyond that: any number of visitors get theirs, none starves the site.
/// </summary>
internal sealed class WhatIfShelf : IDisposable
{
    private const int MostModels = 24;

    private readonly MemoryCache _models = new(new MemoryCacheOptions { SizeLimit = MostModels });
    private readonly SemaphoreSlim _line = new(Environment.ProcessorCount);
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
        if (!isWhole)
        {
            return WhatIfAnswer.Of(runner, outlook, open.Reading.Plan, open.Assessment, wish, false, cancellation);
        }

        await _line.WaitAsync(cancellation);
        try
        {
            return await Task.Run(
                () => WhatIfAnswer.Of(runner, outlook, open.Reading.Plan, open.Assessment, wish, true, cancellation),
                cancellation
            );
        }
        finally
        {
            _line.Release();
        }
    }

    public void Dispose()
    {
        _models.Dispose();
        _line.Dispose();
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
