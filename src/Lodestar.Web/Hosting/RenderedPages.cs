// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace Lodestar.Web.Hosting;

/// <summary>
/// Pages already rendered and compressed, by their entity tag. A tag names everything a page depends on, so an entry is
/// never stale; the oldest unused go when the whole grows too large.
/// </summary>
internal sealed class RenderedPages : IDisposable
{
    private const long LimitBytes = 64L << 20;

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = LimitBytes });

    /// <param name="tag">Names everything that the page depends on.</param>
    /// <param name="page">Makes the page; not asked where it is kept.</param>
    public IResult Page(string tag, Func<IResult> page) => new Kept(this, tag, page);

    public void Dispose() => _entries.Dispose();

    private async Task SendAsync(HttpContext context, string tag, Func<IResult> page)
    {
        if (!_entries.TryGetValue<byte[]>(tag, out var brotli) || brotli is null)
        {
            brotli = Compress(await RenderAsync(context, page()));
            _entries.Set(tag, brotli, new MemoryCacheEntryOptions { Size = brotli.Length });
        }

        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "br";
            response.ContentLength = brotli.Length;
            await response.Body.WriteAsync(brotli, context.RequestAborted);
            return;
        }

        await using var plain = new BrotliStream(new MemoryStream(brotli), CompressionMode.Decompress);
        await plain.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static async Task<byte[]> RenderAsync(HttpContext context, IResult page)
    {
        var wire = context.Response.Body;
        using var memory = new MemoryStream();
        context.Response.Body = memory;
        try
        {
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        return memory.ToArray();
    }

    private static byte[] Compress(byte[] html)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.Optimal))
        {
            brotli.Write(html);
        }

        return memory.ToArray();
    }

    private sealed class Kept(RenderedPages pages, string tag, Func<IResult> page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => pages.SendAsync(httpContext, tag, page);
    }
}
