// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Imports;

/// <summary>What an import made of a file; nothing is stored.</summary>
/// <param name="Understood">What was guessed about the file, in words.</param>
/// <param name="Assessment">The lodestar test of the first plan; null when none was made.</param>
public sealed record ImportPreviewContract(
    IReadOnlyList<ImportedPlanContract> Plans,
    IReadOnlyList<MessageContract> Understood,
    LossReportContract Loss,
    IReadOnlyList<DiagnosticContract> Diagnostics,
    AssessmentContract? Assessment
)
{
    public static ImportPreviewContract From(
        ImportResult result,
        AssessmentContract? assessment,
        MessageCatalog texts
    ) =>
        new(
            [.. result.Plans.Select(p => new ImportedPlanContract(p.Id, p.Name, [.. p.Files.Paths]))],
            [.. result.Understood.Select(m => MessageContract.From(m, texts))],
            LossReportContract.From(result.Loss, texts),
            [.. result.Diagnostics.Select(d => DiagnosticContract.From(d, texts))],
            assessment
        );
}

/// <summary>A plan folder that an import made.</summary>
public sealed record ImportedPlanContract(string Id, string Name, IReadOnlyList<string> Files);

/// <summary>What became of the rows of the file: read = used + left out.</summary>
public sealed record LossReportContract(
    long RowsRead,
    long RowsUsed,
    long RowsLeftOut,
    IReadOnlyList<LeftOutContract> LeftOut
)
{
    public static LossReportContract From(LossReport loss, MessageCatalog texts) =>
        new(
            loss.RowsRead,
            loss.RowsUsed,
            loss.RowsLeftOut,
            [
                .. loss.LeftOut.Select(l => new LeftOutContract(
                    MessageContract.From(l.Reason, texts),
                    l.Rows,
                    [.. l.First.Select(PlaceContract.From)]
                )),
            ]
        );
}

/// <summary>Rows left out for one reason, with the first few places where it happened.</summary>
public sealed record LeftOutContract(MessageContract Reason, long Rows, IReadOnlyList<PlaceContract> First);
