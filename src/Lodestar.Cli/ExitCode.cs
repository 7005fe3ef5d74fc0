// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Cli;

/// <summary>What the program tells the shell when it ends (docs/cli.md).</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>A finding is not met, and <c>--strict</c> asked to hear of it.</summary>
    public const int Unmet = 1;

    /// <summary>The plan or the file read has errors, or collides with another revision.</summary>
    public const int PlanErrors = 2;

    /// <summary>The command was given wrongly, or names something that is not there.</summary>
    public const int Usage = 3;

    /// <summary>The machine: no permission, disk full, address in use, a damaged database, a bug.</summary>
    public const int Machine = 4;

    /// <summary>Ended by Ctrl-C, as shells expect it.</summary>
    public const int Interrupted = 130;
}
