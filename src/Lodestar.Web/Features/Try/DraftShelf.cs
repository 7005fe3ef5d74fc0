// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Features.Try;

/// <summary>Drafts for as long as somebody looks at them. Bounded in time and in size; the least used go first.</summary>
internal sealed class DraftShelf : IDisposable
{
    private const long LimitBytes = 256L << 20;
    private const int TokenBytes = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly MemoryCache _drafts = new(new MemoryCacheOptions { SizeLimit = LimitBytes });

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>False when there is no room for it, even after the least used have gone.</summary>
    public bool Keep(Draft draft)
    {
        var size = draft.Bytes.Length + draft.Import.Plans.Sum(p => p.Files.Sum(f => (long)f.Value.Length));
        for (var attempt = 0; attempt < 2; attempt++)
        {
            _drafts.Set(draft.Token, draft, new MemoryCacheEntryOptions { Size = size, SlidingExpiration = Kept });
            if (_drafts.TryGetValue(draft.Token, out _))
            {
                return true;
            }

            // A full shelf takes nothing and makes room in the background; make it now and try once more.
            _drafts.Compact(0.5);
        }

        return false;
    }

    /// <summary>Changes the draft as it stands now, whatever became of it meanwhile; null where it is gone, or the change says so.</summary>
    public Draft? Change(string token, Func<Draft, Draft?> change)
    {
        lock (_gate)
        {
            return Find(token) is { } draft && change(draft) is { } changed && Keep(changed) ? changed : null;
        }
    }

    public Draft? Find(string token) => _drafts.TryGetValue<Draft>(token, out var draft) ? draft : null;

    public void Drop(string token) => _drafts.Remove(token);

    public void Dispose() => _drafts.Dispose();
}
