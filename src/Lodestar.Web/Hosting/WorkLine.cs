// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Hosting;

/// <summary>
/// Work that holds a processor for tenths of a second: as much at a time as there are processors, the rest in line, and
/// beyond a bound refused at once. Whoever waits is told so in seconds, and the rest of the site goes on.
/// </summary>
internal sealed class WorkLine(int longest) : IDisposable
{
    /// <summary>The policy that bounds how often a visitor may ask for such work.</summary>
    public const string Limit = "work";

    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private int _taken;

    /// <summary>Does work when its turn comes.</summary>
    /// <exception cref="LineFullException">More wait already than are let wait; <see cref="FullLine"/> says so to people.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _taken) > longest)
        {
            Interlocked.Decrement(ref _taken);
            throw new LineFullException();
        }

        try
        {
            await _places.WaitAsync(cancellation);
            try
            {
                return await Task.Run(work, cancellation);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _taken);
        }
    }

    public void Dispose() => _places.Dispose();
}

/// <summary>No more work is taken for now.</summary>
internal sealed class LineFullException : Exception;

/// <summary>Says that the line of work is full: status 503, and when to come again.</summary>
internal static class FullLine
{
    private const string Seconds = "5";

    public static void UseFullLineAnswer(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (LineFullException) when (!context.Response.HasStarted)
                {
                    context.Response.Clear();
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    context.Response.Headers.RetryAfter = Seconds;
                }
            }
        );
}
