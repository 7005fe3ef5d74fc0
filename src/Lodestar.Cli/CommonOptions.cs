// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli;

/// <summary>Options that mean the same in several commands.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json(Shell shell) => new("--json") { Description = shell.Say("cli.option.json") };

    public static Option<bool> Force(Shell shell) => new("--force") { Description = shell.Say("cli.option.force") };

    public static Option<string?> Data(Shell shell) =>
        new("--data") { HelpName = "DIR", Description = shell.Say("cli.option.data") };

    /// <summary>An argument that a misspelt option does not pass for.</summary>
    public static Argument<T> Operand<T>(Shell shell, string name, string description)
    {
        var argument = new Argument<T>(name) { Description = shell.Say(description) };
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
            {
                result.AddError(shell.Say("cli.unknown-option", ("option", token.Value)));
            }
        });
        return argument;
    }

    public static Option<DateOnly?> Date(Shell shell) =>
        new("--date")
        {
            HelpName = "YYYY-MM-DD",
            Description = shell.Say("cli.option.date"),
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (
                    DateOnly.TryParseExact(
                        text,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var date
                    )
                )
                {
                    return date;
                }

                result.AddError(shell.Say("cli.not-a-date", ("text", text)));
                return null;
            },
        };
}
