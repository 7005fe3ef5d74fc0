// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>Writes targets and their versions.</summary>
internal static class TargetText
{
    public static void Write(YamlWriter yaml, Target target)
    {
        yaml.OpenItem();
        yaml.Entry("id", target.Id);
        yaml.Entry("title", target.Title);
        yaml.Entry("account_of", target.AccountOf);
        if (target.Versions.Count == 0)
        {
            yaml.Words("versions", []);
        }
        else
        {
            yaml.Open("versions");
            foreach (var version in target.Versions)
            {
                Write(yaml, version);
            }

            yaml.Close();
        }

        yaml.Close();
    }

    public static void Write(YamlWriter yaml, TargetVersion version)
    {
        yaml.OpenItem();
        yaml.Entry("id", version.Id);
        yaml.Entry("title", version.Title);
        yaml.Entry("kind", TargetKeys.Kinds[(int)version.Kind]);
        if (version is { StatedYearOnly: true, Stated: { } stated })
        {
            yaml.Entry("stated", stated.Year);
        }
        else
        {
            yaml.Entry("stated", version.Stated);
        }

        yaml.Entry("form", Word(TargetKeys.Forms, (int)version.Form));
        yaml.Entry("base_year", version.BaseYear);
        yaml.Entry("base_level", Amount(version.BaseLevel));
        yaml.Entry("per", version.IntensityBasis is { } basis ? TargetKeys.Bases[(int)basis] : null);
        yaml.Entry("base_intensity", Amount(version.BaseIntensity));
        yaml.Entry("inventory", version.Inventory);
        WriteScope(yaml, version.Scope);
        WriteSeries(yaml, "baseline", version.Baseline);
        TargetPartsText.Write(yaml, version.Budget);
        WriteMilestones(yaml, version.Milestones);
        yaml.Entry("net_zero_year", version.NetZeroYear);
        if (version.Residual is { } residual)
        {
            yaml.Pairs("residual", [LevelPair(residual)]);
        }

        yaml.Entry("removals", Amount(version.Removals));
        TargetPartsText.Write(yaml, version.Credits);
        WriteSeries(yaml, "path", version.Path);
        yaml.Entry("review", Years(version.ReviewYears));
        yaml.Entry("independent_oversight", Word(PlanKeys.Answers, (int)version.IndependentOversight));
        TargetPartsText.Write(yaml, version.Statements);
        yaml.Entry("reason", version.Reason);
        yaml.Entry("source", version.Source);
        yaml.Close();
    }

    public static string? Amount(Quantity? quantity) => quantity is { } q ? $"{Number(q.Value)} {q.Unit.Symbol}" : null;

    public static string? Years(double? years) => years is { } y ? $"{Number(y)} yr" : null;

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The word of an enum whose zero means "not stated"; null for that.</summary>
    public static string? Word(IReadOnlyList<string> words, int value) => value == 0 ? null : words[value - 1];

    private static void WriteScope(YamlWriter yaml, TargetScope scope)
    {
        if (scope == new TargetScope())
        {
            return;
        }

        yaml.Open("scope");
        if (scope.Sectors is { } sectors)
        {
            if (sectors.SequenceEqual(PlanCategories.Sectors))
            {
                yaml.Entry("sectors", "all");
            }
            else
            {
                yaml.Words("sectors", sectors);
            }
        }

        if (scope.Gases is { } gases)
        {
            yaml.Words("gases", gases);
        }

        if (scope.Scopes is { } scopes)
        {
            yaml.Words("scopes", scopes.Select(s => s.ToString(CultureInfo.InvariantCulture)));
        }

        yaml.Entry("international_transport", Word(PlanKeys.Answers, (int)scope.InternationalTransport));
        yaml.Entry("international_aviation", Word(PlanKeys.Answers, (int)scope.InternationalAviation));
        yaml.Entry("international_shipping", Word(PlanKeys.Answers, (int)scope.InternationalShipping));
        yaml.Entry("territorial", Word(PlanKeys.Answers, (int)scope.TerritorialEmissions));
        yaml.Entry("consumption", Word(PlanKeys.Answers, (int)scope.ConsumptionEmissions));
        yaml.Entry("credits", Word(PlanKeys.Answers, (int)scope.Credits));
        yaml.Entry("separate_removals", Word(PlanKeys.Answers, (int)scope.SeparateRemovals));
        yaml.Close();
    }

    private static void WriteMilestones(YamlWriter yaml, EquatableList<Milestone> milestones)
    {
        if (milestones.Count == 0)
        {
            return;
        }

        yaml.Open("milestones");
        foreach (var milestone in milestones)
        {
            var pairs = new List<(string, string)>
            {
                ("id", milestone.Id),
                ("year", milestone.Year.ToString(CultureInfo.InvariantCulture)),
                LevelPair(milestone.Level),
            };
            if (milestone.Conditional is { } conditional)
            {
                pairs.Add(("conditional", LevelPair(conditional).Text));
            }

            if (milestone.Condition is { } condition)
            {
                pairs.Add(("condition", condition));
            }

            if (milestone.Source is { } source)
            {
                pairs.Add(("source", source));
            }

            yaml.FlowItem(pairs);
        }

        yaml.Close();
    }

    /// <summary>The numbers of a series by year.</summary>
    public static IEnumerable<(string Year, string Number)> YearPairs(YearSeries series) =>
        series
            .Cells.Where(c => c.Cell.IsNumber)
            .Select(c => (c.Year.ToString(CultureInfo.InvariantCulture), c.Cell.ToString()));

    /// <summary>The key and text of a level; the text alone reads back as the same level.</summary>
    private static (string Key, string Text) LevelPair(Level level) =>
        level switch
        {
            Level.Fixed l => ("level", Amount(l.Amount)!),
            Level.Cut c => ("cut", PlanNumbers.ShareText(c.Share)),
            Level.PerUnit p => ("intensity", Amount(p.Amount)!),
            _ => throw new InvalidOperationException($"No text for {level}."),
        };

    private static void WriteSeries(YamlWriter yaml, string key, YearSeries? series)
    {
        if (series is null)
        {
            return;
        }

        yaml.Open(key);
        yaml.Entry("unit", series.Unit.Symbol);
        yaml.Pairs("values", YearPairs(series));
        yaml.Close();
    }
}
