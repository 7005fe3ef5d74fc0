// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Climate;

/// <summary>
/// A calibration with what every question about it needs again: the ensemble, where the backgrounds lead, and what is left
/// to emit. Each is worked out when first asked for and then held; any number of threads may ask.
/// </summary>
public sealed class ClimateModel
{
    private readonly Lazy<Ensemble> _ensemble;
    private readonly ConcurrentDictionary<string, Background> _backgrounds = new(StringComparer.Ordinal);

    /// <param name="calibration">Read when first needed.</param>
    public ClimateModel(Func<Calibration> calibration) => _ensemble = new(() => new Ensemble(calibration()));

    /// <summary>The set that travels with the product. Costs nothing until it is asked.</summary>
    public static ClimateModel Shipped { get; } = new(() => Calibration.Shipped);

    public Ensemble Ensemble => _ensemble.Value;

    public Calibration Calibration => Ensemble.Calibration;

    /// <summary>The first year that a path is read for: the one after the calibration's history.</summary>
    public int FirstYear => Calibration.LastHistoricalYear + 1;

    public Background Of(WorldPathway world) => _backgrounds.GetOrAdd(world.Id, _ => new Background(this, world));
}

/// <summary>A background in a calibration: where it leads, and what it leaves to emit.</summary>
public sealed class Background
{
    /// <summary>Runs up to here are held; longer ones are worked out each time.</summary>
    private const int LastHeld = 2100;

    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<
        (int Year, string Species, EquatableList<double> Values),
        WarmingOfPath
    > _kept = new();
    private readonly ClimateModel _model;
    private readonly Lazy<EnsembleRun> _run;
    private readonly Lazy<EnsembleRun> _detailed;
    private readonly Lazy<RemainingBudget> _budget;

    internal Background(ClimateModel model, WorldPathway world)
    {
        (_model, World) = (model, world);
        _run = new(() => model.Ensemble.Project(Until(LastHeld)));
        _detailed = new(() => Detailed(LastHeld));
        _budget = new(() => Lodestar.Climate.Answers.RemainingBudget.Of(model.Ensemble, world.Pathway));
    }

    public WorldPathway World { get; }

    /// <summary>What the world may still emit of CO2 while everything else follows this background.</summary>
    public RemainingBudget RemainingBudget => _budget.Value;

    /// <summary>Emissions from the first year after the history on; its run reaches 1 January after the last.</summary>
    public Pathway Until(int last) => World.Pathway.Between(_model.FirstYear, last);

    /// <summary>Temperature alone.</summary>
    public EnsembleRun Run(int last) => last == LastHeld ? _run.Value : _model.Ensemble.Project(Until(last));

    /// <summary>With concentrations, forcing and time scales, as attribution reads them.</summary>
    public EnsembleRun DetailedRun(int last) => last == LastHeld ? _detailed.Value : Detailed(last);

    /// <summary>
    /// A path's warming in a year. A plan is assessed more often than it changes, so answers are kept, and forgotten
    /// together when many paths have been asked for.
    /// </summary>
    internal WarmingOfPath Of(PlacePathway path, int year)
    {
        var names = path.Emissions.Species.Order(StringComparer.Ordinal).ToList();
        var key = (
            year,
            string.Join('|', names),
            names.SelectMany(n => path.Emissions[n].ToArray()).Concat(path.Cut).ToEquatableList()
        );
        if (_kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[key] = WarmingOfPath.Of(_model, this, path, year);
    }

    private EnsembleRun Detailed(int last) =>
        _model.Ensemble.Project(Until(last), new() { Keep = Keep.Concentrations | Keep.Forcing | Keep.Detail });
}
