// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Planning.Actions;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.LockIn;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Model;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Scenarios;

/// <summary>Where a plan's scenarios lead: every one run, with the odds of the whole chain.</summary>
/// <param name="Model">The plan's model.</param>
/// <param name="Set">Its scenarios.</param>
/// <param name="Runs">In the order of the scenarios.</param>
/// <param name="Chances">What is uncertain beside the model's inputs.</param>
/// <param name="Fits">How near the model comes to what was observed.</param>
public sealed record PlanOutlook(
    PlanModel Model,
    ScenarioSet Set,
    ImmutableArray<ScenarioRun> Runs,
    Chances Chances,
    ImmutableArray<FitReport> Fits
)
{
    /// <summary>So many measures that meet are computed in every combination while somebody waits; more are sampled.</summary>
    private const int MostExact = 12;

    /// <summary>How the action of each measure stands, as the odds were drawn.</summary>
    public required Func<ModelMeasure, DeliveryStatus> StatusOf { get; init; }

    /// <summary>What the spread of <see cref="Expected"/> in the last year rests on; null where nothing was drawn.</summary>
    public ModelTrust? Trust { get; init; }

    /// <summary>What each measure of <see cref="Planned"/> takes away from the run without measures; null where none is on.</summary>
    public AttributionReport? Wedges { get; init; }

    /// <summary>What the stocks of <see cref="Expected"/> commit; without stocks where the model keeps no vintages, null where it takes too much.</summary>
    public LockInReport? LockIn { get; init; }

    /// <summary>The run of the scenario that happens without a further decision.</summary>
    public ScenarioRun Expected => Of(Set.Expected);

    /// <summary>The run of the scenario with everything that is planned.</summary>
    public ScenarioRun Planned => Of(Set.Planned);

    /// <summary>The run without measures.</summary>
    public ScenarioRun Without => Of(Set.Without);

    public ScenarioRun? Find(string id) => Runs.FirstOrDefault(r => r.Case.Id == id);

    public ScenarioRun? Find(ScenarioKind kind) => Runs.FirstOrDefault(r => r.Case.Kind == kind);

    /// <summary>Runs every scenario of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="runner">Its model.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the model is too large to be run while somebody waits.</returns>
    public static PlanOutlook? Of(Plan plan, ScenarioRunner runner, CancellationToken cancellation = default)
    {
        var model = runner.Model;
        var set = ScenarioSet.Of(plan.Scenarios, model);
        if (!runner.IsQuick(ScenarioRunner.DrawCount * set.Cases.Length))
        {
            return null;
        }

        var deliveries = model.Measures.ToDictionary(
            m => m.Id,
            m => DeliveryOf(plan, model, m),
            StringComparer.Ordinal
        );
        var inventory = Assessor.LeadingInventory(plan);
        var chances = new Chances(a => deliveries[a.Measure.Id], InventoryErrors.Of(plan, inventory) ?? 0)
        {
            Present = inventory is null ? null : InventoryTotaller.Total(plan, inventory, inventory.Boundary).LastYear,
        };
        var runs = set.Cases.Select(c => runner.Draw(c, chances, cancellation: cancellation)).OfType<ScenarioRun>();
        var outlook = new PlanOutlook(model, set, [.. runs], chances, FitReport.Of(model.Model, cancellation))
        {
            StatusOf = m => deliveries[m.Id].Status,
        };
        return outlook.Runs.Length < set.Cases.Length
            ? null
            : outlook with
            {
                Trust = runner.Trust(outlook.Set.Expected, chances, outlook.Expected, model.LastYear),
                Wedges = WedgesOf(runner, set.Planned, cancellation),
                LockIn = LockInReport.Of(
                    model.Model,
                    set.Expected.Settings,
                    threads: Environment.ProcessorCount,
                    cancellation: cancellation
                ),
            };
    }

    /// <summary>What each measure of a scenario takes away.</summary>
    /// <returns>Null where no measure is on, or it would take too long.</returns>
    public static AttributionReport? WedgesOf(
        ScenarioRunner runner,
        ScenarioCase scenario,
        CancellationToken cancellation = default
    ) => WedgesOf(runner, scenario, PlayersOf(runner, scenario), cancellation);

    /// <summary>What each controller of a scenario's measures takes away; "" where nobody says who decides.</summary>
    /// <returns>Null where no measure is on, or it would take too long.</returns>
    public static AttributionReport? WedgesByController(
        ScenarioRunner runner,
        ScenarioCase scenario,
        CancellationToken cancellation = default
    )
    {
        var players = PlayersOf(runner, scenario);
        return WedgesOf(
            runner,
            scenario,
            Player.Grouped(players, id => runner.Model.Measure(id)?.Controller ?? ""),
            cancellation
        );
    }

    private static AttributionReport? WedgesOf(
        ScenarioRunner runner,
        ScenarioCase scenario,
        ImmutableArray<Player> players,
        CancellationToken cancellation
    ) =>
        scenario.Active.IsEmpty
            ? null
            : Attributing.Of(
                runner.Engine,
                new AttributionWish(players, [runner.Model.Emissions])
                {
                    Scenario = scenario.Settings,
                    MostExact = MostExact,
                    Threads = Environment.ProcessorCount,
                },
                cancellation
            );

    /// <summary>Measures that the plan switches; those inside a module belong to it and stay as it has them.</summary>
    private static ImmutableArray<Player> PlayersOf(ScenarioRunner runner, ScenarioCase scenario) =>
        [
            .. Player
                .OfMeasures(runner.Model.Model, scenario.Settings)
                .Where(p => runner.Model.Measures.Any(m => m.Switch == p.Levers[0].Parameter)),
        ];

    private ScenarioRun Of(ScenarioCase scenario) => Runs.First(r => r.Case == scenario);

    private static MeasureDelivery DeliveryOf(Plan plan, PlanModel model, ModelMeasure measure) =>
        MeasureDelivery.Of(
            measure.Id,
            plan.Actions.Where(a => a.Measures.Any(id => model.Measure(id) == measure)),
            measure.Status is MeasureStatus.Implemented or MeasureStatus.Ended
        );
}
