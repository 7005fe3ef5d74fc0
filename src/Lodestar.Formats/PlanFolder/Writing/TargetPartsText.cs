// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>Writes the mappings inside a version of a target; what states nothing is left out.</summary>
internal static class TargetPartsText
{
    public static void Write(YamlWriter yaml, CumulativeBudget? budget)
    {
        if (budget is null)
        {
            return;
        }

        yaml.Open("budget");
        yaml.Entry("amount", TargetText.Amount(budget.Amount));
        yaml.Entry("from", budget.FromYear);
        yaml.Entry("to", budget.ToYear);
        yaml.Entry("account", TargetText.Word(TargetKeys.Accounts, (int)budget.Account));
        yaml.Entry("carry_over", TargetText.Amount(budget.CarryOver));
        yaml.Close();
    }

    public static void Write(YamlWriter yaml, CreditTerms credits)
    {
        if (credits == new CreditTerms())
        {
            return;
        }

        yaml.Open("credits");
        yaml.Entry("maximum", credits.MaximumShare is { } share ? PlanNumbers.ShareText(share) : null);
        if (credits.Conditions.Count > 0)
        {
            yaml.Words("conditions", credits.Conditions);
        }

        yaml.Close();
    }

    public static void Write(YamlWriter yaml, TargetStatements said)
    {
        if (said == new TargetStatements())
        {
            return;
        }

        yaml.Open("statements");
        yaml.Entry("plan", TargetText.Word(PlanKeys.Answers, (int)said.Plan));
        if (said.PlanContents is { } contents)
        {
            yaml.Words("plan_contents", contents);
        }

        yaml.Entry("reporting", TargetText.Word(TargetKeys.Reporting, (int)said.Reporting));
        yaml.Entry("equity", TargetText.Word(PlanKeys.Answers, (int)said.Equity));
        yaml.Entry("accountability", TargetText.Word(PlanKeys.Answers, (int)said.Accountability));
        yaml.Entry("historical_emissions", TargetText.Word(PlanKeys.Answers, (int)said.HistoricalEmissions));
        yaml.Entry("removals", TargetText.Word(TargetKeys.RemovalKinds, (int)said.Removals));
        yaml.Close();
    }
}
