// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Lodestar.Web.Hosting;

/// <summary>How much of the site's work goes to one address.</summary>
internal static class Visitors
{
    private const int NetworkBytes = 8;

    // Of what is worked out while somebody waits, one address holds so many places in the line. A class of pupils behind
    // one address queues apart for them, and costs others nothing.
    private const int AtOnce = 2;
    private const int Waiting = 128;

    /// <summary>The address; of IPv6 the network of 64 bits, all of which one household has.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    internal static string Of(IPAddress? address)
    {
        if (address is null or { AddressFamily: not AddressFamily.InterNetworkV6 } or { IsIPv4MappedToIPv6: true })
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return new IPAddress(bytes).ToString();
    }

    public static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            Of(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }
        );

    public static RateLimitPartition<string> FewAtOnce(HttpContext context) =>
        RateLimitPartition.GetConcurrencyLimiter(
            $"at once {Of(context)}",
            _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting }
        );

    /// <summary>Says when to come again, where that is known.</summary>
    public static void SayWhen(HttpContext context, RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
        }
    }
}
