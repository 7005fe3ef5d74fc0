// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Data.Tests.Imports;

/// <summary>The tracker's wordings spelled out once more, to hold an extract's rows against plans.</summary>
public sealed partial class NetZeroTrackerTests
{
    /// <summary>Every field of an extract's row against the plan, by the tracker's wordings spelled out once more.</summary>
    private static void Same(Dictionary<string, string> row, Plan plan)
    {
        var versions = plan.Targets.Select(t => t.Versions.Single()).ToList();
        var zero = row["end_target"] is not ("Emissions reduction target" or "No target" or "Other");
        var end = plan.Targets.FirstOrDefault(t => t.Id is "net-zero" or "end-target")?.Versions[0];
        Assert.Equal(row["end_target"] is not ("No target" or ""), end is not null);
        var cuts = versions
            .SelectMany(v => v.Milestones.Select(m => (m.Year, ((Level.Cut)m.Level).Share, v.BaseYear)))
            .ToList();
        if (zero)
        {
            Assert.Equal(Year(row["end_target_year"]), end!.NetZeroYear);
        }

        if (row["end_target_percentage_reduction"].Length > 0 && !zero)
        {
            Assert.Contains(
                (Year(row["end_target_year"])!.Value, Share(row["end_target_percentage_reduction"]), end!.BaseYear),
                cuts
            );
        }

        if (row["interim_target_percentage_reduction"].Length > 0)
        {
            Assert.Contains(
                cuts,
                c =>
                    c.Year == Year(row["interim_target_year"])
                    && c.Share.Equals(Share(row["interim_target_percentage_reduction"]))
                    && (
                        row["interim_target"] == "Reduction v. BAU"
                        || c.BaseYear == Year(row["interim_target_baseline_year"])
                    )
            );
        }

        if (end is null)
        {
            return;
        }

        Assert.Equal(
            row["end_target_status"],
            end.Form switch
            {
                LegalForm.Proposed => "Proposed / in discussion",
                LegalForm.Pledge => "Declaration / pledge",
                LegalForm.PolicyDocument => "In policy document",
                LegalForm.Law => "In law",
                LegalForm.Achieved => "Achieved (self-declared)",
                LegalForm.AchievedValidated => "Achieved (externally validated)",
                _ => "",
            }
        );
        Assert.Equal(row["status_date"], end.StatedText ?? "");
        Assert.Equal(
            row["gasses_coverage"],
            end.Scope.Gases switch
            {
                null => row["gasses_coverage"] is "Not Specified" or "" ? row["gasses_coverage"] : "missing",
                ["CO2"] => "Carbon dioxide only",
                _ => "Carbon dioxide and other GHGs",
            }
        );
        Answer(row["international_aviation"], end.Scope.InternationalAviation);
        Answer(row["international_shipping"], end.Scope.InternationalShipping);
        Answer(row["has_plan"], end.Statements.Plan);
        Answer(row["equity"], end.Statements.Equity);
        Answer(row["accountability"], end.Statements.Accountability);
        Answer(row["carbon_credit_offsets"], end.Scope.Credits);
        Answer(row["removals_targets"], end.Scope.SeparateRemovals);
        Assert.Equal(
            row["reporting_mechanism"],
            end.Statements.Reporting switch
            {
                Reporting.Annual => "Annual reporting",
                Reporting.LessThanAnnual => "Less than annual reporting",
                Reporting.None => "No reporting mechanism",
                _ => "",
            }
        );
        Assert.Equal(
            row["cdr"] is "Not Specified" or "" ? RemovalKind.NotStated
                : row["cdr"] == "No" ? RemovalKind.None
                : row["cdr"].Contains("nature-based and CCS", StringComparison.Ordinal) ? RemovalKind.NatureAndStorage
                : row["cdr"].Contains("CCS", StringComparison.Ordinal) ? RemovalKind.Storage
                : row["cdr"].Contains("nature", StringComparison.Ordinal) ? RemovalKind.Nature
                : RemovalKind.Unspecified,
            end.Statements.Removals
        );
    }

    private static void Answer(string text, Stated stated) =>
        Assert.Equal(
            text switch
            {
                "Yes" => Stated.Yes,
                "No" => Stated.No,
                _ => Stated.NotStated,
            },
            stated
        );

    private static int? Year(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static double Share(string text) => (double)(decimal.Parse(text, CultureInfo.InvariantCulture) / 100);
}
