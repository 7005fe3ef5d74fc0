// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.CouncilPapers;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Features.Reports;

/// <summary>
/// Council papers already made, by revision and day, on which alone they depend. New ones are made as many at a time as
/// there are processors, and wait in line beyond that.
/// </summary>
internal sealed class ReportShelf : IDisposable
{
    private const int MostPapers = 100;
    private const long MostBytes = 32L << 20;

    private readonly MemoryCache _papers = new(new MemoryCacheOptions { SizeLimit = MostPapers });
    private readonly MemoryCache _files = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly SemaphoreSlim _line = new(Environment.ProcessorCount);

    /// <summary>What the paper says.</summary>
    public async Task<CouncilPaper> PaperAsync(OpenPlan open, CancellationToken cancellation)
    {
        var key = (open.Revision.Id, open.Assessment.Date);
        if (_papers.TryGetValue<CouncilPaper>(key, out var kept) && kept is not null)
        {
            return kept;
        }

        await _line.WaitAsync(cancellation);
        try
        {
            var paper = await Task.Run(() => PlanPaper.Of(open.Reading, open.Assessment, cancellation), cancellation);
            return _papers.Set(key, paper, new MemoryCacheEntryOptions { Size = 1 });
        }
        finally
        {
            _line.Release();
        }
    }

    /// <summary>The paper as a Word document.</summary>
    public async Task<byte[]> FileAsync(OpenPlan open, MessageCatalog texts, CancellationToken cancellation)
    {
        var key = (open.Revision.Id, open.Assessment.Date, texts.Language);
        if (_files.TryGetValue<byte[]>(key, out var kept) && kept is not null)
        {
            return kept;
        }

        var paper = await PaperAsync(open, cancellation);
        var bytes = PaperDocument.Write(paper, texts);
        return _files.Set(key, bytes, new MemoryCacheEntryOptions { Size = bytes.Length });
    }

    public void Dispose()
    {
        _papers.Dispose();
        _files.Dispose();
        _line.Dispose();
    }
}
