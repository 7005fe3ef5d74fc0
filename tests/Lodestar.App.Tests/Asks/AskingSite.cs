// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Web;
using Lodestar.Storage.Revisions;

namespace Lodestar.App.Tests.Asks;

/// <summary>
/// A site with made-up plans: two cities of an alliance that ask, one that does not, and a city outside it that names it
/// as an ally. The figures are the tests' own.
/// </summary>
public sealed class AskingSite : IAsyncLifetime
{
    private RunningSite? _site;

    public RunningSite Site => _site!;

    private const string Copenhagen = """
        format: lodestar-plan@1
        id: copenhagen
        name: Copenhagen
        names: {fr: Copenhague}
        kind: city
        country: DK
        inventories:
          - {id: city, file: inventory/city.csv}
        powers:
          - {id: building-standards, held: no, holder: Danish Parliament, holder_level: nation}
          - {id: parking, held: yes}
          - {id: power-grid, held: partly, holder: Grid operator, holder_level: utility}
        sources:
          - {id: minutes, title: Minutes of the council}
        """;

    private const string CopenhagenMeasures = """
        measures:
          - id: heat-pumps
            title: Heat pumps in every home
            sectors: [I]
            requires: [{power: building-standards}, {power: parking, optional: yes}]
            effect: {unit: kt CO2e, values: {2030: 60}}
          - {id: fees, title: Parking fees, requires: [{power: parking}], effect: {unit: kt CO2e, values: {2030: 40}}}
          - {id: cable, title: A second sea cable, requires: [{power: power-grid}], effect: {unit: kt CO2e, values: {2030: 100}}}
          - {id: talks, title: Talks with owners, controller: the usual people}
        """;

    private const string CopenhagenAsks = """
        asks:
          - id: codes
            title: Building codes that require heat pumps
            description: Only the state can change them.
            addressee: Danish Parliament
            level: nation
            place: DK
            instrument: law
            status: made
            since: 2022
            measures: [heat-pumps]
            sectors: [I]
            unlocks: {unit: kt CO2e, values: {2030: 60, 2035: 70}, kind: estimated}
            allies: [oslo, carbon-neutral-cities-alliance, NO, nobody-known]
            source: minutes
          - {id: money, title: Grants for heat pumps, addressee: Danish parliament, level: nation, place: DK, instrument: funding, status: heard, measures: [heat-pumps], unlocks: {unit: kt CO2e, values: {2030: 20}, kind: modelled}}
          - {id: tolls, title: Tolls, addressee: Danish Parliament, level: nation, place: DK, instrument: law, status: refused, unlocks: {unit: kt CO2e, values: {2030: 900}}}
        """;

    private const string OsloAsks = """
        asks:
          - {id: tax, title: A higher carbon tax, addressee: Norwegian Government, level: nation, place: "NO", instrument: price, status: granted, since: 2023-05-31, unlocks: {unit: t CO2e, values: {2030: 50000}, kind: reported}}
          - {id: data, title: Meter data, addressee: Grid operator, level: utility, instrument: data, status: draft}
        """;

    private const string AarhusAsks = """
        asks:
          - {id: friend, title: Asked with the alliance, addressee: Danish Parliament, level: nation, place: DK, instrument: law, status: made, sectors: [II], unlocks: {unit: kt CO2e, values: {2030: 5}}, allies: [carbon-neutral-cities-alliance]}
          - {id: alone, title: Asked alone, addressee: Danish Parliament, level: nation, place: DK, instrument: law, status: made, unlocks: {unit: kt CO2e, values: {2030: 7}}}
        """;

    public async ValueTask InitializeAsync()
    {
        _site = await RunningSite.WithAsync(o => o);
        await SaveAsync(
            "copenhagen",
            ("plan.yaml", Copenhagen),
            ("measures/a.yaml", CopenhagenMeasures),
            ("asks.yaml", CopenhagenAsks)
        );
        await SaveAsync("oslo", ("plan.yaml", City("oslo", "Oslo", "NO")), ("asks.yaml", OsloAsks));
        await SaveAsync("aarhus", ("plan.yaml", City("aarhus", "Aarhus", "DK")), ("asks.yaml", AarhusAsks));
        await SaveAsync("stockholm", ("plan.yaml", City("stockholm", "Stockholm", "SE")));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task SaveAsync(string id, params (string Path, string Text)[] files)
    {
        var outcome = await Site.SaveAsync(
            id,
            null,
            [.. files, ("inventory/city.csv", "id,category,unit,2020\nall,I,kt CO2e,900\n")]
        );
        Assert.IsType<SaveOutcome.Saved>(outcome);
    }

    private static string City(string id, string name, string country) =>
        $$"""
            format: lodestar-plan@1
            id: {{id}}
            name: {{name}}
            kind: city
            country: "{{country}}"
            inventories:
              - {id: city, file: inventory/city.csv}
            """;
}
