// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Climate;

/// <summary><c>lodestar climate</c>: from emissions to warming, with odds.</summary>
internal static class ClimateCommand
{
    public static Command Create(Shell shell) =>
        new("climate", shell.Say("cli.climate.description"))
        {
            ClimateRunCommand.Create(shell),
            ClimateBudgetCommand.Create(shell),
            ClimateAttributeCommand.Create(shell),
            ImportCalibrationCommand.Create(shell),
        };
}
