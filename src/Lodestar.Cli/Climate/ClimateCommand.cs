// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Climate;

/// <summary><c>lodestar climate</c>: the emulator and what it runs on.</summary>
internal static class ClimateCommand
{
    public static Command Create(Shell shell) =>
        new("climate", shell.Say("cli.climate.description")) { ImportCalibrationCommand.Create(shell) };
}
