// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>
/// A calibration made ready to run. Holds nothing that a run changes, so that any number of threads may share it.
/// Pathways run through the FaIR 2.x equations in yearly steps, eight members side by side.
/// </summary>
public sealed class Ensemble
{
    private readonly Chemicals _chemicals;
    private readonly MemberTable _members;
    private readonly Lazy<Checkpoint> _history;

    /// <exception cref="NotSupportedException">
    /// The calibration lets a parameter differ between members that the emulator works out once for all.
    /// </exception>
    public Ensemble(Calibration calibration)
    {
        Calibration = calibration;
        _chemicals = new Chemicals(calibration);
        _members = new MemberTable(calibration, _chemicals);
        _history = new(() => Run(calibration.History).End);
    }

    public Calibration Calibration { get; }

    public int Members => _members.Count;

    /// <summary>
    /// The state after the calibration's history, without noise: worked out once, so that a question about the future
    /// costs the years ahead alone.
    /// </summary>
    public Checkpoint History => _history.Value;

    /// <summary>
    /// Runs a pathway from the state of 1750. Species that the pathway lacks stay at their emissions of that year.
    /// </summary>
    public EnsembleRun Run(Pathway pathway, RunOptions? options = null) =>
        Step(null, pathway, pathway.FirstYear, pathway.Years, options ?? new RunOptions());

    /// <summary>
    /// Goes on from a checkpoint. The pathway must reach over its year; what lies before is passed over.
    /// </summary>
    /// <exception cref="ArgumentException">The pathway does not have emissions of the checkpoint's year.</exception>
    public EnsembleRun RunFrom(Checkpoint start, Pathway pathway, RunOptions? options = null)
    {
        if (pathway.FirstYear > start.Year || pathway.LastYear < start.Year)
        {
            throw new ArgumentException(
                $"{pathway.Name} has no emissions of {start.Year}, where the run goes on.",
                nameof(pathway)
            );
        }

        return Step(start, pathway, start.Year, pathway.LastYear - start.Year + 1, options ?? new RunOptions());
    }

    /// <summary>Goes on from the calibration's history.</summary>
    public EnsembleRun Project(Pathway pathway, RunOptions? options = null) => RunFrom(History, pathway, options);

    /// <summary>The same by one number at a time: the slow way, for comparison.</summary>
    internal EnsembleRun RunOneByOne(Pathway pathway, RunOptions? options = null) =>
        Step(null, pathway, pathway.FirstYear, pathway.Years, options ?? new RunOptions(), isOneByOne: true);

    /// <summary>For comparison alone: pools lose the digits that the reference implementation loses.</summary>
    internal bool IsAsReference { get; init; }

    internal Chemicals Chemicals => _chemicals;

    internal MemberTable Table => _members;

    private EnsembleRun Step(
        Checkpoint? start,
        Pathway pathway,
        int firstYear,
        int steps,
        RunOptions options,
        bool isOneByOne = false
    )
    {
        var drivers = new Drivers(Calibration, _chemicals, pathway, firstYear, steps, start?.Shared, options);
        var recording = new Recording(options.Keep, firstYear, steps + 1, _members.Count, _members.Stride);
        var plan = PlanOf(drivers, recording, options);
        var state = start?.Lanes.ToArray() ?? new double[(int)StateSlot.Count * _members.Stride];
        var baseSum = start?.BaseSum.ToArray() ?? new double[_members.Stride];
        var width = isOneByOne ? Scalar.Width : Lanes.Width;
        void Block(int block)
        {
            if (isOneByOne)
            {
                Stepper<Scalar>.Run(plan, state, baseSum, block, start is null);
            }
            else
            {
                Stepper<Lanes>.Run(plan, state, baseSum, block * width, start is null);
            }
        }

        var blocks = isOneByOne ? _members.Count : _members.Stride / width;
        var threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        if (threads == 1 || blocks == 1)
        {
            for (var block = 0; block < blocks; block++)
            {
                Block(block);
            }
        }
        else
        {
            Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Block);
        }

        var end = firstYear + steps;
        return new EnsembleRun(
            recording.Series,
            new Checkpoint(end, state, drivers.End, baseSum, BaseYears(start, firstYear, end))
        );
    }

    private static int BaseYears(Checkpoint? start, int firstYear, int lastYear)
    {
        var first = Math.Max(start is null ? firstYear : firstYear + 1, EnsembleRun.BaseFirst);
        var last = Math.Min(lastYear, EnsembleRun.BaseLast + 1);
        return (start?.BaseYears ?? 0) + Math.Max(0, last - first + 1);
    }

    private RunPlan PlanOf(Drivers drivers, Recording recording, RunOptions options)
    {
        double Of(Species? species, Parameter parameter, double missing) =>
            species is { } found
            && Calibration.Of(found.Name, parameter) is { Default: var value }
            && !double.IsNaN(value)
                ? value
                : missing;
        Species?[] calculated =
        [
            _chemicals.CarbonDioxide,
            _chemicals.Methane,
            _chemicals.NitrousOxide,
            null,
            null,
            _chemicals.AerosolRadiation,
            _chemicals.AerosolCloud,
            _chemicals.Ozone,
            _chemicals.StratosphericWater,
            _chemicals.BlackCarbonOnSnow,
            _chemicals.LandUse,
            _chemicals.Contrails,
        ];
        double[] efficacies = [.. calculated.Select(s => Of(s, Parameter.Efficacy, 1))];
        return new RunPlan(
            _chemicals,
            _members,
            drivers,
            Calibration.MethaneLifetime,
            Calibration.GreenhouseForcing,
            recording,
            options.Noise
        )
        {
            IsOzoneFeedbackLeftOut = options.IsOzoneFeedbackLeftOut,
            IsAsReference = IsAsReference,
            ChlorineBaseline = Of(_chemicals.EffectiveChlorine, Parameter.BaselineConcentration, 0),
            LifetimeOfNitrousOxide = Of(_chemicals.NitrousOxide, Parameter.LifetimeSensitivity, 0),
            Efficacies = Array.TrueForAll(efficacies, e => e == 1) ? null : efficacies,
            PrescribedEfficacies = [.. _chemicals.Prescribed.Select(s => Of(s, Parameter.Efficacy, 1))],
        };
    }
}
