// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Lodestar.Web.Features.Plans;
using Lodestar.Web.Hosting;

namespace Lodestar.App.Tests.Web;

/// <summary>Who counts as one visitor, and what many of them cost.</summary>
public sealed class VisitorTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::9", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:3::9", "2001:db8:1:3::")]
    public void Visitor_IsAnAddress_OrANetworkOf64Bits(string address, string visitor) =>
        Assert.Equal(visitor, Visitors.Of(IPAddress.Parse(address)));

    [Fact]
    public async Task OtherDays_RunNoModelAgain()
    {
        var readings = new HashSet<object>(ReferenceEqualityComparer.Instance);
        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2026, 1, 20); day = day.AddDays(1))
        {
            await using var scope = site.Services.CreateAsyncScope();
            var plans = scope.ServiceProvider.GetRequiredService<PlanLibrary>();
            var open = await plans.OpenAsync("glasgow", date: day, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(day, open!.Assessment.Date);
            readings.Add(open.Reading);
        }

        Assert.Single(readings);
    }

    [Fact]
    public async Task ManyAtOnce_WaitForOneReading()
    {
        await using var fresh = await RunningSite.WithAsync(o => o with { SamplesDirectory = RunningSite.PlansFolder });
        var opened = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(async _ =>
                {
                    await using var scope = fresh.Services.CreateAsyncScope();
                    var plans = scope.ServiceProvider.GetRequiredService<PlanLibrary>();
                    return await plans.OpenAsync("glasgow", cancellation: TestContext.Current.CancellationToken);
                })
        );

        Assert.Single(opened.Select(o => o!.Reading).Distinct(ReferenceEqualityComparer.Instance));
    }
}
