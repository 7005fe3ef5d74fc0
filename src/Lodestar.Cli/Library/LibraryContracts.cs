// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;
using Lodestar.Web.Features;
using Lodestar.Web.Features.Imports;

namespace Lodestar.Cli.Library;

/// <summary>One place of <c>lodestar library add --json</c>: where its plan lies and what was changed there.</summary>
internal sealed record AddedPlaceContract(
    string Folder,
    string PlanId,
    string Name,
    bool IsNew,
    bool Changed,
    IReadOnlyList<string> Changes,
    IReadOnlyList<DiagnosticContract> Diagnostics
);

/// <summary>What <c>lodestar library add --json</c> says (docs/cli.md).</summary>
internal sealed record AddContract(
    string Format,
    IReadOnlyList<AddedPlaceContract> Places,
    IReadOnlyList<string> NotInFile,
    SavedContract? Saved,
    LossReportContract Loss,
    IReadOnlyList<DiagnosticContract> Diagnostics
)
{
    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(Shell shell, AddWishes wishes, ImportResult result, Added added, SavedPlans? saved) =>
        JsonOutput.Write(
            shell,
            new AddContract(
                wishes.Format,
                [
                    .. added.Places.Select(p => new AddedPlaceContract(
                        Path.Combine(wishes.Folder, p.Folder),
                        p.PlanId,
                        p.Name,
                        p.IsNew,
                        p.Changed,
                        [.. p.Changes.Select(shell.Texts.Render)],
                        [.. p.Diagnostics.Select(d => DiagnosticContract.From(d, shell.Texts))]
                    )),
                ],
                added.NotInFile,
                saved is null ? null : new SavedContract(saved.Saved, saved.Unchanged, saved.Conflicts),
                ImportPreviewContract.From(result, null, shell.Texts).Loss,
                [.. result.Diagnostics.Select(d => DiagnosticContract.From(d, shell.Texts))]
            )
        );
}

/// <summary>How many plans became revisions of the store.</summary>
internal sealed record SavedContract(int Saved, int Unchanged, IReadOnlyList<string> Conflicts);

/// <summary>One format of <c>lodestar library formats --json</c>.</summary>
internal sealed record FormatContract(string Id, string Publisher, string File, string Url, string Licence)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(Shell shell) =>
        JsonOutput.Write(
            shell,
            KnownFormat
                .All.Select(f => new FormatContract(f.Id, f.Publisher, shell.Texts.Render(f.File), f.Url, f.Licence))
                .ToList()
        );
}
