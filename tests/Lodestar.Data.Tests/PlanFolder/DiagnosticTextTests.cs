// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.PlanFolder;

internal static class Texts
{
    public static MessageCatalog Catalog { get; } = MessageCatalog.Load("en", typeof(PlanReader).Assembly);

    public static string Of(Diagnostic d) =>
        $"{d.Place} {d.Severity} {d.Id}: {Catalog.Render(d.Reason)}\n    {Catalog.Render(d.Fix!)}"
        + (d.DidYouMean.Count == 0 ? "" : $"\n    Did you mean {string.Join(" or ", d.DidYouMean)}?");
}

public sealed partial class DiagnosticTextTests
{
    [Fact]
    public void Faults_Ids_AreUniqueAndInRange()
    {
        Assert.Equal(Faults.All.Count, Faults.All.Select(f => f.Id).Distinct().Count());
        Assert.Equal(Faults.All.Count, Faults.All.Select(f => f.Name).Distinct().Count());
        Assert.All(Faults.All, f => Assert.Matches("^LS1[0-9]{3}$", f.Id));
    }

    [Fact]
    public void Catalogue_AndFaults_CoverEachOther()
    {
        var assembly = typeof(PlanReader).Assembly;
        var texts = assembly
            .GetManifestResourceNames()
            .Where(n =>
                n.StartsWith("Lodestar.Formats.Texts.plan-folder", StringComparison.Ordinal)
                && n.EndsWith(".en.json", StringComparison.Ordinal)
            )
            .SelectMany(n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
            })
            .ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);

        var wanted = Faults.All.SelectMany(f => new[] { f.ReasonId, f.FixId }).Order(StringComparer.Ordinal);

        Assert.Equal(wanted, texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(texts.Values, t => Assert.Matches(@"[.!?:»”%]$|\}$", t));
    }

    [Fact]
    public void Diagnostics_AllHaveAnAnchorInTheDocs()
    {
        var page = File.ReadAllText(Repository.Path("docs/diagnostics.md"));
        var anchors = Heading().Matches(page).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(Faults.All.Select(f => f.Id), anchors);
    }

    [Fact]
    public void Read_VeryFaultyPlan_ReportsEveryFault()
    {
        var files = Plans.Files(
            (
                "plan.yaml",
                """
                format: lodestar-plan@2
                nmae: Nowhere
                kind: town
                country: United Kingdom
                base_year: "two thousand"
                horizon: 2400
                gwp_set: AR9
                currency: pounds
                area: 12,5 km2
                area: 13 km2
                population: data/people.csv
                cycles: {inventory: 0 yr, tagets: 5 yr}
                	indented: by a tab
                inventories:
                  - {id: one, file: inventory/one.csv, boundary: wide, gases: [CO2, C02], published: 2022-02-30, source: nobody}
                  - {id: one, file: inventory/one.csv}
                  - id: Third One
                    file: ../outside.csv
                sources:
                  - {title: Without an id, url: ftp://example.org/x}
                  - just a word
                """
            ),
            (
                "inventory/one.csv",
                """
                id,category,unit,qualty,2005,2005,2006/07,1492,2008
                a,I.1.1,kt CO2,high,"1 234,5",,,,n/a
                a,I.1.1,kt CO2,,1,,,,2
                b,IX.1,kt COO2,,1,,,,2
                ,total,t CO2,,1,,,,2,3
                c,I.2,,,1
                """
            ),
            ("inventory/two.csv", "id;unit;2005\nx;t CO2;1,5\n"),
            (
                "targets.yaml",
                """
                targets:
                  - id: zero
                    versions:
                      - id: v1
                        kind: baseyear
                        base_year: 2010
                        base_level: 100 tonnes of something
                        inventory: two-and-a-half
                        scope: {sectors: [I, X], gases: CO2, scopes: [1, 4], credits: maybe}
                        milestones:
                          - {id: m1, year: 2030, cut: 40}
                          - {id: m1, year: 2025, cut: 250 %}
                          - {id: m3, year: 2030, level: 5 t CO2}
                          - {id: m4, year: 2001, level: 5 t CO2}
                          - {id: m5, year: 2060, level: 5 t CO2, cut: 5 %}
                        net_zero_year: 2050
                        residual: 3 %
                        path: {unit: kWh, values: {soon: 1, 2030: much, 2040: "1,5"}}
                        review: often
                  - id: empty
                    versions: []
                """
            ),
            ("reports/summary.docx", "x")
        );

        var reading = PlanReader.Read(files);

        Golden.Match(string.Join("\n", reading.Diagnostics.Select(Texts.Of)), "Goldens/very-faulty-plan.txt");
    }

    [GeneratedRegex(@"^#### (LS1\d{3})$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
