// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Lodestar.Formats.CouncilPapers;
using Lodestar.Formats.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using Lodestar.Web.Hosting;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Features.Reports;

/// <summary>
/// Council papers already made, by revision, day and what the library says. New ones are made as many at a time as there
/// are processors; whoever asks for one that is being made waits for it.
/// </summary>
internal sealed class ReportShelf(LibraryReading shared) : IDisposable
{
    private const int MostPapers = 100;
    private const long MostBytes = 32L << 20;

    private readonly MemoryCache _papers = new(new MemoryCacheOptions { SizeLimit = MostPapers });
    private readonly MemoryCache _files = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly SemaphoreSlim _line = new(Environment.ProcessorCount);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _underway = new(StringComparer.Ordinal);

    /// <summary>Names everything that a paper depends on.</summary>
    public string KeyOf(OpenPlan open) =>
        $"{open.Revision.Id} {open.Assessment.Date:O} {shared.Stamp} {PageResults.CodeVersion} {PlanPaper.Version}";

    /// <summary>What the paper says.</summary>
    public Task<CouncilPaper> PaperAsync(OpenPlan open, CancellationToken cancellation)
    {
        var key = KeyOf(open);
        return MadeAsync(_papers, key, () => Paper(open, key, cancellation), cancellation);
    }

    /// <summary>The paper as a Word document.</summary>
    public Task<byte[]> FileAsync(OpenPlan open, MessageCatalog texts, CancellationToken cancellation)
    {
        var key = KeyOf(open);
        return MadeAsync(
            _files,
            $"{key} {texts.Language}",
            () =>
            {
                var bytes = PaperDocument.Write(Paper(open, key, cancellation), texts);
                return _files.Set(
                    $"{key} {texts.Language}",
                    bytes,
                    new MemoryCacheEntryOptions { Size = bytes.Length }
                );
            },
            cancellation
        );
    }

    public void Dispose()
    {
        _papers.Dispose();
        _files.Dispose();
        _line.Dispose();
    }

    private CouncilPaper Paper(OpenPlan open, string key, CancellationToken cancellation) =>
        _papers.Get<CouncilPaper>(key)
        ?? _papers.Set(
            key,
            PlanPaper.Of(open.Reading, open.Assessment, cancellation),
            new MemoryCacheEntryOptions { Size = 1 }
        );

    /// <summary>What is kept; else made in line, once for all who ask for it meanwhile.</summary>
    private async Task<T> MadeAsync<T>(MemoryCache cache, string key, Func<T> make, CancellationToken cancellation)
        where T : class
    {
        if (cache.Get<T>(key) is { } kept)
        {
            return kept;
        }

        var one = _underway.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await one.WaitAsync(cancellation);
        try
        {
            if (cache.Get<T>(key) is { } made)
            {
                return made;
            }

            await _line.WaitAsync(cancellation);
            try
            {
                return await Task.Run(make, cancellation);
            }
            finally
            {
                _line.Release();
            }
        }
        finally
        {
            _underway.TryRemove(key, out _);
            one.Release();
        }
    }
}
