// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Planning.Library;

namespace Lodestar.Data.Tests.PlanFolder;

/// <summary>A library with one small framework in two versions, and a framework.yaml against it.</summary>
internal static class Frameworks
{
    public const string Definition = """
        id: small
        version: 2
        name: {en: Small framework, fr: Petit cadre}
        areas:
          - id: decisions
            name: {en: Decisions, fr: Décisions}
            findings: [form]
            actions:
              - {id: clarify-scope, name: {en: Clarify the scope, fr: Préciser le périmètre}, findings: [scope]}
              - {id: formalize-target, name: {en: Formalise the target, fr: Formaliser l’objectif}, findings: [form, upkeep]}
          - id: money
            name: {en: "Money: who pays", fr: "Argent : qui paie"}
            actions:
              - {id: costed-plan, name: A plan with its costs}
        """;

    public const string Yaml = """
        frameworks:
          - framework: small@2
            actions:
              - id: formalize-target
                status: adopted
                says: "Law No. 21,455: a framework"
                since: 2022-06-13
                owner: Ministry of the Environment
                confidence: medium
                evidence:
                  - {title: "Ley Marco", url: "https://www.bcn.cl/leychile", date: 2022-06-13, source: uk-la-2022}
                  - {title: Explanatory report, date: 2021}
                source: uk-la-2022
              - {id: clarify-scope, status: none, since: 2020}

        """;

    public static SharedLibrary Library { get; } =
        LibraryReader
            .Read(
                Plans.Files(
                    ("frameworks/small.yaml", Definition),
                    ("frameworks/older.yaml", "id: small\nversion: 1\nname: Small\nareas: []\n")
                )
            )
            .Library;
}
