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
        var data = CommonOptions.Data(shell);
        var command = new Command("serve", shell.Say("cli.serve.description")) { data, url, noSamples };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var address = parsed.GetValue(url) ?? shell.Variable("LODESTAR_URL");
                address = string.IsNullOrEmpty(address) ? DefaultUrl : address;
                return IsUsable(address)
                    ? HostAsync(
                        shell,
                        address,
                        DataDirectory.Of(shell, parsed.GetValue(data)),
                        parsed.GetValue(noSamples),
                        cancellation
                    )
                    : Task.FromResult(CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6012", ("url", address))));
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
    private static Task<int> HostAsync(
        Shell shell,
        string url,
        string data,
        bool noSamples,
        CancellationToken cancellation
    ) => Server.RunAsync(shell, url, data, noSamples, cancellation);
}
