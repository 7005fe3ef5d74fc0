// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Sockets;
using Lodestar.Cli.Serving;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class ServeTests : IDisposable
{
    private const string FirstWords = "Lodestar listens on ";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_ThenCtrlC_AnswersAndStopsCleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal to send.");
        using var process = LodestarProgram.Start(
            _folder.Path,
            "serve",
            "--url",
            "http://127.0.0.1:0",
            "--data",
            "data",
            "--no-samples"
        );
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var first = await process.StandardOutput.ReadLineAsync(patience.Token);
        if (first?.StartsWith(FirstWords, StringComparison.Ordinal) != true)
        {
            process.Kill();
            Assert.Fail($"It began with: {first} {await process.StandardError.ReadToEndAsync(patience.Token)}");
        }

        using var client = new HttpClient();
        var health = await client.GetStringAsync(
            new Uri(new Uri(first[FirstWords.Length..]), "healthz"),
            patience.Token
        );
        LodestarProgram.Interrupt(process);
        var ran = await LodestarProgram.EndAsync(process);

        Assert.Equal("ok", health);
        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(ran.Error);
        Assert.Contains("Lodestar stopped.", ran.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.Combine("data/lodestar.db")));
    }

    [Fact]
    public async Task Serve_PortInUse_SaysSoAndEndsWithFour()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var ran = await LodestarProgram.RunAsync(_folder.Path, "serve", "--url", url, "--data", "data", "--no-samples");

        Assert.Equal(4, ran.ExitCode);
        Assert.Empty(ran.Out);
        Assert.Contains($"Something listens on {url} already.", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AddressFromTheEnvironment_IsTaken()
    {
        var ran = await LodestarProgram.CallAsync(
            s => s with { Variable = v => v == "LODESTAR_URL" ? "ftp://127.0.0.1" : null },
            "serve"
        );

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("ftp://127.0.0.1", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5310", true)]
    [InlineData("http://localhost:5310/", true)]
    [InlineData("http://0.0.0.0:8080", true)]
    [InlineData("http://*:8080", false)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("https://127.0.0.1:5310", false)]
    [InlineData("127.0.0.1:5310", false)]
    [InlineData("http://127.0.0.1:99999", false)]
    [InlineData("http://127.0.0.1:5310/plans", false)]
    [InlineData("", false)]
    public void Address_PlainHttpOnAHost_IsUsable(string url, bool usable) =>
        Assert.Equal(usable, ServeCommand.IsUsable(url));
}
