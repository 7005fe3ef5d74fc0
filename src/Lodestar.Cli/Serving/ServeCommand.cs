// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Serving;

/// <summary><c>lodestar serve</c>: the site and its API on this machine.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5310";

    public static Command Create(Shell shell)
    {
        var url = new Option<string?>("--url") { HelpName = "URL", Description = shell.Say("cli.option.url") };
        var noSamples = new Option<bool>("--no-samples") { Description = shell.Say("cli.option.no-samples") };
        var library = new Option<string?>("--library")
        {
            HelpName = "DIR",
            Description = shell.Say("cli.option.library"),
        };
        var data = CommonOptions.Data(shell);
        var command = new Command("serve", shell.Say("cli.serve.description")) { data, url, noSamples, library };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var address = parsed.GetValue(url) ?? shell.Variable("LODESTAR_URL");
                address = string.IsNullOrEmpty(address) ? DefaultUrl : address;
                if (!IsUsable(address))
                {
                    return Task.FromResult(
                        CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6012", ("url", address)))
                    );
                }

                var shared = parsed.GetValue(library) ?? shell.Variable("LODESTAR_LIBRARY");
                if (!string.IsNullOrEmpty(shared) && !Directory.Exists(shared))
                {
                    return Task.FromResult(
                        CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6016", ("path", shared)))
                    );
                }

                return HostAsync(
                    shell,
                    new ServeWishes(
                        address,
                        DataDirectory.Of(shell, parsed.GetValue(data)),
                        parsed.GetValue(noSamples),
                        string.IsNullOrEmpty(shared) ? null : shared
                    ),
                    cancellation
                );
            }
        );
        return command;
    }

    /// <summary>Plain HTTP on a host and port; a proxy in front of it does the encryption.</summary>
    internal static bool IsUsable(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttp
        && address.PathAndQuery == "/"
        && address.UserInfo.Length == 0;

    // Apart, so that no other command loads the web framework.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> HostAsync(Shell shell, ServeWishes wishes, CancellationToken cancellation) =>
        Server.RunAsync(shell, wishes, cancellation);
}

/// <summary>What the person serving asks for.</summary>
/// <param name="Library">A folder of further alliances, practices, frameworks and powers; null for none.</param>
internal sealed record ServeWishes(string Url, string Data, bool NoSamples, string? Library);
