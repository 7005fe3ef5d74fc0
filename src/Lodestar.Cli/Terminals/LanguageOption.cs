// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Terminals;

/// <summary>
/// --language, read before anything else is, since help and mistakes are said in it too. Without it the environment's
/// locale decides, in the order POSIX gives (LC_ALL, LC_MESSAGES, LANG).
/// </summary>
internal static class LanguageOption
{
    private const string Name = "--language";

    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Null when neither names a language that there are texts in.</summary>
    public static string? Of(string[] args, Func<string, string?> variable) =>
        Languages.Find(Asked(args))
        // The first that is set decides, even if it says "C": that asks for no translation.
        ?? Languages.Find(Variables.Select(variable).FirstOrDefault(v => !string.IsNullOrEmpty(v)));

    public static Option<string?> Create(Shell shell)
    {
        var option = new Option<string?>(Name)
        {
            Recursive = true,
            HelpName = string.Join('|', Languages.All),
            Description = shell.Say("cli.option.language"),
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Languages.Find(token.Value) is null)
            {
                result.AddError(shell.Say("cli.not-a-language", ("text", token.Value), ("languages", Languages.All)));
            }
        });
        return option;
    }

    private static string? Asked(string[] args)
    {
        var at = Array.FindIndex(args, a => a == Name || a.StartsWith($"{Name}=", StringComparison.Ordinal));
        return at < 0 ? null
            : args[at] != Name ? args[at][(Name.Length + 1)..]
            : at + 1 < args.Length ? args[at + 1]
            : null;
    }
}
