// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text;
using Lodestar.Cli;
using Lodestar.Cli.Terminals;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

/// <summary>What a run left behind.</summary>
internal sealed record Ran(int ExitCode, string Out, string Error);

/// <summary>The command line as a program of its own, and as a call where a process would add nothing but time.</summary>
internal static class LodestarProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static Process Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["LODESTAR_HOME"] = Path.Combine(folder, "home");
        start.Environment.Remove("LODESTAR_DATA_DIR");
        start.Environment.Remove("LODESTAR_URL");
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    public static async Task<Ran> RunAsync(string folder, params string[] args)
    {
        using var process = Start(folder, args);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public static async Task<Ran> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"It did not end within {Patience}. So far: {await output}{await error}");
        }

        return new Ran(process.ExitCode, await output, await error);
    }

    /// <summary>As Ctrl-C does.</summary>
    public static void Interrupt(Process process) =>
        Process
            .Start("kill", ["-s", "INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])
            .WaitForExit();

    /// <summary>In this process: paths must be absolute.</summary>
    public static async Task<Ran> CallAsync(Func<Shell, Shell>? change, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var shell = new Shell
        {
            Out = output,
            Error = error,
            OpenInput = () => Stream.Null,
            Variable = _ => null,
            Time = new ManualTime(),
        };
        var code = await CommandLine.RunAsync(args, change is null ? shell : change(shell));
        return new Ran(code, output.ToString(), error.ToString());
    }

    public static Task<Ran> CallAsync(params string[] args) => CallAsync(null, args);
}
