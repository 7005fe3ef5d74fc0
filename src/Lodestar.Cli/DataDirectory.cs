// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli;

/// <summary>Where plans are stored: the option, LODESTAR_DATA_DIR, LODESTAR_HOME, the platform's folder, in this order.</summary>
internal static class DataDirectory
{
    public static string Of(Shell shell, string? option)
    {
        var named = new[]
        {
            option,
            shell.Variable("LODESTAR_DATA_DIR"),
            shell.Variable("LODESTAR_HOME"),
        }.FirstOrDefault(d => !string.IsNullOrEmpty(d));
        return Path.GetFullPath(
            named
                ?? Path.Combine(
                    Environment.GetFolderPath(
                        Environment.SpecialFolder.LocalApplicationData,
                        Environment.SpecialFolderOption.DoNotVerify
                    ),
                    "lodestar"
                )
        );
    }

    /// <summary>For its owner alone where the system knows how: plans may be internal.</summary>
    public static void Create(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(
                directory,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }
}
