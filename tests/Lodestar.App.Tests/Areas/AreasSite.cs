// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Web;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Areas;

/// <summary>The three samples and Chile with claims, over a library whose main framework has five actions.</summary>
public sealed class AreasSite : IAsyncLifetime
{
    public const string Claims = """
        frameworks:
          - framework: net-zero-climate-action@1
            actions:
              - id: formalize-target
                status: adopted
                says: "=A framework law, with neutrality in it"
                since: 2022-06-13
                owner: Ministry of the Environment
                confidence: high
                evidence:
                  - {title: Ley Marco de Cambio Climático, url: "https://www.bcn.cl/leychile", date: 2022-06-13}
                  - {title: Explanatory report, date: 2021}
              - {id: tie-to-policymaking, status: implemented, since: 2030, evidence: [{title: Sector budgets}]}
              - {id: clarify-scope, status: none}

        """;

    private const string Framework = """
        id: net-zero-climate-action
        version: 1
        name: {en: Small framework, fr: Petit cadre}
        about: {en: Two areas to test with., fr: Deux domaines pour essayer.}
        mark: seed
        as_of: 2022-11-15
        sources: [cnc-framework]
        areas:
          - id: foundational-decisions
            name: {en: First decisions, fr: Premières décisions}
            meaning: {en: What is promised., fr: Ce qui est promis.}
            findings: [form]
            mark: seed
            as_of: 2022-11-15
            sources: [cnc-framework]
            actions:
              - {id: clarify-scope, name: {en: Clarify the scope, fr: Préciser le périmètre}, findings: [scope], mark: seed, sources: [cnc-framework]}
              - {id: formalize-target, name: {en: Formalize the target, fr: Formaliser l’objectif}, findings: [form], mark: seed, sources: [cnc-framework]}
              - {id: tie-to-policymaking, name: {en: Tie it to policy, fr: Lier aux politiques}, findings: [milestones, odds], mark: reconstructed, sources: [cnc-framework]}
          - id: governance
            name: {en: Who governs, fr: Qui gouverne}
            kind: cross-cutting
            findings: [upkeep]
            mark: reconstructed
            sources: [cnc-framework]
            actions:
              - {id: mandates, name: {en: Mandates, fr: Mandats}, mark: reconstructed, sources: [cnc-framework]}
              - {id: advice, name: {en: Advice, fr: Conseil}, mark: reconstructed, sources: [cnc-framework]}
        """;

    private const string Practices = """
        practices:
          - id: chile-law
            title: {en: A law for the climate, fr: Une loi pour le climat}
            what: {en: It did., fr: Il l’a fait.}
            places: [CL, glasgow]
            areas: [foundational-decisions]
            from: 2022
            status: in-force
            mark: seed
            sources: [cnc-framework]
        """;

    private readonly TemporaryFolder _library = new();
    private RunningSite? _site;

    public RunningSite Site => _site!;

    public async ValueTask InitializeAsync()
    {
        _library.Write("frameworks/net-zero-climate-action.yaml", Framework);
        _library.Write(
            "frameworks/hleg.yaml",
            Framework.Replace("id: net-zero-climate-action", "id: other", StringComparison.Ordinal)
        );
        _library.Write("practices/test.yaml", Practices);
        _site = await RunningSite.WithAsync(o =>
            o with
            {
                SamplesDirectory = RunningSite.PlansFolder,
                LibraryDirectory = _library.Path,
                ChangesPerMinute = 10_000,
            }
        );
        var chile = Repository.Path("samples/chile");
        var files = Directory
            .EnumerateFiles(chile, "*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(chile, f), File.ReadAllText(f)))
            .Where(f => f.Item1 != "framework.yaml")
            // With one milestone on the way to 2050 there are more than five years without any.
            .Select(f =>
                f.Item1 == "targets.yaml"
                    ? (
                        f.Item1,
                        f.Item2.Replace(
                            "        net_zero_year: 2050\n",
                            "        net_zero_year: 2050\n        milestones: [{id: m2030, year: 2030, level: 95 Mt CO2e}]\n",
                            StringComparison.Ordinal
                        )
                    )
                    : f
            )
            .Append(("framework.yaml", Claims));
        await _site.SaveAsync("chile", null, [.. files]);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _library.Dispose();
    }
}
