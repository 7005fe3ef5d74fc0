// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Model;

/// <summary>Operands and options that the model's commands share.</summary>
internal static class ModelOptions
{
    public static Argument<string> Model(Shell shell) =>
        CommonOptions.Operand<string>(shell, "MODEL", "cli.model.argument.model");

    /// <summary><c>--set saving=40% --set measures.heat_pumps=0</c>.</summary>
    public static Option<string[]> Set(Shell shell) =>
        new("--set")
        {
            HelpName = "NAME=VALUE",
            Description = shell.Say("cli.model.option.set"),
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };

    public static Option<string[]> Output(Shell shell) =>
        new("--output")
        {
            HelpName = "NAME",
            Description = shell.Say("cli.model.option.output"),
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };

    public static Option<bool> Csv(Shell shell) => new("--csv") { Description = shell.Say("cli.model.option.csv") };
}
