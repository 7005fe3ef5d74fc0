// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Reports;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>The council paper of a plan folder.</summary>
public static class PlanPaper
{
    /// <summary>What stands in every paper, so that it can be made again.</summary>
    public static string Version { get; } =
        typeof(PlanPaper)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "";

    /// <summary>Makes the paper; runs the model where it was not run yet, and takes tenths of a second.</summary>
    /// <param name="reading">The plan.</param>
    /// <param name="assessment">What the lodestar test says of it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CouncilPaper Of(
        PlanReading reading,
        PlanAssessment assessment,
        CancellationToken cancellation = default
    )
    {
        var input = new PaperInput(reading.Plan, assessment)
        {
            Hash = HashOf(reading.Files),
            Version = Version,
            HasModel = ModelReader.IsIn(reading.Files),
        };
        if (!input.HasModel)
        {
            return PaperBuilder.Of(input);
        }

        input = input with { ModelSources = reading.Model.Sources };
        if (reading.Outlook is not { } outlook)
        {
            return PaperBuilder.Of(input);
        }

        // Its measures and lines must be those of the outlook itself.
        using var runner = new ScenarioRunner(outlook.Model);
        return PaperBuilder.Of(
            input with
            {
                Outlook = outlook,
                ByController = PlanOutlook.WedgesByController(runner, outlook.Set.Planned, cancellation),
                LockIn = outlook.LockIn,
            }
        );
    }

    /// <summary>SHA-256 over the paths of a folder, in ordinal order, each with the SHA-256 of its bytes: a line a file, as sha256sum writes them.</summary>
    public static string HashOf(PlanFiles files)
    {
        var lines = new StringBuilder();
        foreach (var (path, bytes) in files)
        {
            lines.Append(Convert.ToHexStringLower(SHA256.HashData(bytes.Span))).Append("  ").Append(path).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
