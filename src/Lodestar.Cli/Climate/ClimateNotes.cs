// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Calibrations;

namespace Lodestar.Cli.Climate;

/// <summary>What every answer rests on: whose calibration, and that backgrounds are drafts.</summary>
internal static class ClimateNotes
{
    public static void Write(Shell shell, Calibration calibration, bool usesBackground)
    {
        var identity = calibration.Identity;
        shell.Print();
        if (usesBackground)
        {
            shell.Print(new Ink(shell.Say("cli.climate.drafts"), Tone.Quiet));
        }

        shell.Print(
            new Ink(
                shell.Say(
                    "cli.climate.calibration",
                    ("title", identity.Title),
                    ("publisher", identity.Publisher),
                    ("edition", identity.Edition),
                    ("licence", identity.Licence),
                    ("source", identity.Source)
                ),
                Tone.Quiet
            )
        );
    }
}
