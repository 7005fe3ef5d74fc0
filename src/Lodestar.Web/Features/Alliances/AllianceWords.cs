// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Messages;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Alliances;

/// <summary>The texts of what alliances are told in.</summary>
internal static class AllianceWords
{
    public static string Reason(MissingReason reason) =>
        reason switch
        {
            MissingReason.NoInventory => "web.alliances.missing.no-inventory",
            MissingReason.BoundaryNotStated => "web.alliances.missing.boundary",
            MissingReason.ScopeOpen => "web.alliances.missing.scope",
            MissingReason.OtherYears => "web.alliances.missing.years",
            MissingReason.CO2Only => "web.alliances.missing.co2-only",
            MissingReason.OtherGwpSet => "web.alliances.missing.gwp",
            MissingReason.GasNotStated => "web.alliances.missing.gas",
            MissingReason.NoPath => "web.alliances.missing.path",
            _ => "web.alliances.missing.unit",
        };

    public static string Gap(BudgetGap gap) =>
        gap switch
        {
            BudgetGap.NoPath => "web.alliances.gap.path",
            BudgetGap.NoCO2 => "web.alliances.gap.co2",
            _ => "web.alliances.gap.share",
        };

    public static string Verb(ActionVerb verb) =>
        verb switch
        {
            ActionVerb.Demonstrate => "web.alliances.verb.demonstrate",
            ActionVerb.Lead => "web.alliances.verb.lead",
            ActionVerb.Advocate => "web.alliances.verb.advocate",
            _ => "web.alliances.verb.encourage",
        };

    public static string Kind(DeclarationKind kind) =>
        kind switch
        {
            DeclarationKind.Endorsement => "web.alliances.declaration.endorsement",
            DeclarationKind.Communique => "web.alliances.declaration.communique",
            _ => "web.alliances.declaration.declaration",
        };

    /// <summary>Names of places in the reader's language.</summary>
    public static IReadOnlyList<string> Names(this AllianceView view, IEnumerable<string> codes, MessageCatalog texts)
    {
        var byCode = view.Members.ToDictionary(m => m.Facts.Code, m => m.Facts.Name.In(texts.Language));
        List<string> names =
        [
            .. codes
                .Select(c => byCode.GetValueOrDefault(c) ?? c)
                .OrderBy(n => n, StringComparer.Create(CultureInfo.GetCultureInfo(texts.Language), ignoreCase: true)),
        ];
        return view.All || names.Count <= AllianceView.MostNames + 1
            ? names
            :
            [
                .. names.Take(AllianceView.MostNames),
                texts.Of("web.alliances.more-names", ("count", names.Count - AllianceView.MostNames)),
            ];
    }

    /// <summary>A sum with its range: "12.3 Mt CO₂e", "12.3 Mt CO₂e (12.3 to 14.1)", "at least …".</summary>
    public static string Range(MessageCatalog texts, WholeYear year, string gas)
    {
        var name = gas == "CO2" ? "CO2" : "CO2e";
        if (year.Counted is not { } counted)
        {
            return texts.Of("web.not-stated");
        }

        var sum = PlaceFigures.Mass(texts, counted, name);
        if (year.High is not { } high)
        {
            return texts.Of("web.alliances.range.open", ("sum", sum));
        }

        var (least, most) = (PlaceFigures.Mass(texts, year.Low, name), PlaceFigures.Mass(texts, high, name));
        return least == sum && most == sum
            ? sum
            : texts.Of("web.alliances.range", ("sum", sum), ("low", least), ("high", most));
    }

    /// <summary>"CH₄", "N₂O"; families as they are.</summary>
    public static string Gas(string gas) =>
        gas switch
        {
            "CH4" => "CH₄",
            "N2O" => "N₂O",
            "SF6" => "SF₆",
            "NF3" => "NF₃",
            _ => PlaceFigures.Gas(gas),
        };
}
