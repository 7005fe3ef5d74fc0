// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;
using Lodestar.Web.Features.Imports;

namespace Lodestar.Cli.Importing;

/// <summary>What <c>lodestar import --json</c> says (docs/cli.md): the folders written, and what the server's API says of an import.</summary>
internal sealed record ImportContract(bool DryRun, IReadOnlyList<string> Folders, ImportPreviewContract Import)
{
    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(Shell shell, ImportWishes wishes, ImportResult result)
    {
        var written = new WrittenPlans(wishes.Folder);
        JsonOutput.Write(
            shell,
            new ImportContract(
                wishes.DryRun,
                [.. result.Plans.Select(written.DisplayOf)],
                ImportPreviewContract.From(result, null, shell.Texts)
            )
        );
    }
}
