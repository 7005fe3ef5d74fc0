// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>Writes framework.yaml.</summary>
internal static class FrameworkText
{
    public static string Yaml(IEnumerable<FrameworkStatement> statements)
    {
        var yaml = new YamlWriter();
        yaml.Open("frameworks");
        foreach (var statement in statements)
        {
            yaml.OpenItem();
            yaml.Entry("framework", statement.Framework);
            yaml.Entry("stated_by", statement.IsReadByProject ? FrameworkKeys.StatedBy[1] : null);
            if (statement.Actions.Count == 0)
            {
                yaml.Words("actions", []);
            }
            else
            {
                yaml.Open("actions");
                foreach (var claim in statement.Actions)
                {
                    Write(yaml, claim);
                }

                yaml.Close();
            }

            yaml.Close();
        }

        return yaml.ToString();
    }

    private static void Write(YamlWriter yaml, ActionClaim claim)
    {
        yaml.OpenItem();
        yaml.Entry("id", claim.Action);
        yaml.Entry("status", TargetText.Word(FrameworkKeys.Statuses, (int)claim.Status));
        yaml.Entry("says", claim.Says);
        yaml.Entry("since", Day(claim.Since, claim.SinceYearOnly));
        yaml.Entry("owner", claim.Owner);
        yaml.Entry("confidence", TargetText.Word(FrameworkKeys.Confidences, (int)claim.Confidence));
        if (claim.Evidence.Count > 0)
        {
            yaml.Open("evidence");
            foreach (var evidence in claim.Evidence)
            {
                Write(yaml, evidence);
            }

            yaml.Close();
        }

        yaml.Entry("source", claim.Source);
        yaml.Close();
    }

    private static void Write(YamlWriter yaml, Evidence evidence)
    {
        yaml.OpenItem();
        yaml.Entry("title", evidence.Title);
        yaml.Entry("url", evidence.Url);
        yaml.Entry("date", Day(evidence.Date, evidence.YearOnly));
        yaml.Entry("source", evidence.Source);
        yaml.Close();
    }

    private static string? Day(DateOnly? date, bool yearOnly) =>
        date?.ToString(yearOnly ? "yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
