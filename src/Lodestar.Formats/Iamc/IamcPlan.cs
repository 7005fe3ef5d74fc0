// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.Iamc;

/// <summary>The plan of one region: a projection for each model and scenario.</summary>
internal static class IamcPlan
{
    private const string Boundary =
        "As the model defines it; the variable Emissions|CO2 counts land use. Sectors are those of IPCC 2006 that the "
        + "common definitions of variables name.";

    public static Message ModelRegion { get; } = Message.Of("import.iamc.left-out.region");

    public static Plan Of(Area area, IReadOnlyCollection<IamcSeries> series, string file)
    {
        var start = area.Country is { } country
            ? CountryPlan.Of(country)
            : new Plan { Id = PlanIds.Slug(area.Name), Name = area.Name };
        var ids = new UniqueIds();
        var source = new Source("iamc", $"Scenarios: {file}")
        {
            Note = "Publisher, edition and licence are those of the database that the file comes from.",
        };
        return start with
        {
            Projections = series
                .GroupBy(s => (s.Model, s.Scenario))
                .Select(g => ProjectionOf(g.Key.Model, g.Key.Scenario, g, ids))
                .ToEquatableList(),
            Sources = EquatableList.Of(source),
        };
    }

    private static ProjectionRecord ProjectionOf(
        string model,
        string scenario,
        IEnumerable<IamcSeries> series,
        UniqueIds ids
    )
    {
        var label = model.Length == 0 ? scenario : $"{model}|{scenario}";
        var id = ids.Take($"iamc {model} {scenario}");
        var file = $"projections/{id}.csv";
        var rowIds = new UniqueIds();
        return new ProjectionRecord(id, file)
        {
            Title = label,
            BoundaryNote = Boundary,
            Scheme = "ipcc2006",
            Source = "iamc",
            Rows = series
                .Select(s => new ProjectionRow(
                    rowIds.Take(s.Variable),
                    ScenarioOf(scenario),
                    s.Meaning.Category,
                    new YearSeries(
                        s.Meaning.Unit!,
                        s.Values.Select(v => new YearCell(
                            v.Key,
                            Cell.Of(v.Value),
                            new Provenance("iamc", Kind: ValueKind.Modelled)
                        ))
                    ),
                    new Place(file)
                )
                {
                    Label = label,
                    Gas = s.Meaning.Gas,
                })
                .ToEquatableList(),
        };
    }

    private static ProjectionScenario ScenarioOf(string scenario) =>
        NameMatch.Fold(scenario) switch
        {
            "wom" or "without measures" => ProjectionScenario.WOM,
            "wem" or "with existing measures" or "with measures" => ProjectionScenario.WEM,
            "wam" or "with additional measures" => ProjectionScenario.WAM,
            "lts" or "long term strategy" => ProjectionScenario.LTS,
            _ => ProjectionScenario.NotStated,
        };
}
