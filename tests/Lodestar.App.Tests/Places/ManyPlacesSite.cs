// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Web;
using Lodestar.Formats.Imports;
using Lodestar.Storage.Revisions;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Places;

/// <summary>The site with seventy areas of the UK file, one made-up country, and two made-up places that bend the rules.</summary>
public sealed class ManyPlacesSite : IAsyncLifetime
{
    public const int Areas = 70;

    private RunningSite? _site;

    public RunningSite Site => _site!;

    public async ValueTask InitializeAsync()
    {
        if (!PublisherData.HasFile(UkFile))
        {
            return;
        }

        _site = await RunningSite.WithAsync(o => o with { SamplesDirectory = RunningSite.PlansFolder });
        await using var stream = File.OpenRead(PublisherData.RequireFile(UkFile));
        var imported = Importer.Import(stream, "local_authority_emissions.csv");
        await using var scope = _site.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RevisionStore>();
        foreach (var plan in imported.Plans.Where(p => p.Id is not ("glasgow" or "glasgow-city")).Take(Areas))
        {
            await store.SaveAsync(plan.Id, plan.Files, new RevisionNote("Imported"), null);
        }

        await _site.SaveAsync("iceland", null, Country("iceland", "Iceland", "IS", "t CO2e", population: true));
        await _site.SaveAsync("quiet-town", null, Town());
    }

    /// <summary>Skips the test where the publisher's file is not to be had.</summary>
    public RunningSite Require()
    {
        PublisherData.RequireFile(UkFile);
        return Site;
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    private const string UkFile = "uk-la-emissions/local_authority_emissions.csv";

    internal static (string, string)[] Country(string id, string name, string code, string unit, bool population) =>
        [
            (
                "plan.yaml",
                $"format: lodestar-plan@1\nid: {id}\nname: {name}\nkind: country\ncountry: {code}\nbase_year: 2010\ngwp_set: AR5\n"
                    + (population ? "population: data/population.csv\n" : "")
                    + "inventories:\n  - {id: a, file: inventory/a.csv, boundary: national, publisher: Made up, gases: [CO2, CH4]}\n"
            ),
            (
                "inventory/a.csv",
                $"id,category,unit,2010,2011,2012,2020,2021\npower,edgar:power,{unit},3000000,2900000,2800000,2500000,2400000\n"
            ),
            (
                "data/population.csv",
                "id,unit,2010,2011,2012,2020,2021\npeople,person,318000,319000,320000,366000,372000\n"
            ),
            (
                "targets.yaml",
                "targets:\n  - id: z\n    versions:\n      - {id: v, kind: base-year, stated: 2021-01-01, base_year: 2010, net_zero_year: 2040}\n"
            ),
        ];

    // No population, no target, a gap in its years.
    private static (string, string)[] Town() =>
        [
            (
                "plan.yaml",
                "format: lodestar-plan@1\nid: quiet-town\nname: Quiet Town\nkind: city\ninventories:\n  - {id: a, file: inventory/a.csv, boundary: basic}\n"
            ),
            ("inventory/a.csv", "id,category,unit,2015,2019\nhomes,I.1.1,t CO2e,900,800\n"),
        ];
}
