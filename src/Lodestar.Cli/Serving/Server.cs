// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Sockets;
using Lodestar.Cli.Terminals;
using Lodestar.Web;
using Microsoft.AspNetCore.Connections;

namespace Lodestar.Cli.Serving;

/// <summary>The web host from its start to its orderly end.</summary>
internal static class Server
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Shell shell, ServeWishes wishes, CancellationToken cancellation)
    {
        var (url, data) = (wishes.Url, wishes.Data);
        DataDirectory.Create(data);
        var options = new WebOptions
        {
            DataDirectory = data,
            SamplesDirectory = wishes.NoSamples ? null : Samples(),
            LibraryDirectory = wishes.Library,
            Url = url,
            Time = shell.Time,
        };
        await using var app = await WebHost.CreateAsync(options, cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Machine, "LS6014", ("url", url)));
        }
        catch (Exception e) when (SocketFault(e) is { } fault)
        {
            return CommandLine.Fail(
                shell,
                Failure.Of(ExitCode.Machine, "LS6015", ("url", url), ("what", fault.Message))
            );
        }

        await AnnounceAsync(shell, app.Urls, data);
        await WaitAsync(cancellation);
        using var patience = new CancellationTokenSource(Patience);
        await app.StopAsync(patience.Token);
        shell.Print(shell.Say("cli.serve.stopped"));
        return ExitCode.Fine;
    }

    private static async Task AnnounceAsync(Shell shell, IEnumerable<string> urls, string data)
    {
        foreach (var url in urls)
        {
            shell.Print(shell.Say("cli.serve.listens", ("url", url)));
        }

        shell.Print(shell.Say("cli.serve.data", ("directory", data)));
        if (urls.Any(u => !IsLoopback(u)))
        {
            shell.Print(new Ink(shell.Say("cli.serve.open"), Tone.Doubtful));
        }

        shell.Print(shell.Say("cli.serve.stop"));
        await shell.Out.FlushAsync();
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    private static async Task WaitAsync(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(stopped.SetResult);
        await stopped.Task;
    }

    private static SocketException? SocketFault(Exception e) =>
        e as SocketException ?? e.InnerException as SocketException;

    private static string? Samples()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "samples");
        return Directory.Exists(beside) ? beside : null;
    }
}
