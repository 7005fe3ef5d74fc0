// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Compile;
using Lodestar.Formula.Lowering;
using Buffer = Lodestar.Formula.Compile.Buffer;

namespace Lodestar.Formula.Execute;

/// <summary>Compiled code with memory of its own. One thread at a time.</summary>
internal sealed unsafe class Machine : IDisposable
{
    private readonly CompiledPlan compiled;
    private readonly Machine? shared;
    private readonly NativeBlock block;
    private readonly Frame start;
    private readonly byte* yearlyNumbers;
    private readonly byte* outputs;
    private readonly List<Output> copies = [];
    private readonly int years;
    private readonly bool holdsShared;
    private double[]? last;

    /// <summary>Takes memory for a plan.</summary>
    /// <param name="compiled">The plan.</param>
    /// <param name="shared">A machine of its shared part that has run; null when it has none.</param>
    /// <param name="outputs">The variables copied out year by year, in that order; none where all is kept.</param>
    public Machine(CompiledPlan compiled, Machine? shared, ImmutableArray<BoundVariable> outputs)
    {
        (this.compiled, this.shared) = (compiled, shared);
        var plan = compiled.Plan;
        years = plan.Model.Model.YearCount;
        OutputBytes = outputs.Sum(o => OutputStride(o) * years);
        block = new NativeBlock(Bytes(plan) + OutputBytes + Buffer.Align(plan.GroupCount));
        var at = block.Start;
        start.Parameters = Take(plan.ParameterBytes);
        start.Numbers = Take(plan.Numbers.Bytes);
        yearlyNumbers = Take(plan.Numbers.YearStride * years);
        start.Once = Take(plan.OnceBytes);
        start.State = Take(plan.StateBytes);
        start.StateBefore = Take(plan.StateBytes);
        start.Temporary = Take(plan.TemporaryBytes);
        start.HistoryStart = Take(plan.HistoryStride * years);
        this.outputs = Take(OutputBytes);
        start.Active = at;
        if (shared is not null)
        {
            // What is shared must outlive its readers, whoever is disposed of first.
            shared.block.DangerousAddRef(ref holdsShared);
            start.Shared = shared.start.Once;
            start.SharedStart = shared.start.HistoryStart;
        }

        plan.Numbers.Fill(start.Numbers, yearlyNumbers);
        new Span<byte>(start.Active, plan.GroupCount).Fill(1);
        var into = this.outputs;
        foreach (var output in outputs)
        {
            var copy = new Output(Home(output), plan.Model.Variables[output.Index].Stratum, into, OutputStride(output));
            into += copy.Stride * years;
            copies.Add(copy);
            if (copy.Home.Region is Region.Shared or Region.SharedYears && plan.Layout == Layout.Draws)
            {
                Spread(copy);
            }
        }

        byte* Take(long bytes)
        {
            var taken = at;
            at += bytes;
            return taken;
        }
    }

    public long OutputBytes { get; }

    public Plan Plan => compiled.Plan;

    /// <summary>The parameters: in lanes of draws as <see cref="ILaneValues.Fill"/> gives them.</summary>
    public Span<double> Parameters => new(start.Parameters, (int)(Plan.ParameterBytes / sizeof(double)));

    /// <summary>The variables copied out: in each by year, cell and lane.</summary>
    public ReadOnlySpan<double> Outputs => new(outputs, checked((int)(OutputBytes / sizeof(double))));

    /// <summary>A byte a group: whether it is to be computed.</summary>
    public Span<byte> Active => new(start.Active, Plan.GroupCount);

    /// <summary>Bytes a machine takes for a plan, its outputs aside.</summary>
    public static long Bytes(Plan plan) =>
        plan.WorkingBytes + plan.Numbers.Bytes + (plan.Numbers.YearStride * plan.Model.Model.YearCount);

    /// <summary>
    /// Computes one lane where labels stand side by side. Where all is kept, no more than what depends on parameters that
    /// have other values than the time before.
    /// </summary>
    /// <param name="values">The numbers of the lane.</param>
    /// <param name="cancellation">Looked at once a year.</param>
    public void Compute(ReadOnlySpan<double> values, CancellationToken cancellation = default)
    {
        var isKept = copies.Count == 0 && last is not null;
        last ??= new double[values.Length];
        var changed = new ulong[Math.Max(1, (Plan.Model.Model.Parameters.Length + 63) / 64)];
        var at = 0;
        foreach (var parameter in Plan.Model.Model.Parameters)
        {
            var old = last.AsSpan(at, parameter.Cells);
            var next = values.Slice(at, parameter.Cells);
            if (!MemoryMarshal.AsBytes(old).SequenceEqual(MemoryMarshal.AsBytes(next)))
            {
                changed[parameter.Index / 64] |= 1UL << (parameter.Index % 64);
            }

            at += parameter.Cells;
        }

        foreach (var group in Plan.Groups.Values.SelectMany(g => g))
        {
            start.Active[group.Index] = isKept && !group.DependsOn(changed) ? (byte)0 : (byte)1;
        }

        values.CopyTo(last);
        SetParameters(values);
        try
        {
            Run(cancellation);
        }
        catch (OperationCanceledException)
        {
            last = null;
            throw;
        }
    }

    private void SetParameters(ReadOnlySpan<double> values)
    {
        var at = 0;
        foreach (var parameter in Plan.Model.Model.Parameters)
        {
            var place = Plan.Parameters[parameter.Index];
            Cells.Scatter(values.Slice(at, parameter.Cells), place, start.Parameters + place.Offset);
            at += parameter.Cells;
        }
    }

    /// <summary>Computes all that is active.</summary>
    public void Run(CancellationToken cancellation = default)
    {
        var frame = start;
        var plan = Plan;
        var sharedStride = plan.Shared?.HistoryStride ?? 0;
        for (var stratum = 0; stratum < plan.Model.Model.Strata.Length; stratum++)
        {
            Invoke(new Part(stratum, Phase.Once), &frame);
            var first = compiled.Of(new Part(stratum, Phase.First));
            var later = compiled.Of(new Part(stratum, Phase.Later));
            if (first.Length + later.Length == 0)
            {
                continue;
            }

            for (var year = 0; year < years; year++)
            {
                cancellation.ThrowIfCancellationRequested();
                frame.Year = year;
                frame.YearlyNumbers = yearlyNumbers + (plan.Numbers.YearStride * year);
                frame.History = start.HistoryStart + (plan.HistoryStride * year);
                frame.SharedYear = start.SharedStart + (sharedStride * year);
                var state = frame.State;
                frame.State = frame.StateBefore;
                frame.StateBefore = state;
                Invoke(year == 0 ? first : later, &frame);
                CopyOut(stratum, year, in frame);
            }
        }

        CopyOutOnce();
    }

    /// <summary>A variable of one year, cell by cell, where labels stand side by side and all is kept.</summary>
    public void Read(BoundVariable variable, int year, Span<double> values)
    {
        var copied = copies.FindIndex(c => ReferenceEquals(c.Home, Home(variable)));
        var home = Home(variable);
        var at =
            copied >= 0 ? copies[copied].Into + (copies[copied].Stride * year)
            : home.Region == Region.Once ? start.Once + home.Offset
            : start.HistoryStart + (Plan.HistoryStride * year) + home.Offset;
        Cells.Gather(at, home, values);
    }

    public void Dispose()
    {
        if (holdsShared && !block.IsClosed)
        {
            shared!.block.DangerousRelease();
        }

        block.Dispose();
    }

    private Buffer Home(BoundVariable variable) =>
        Plan.Home(variable) ?? throw new InvalidOperationException($"{variable} was not asked for.");

    private long OutputStride(BoundVariable output) =>
        Plan.Layout == Layout.Draws ? output.Cells * 64L : Home(output).Bytes;

    private void Invoke(Part part, Frame* frame) => Invoke(compiled.Of(part), frame);

    private static void Invoke(Method[] methods, Frame* frame)
    {
        foreach (var method in methods)
        {
            method.Code.Value(frame);
        }
    }

    private void CopyOut(int stratum, int year, in Frame frame)
    {
        foreach (var copy in CollectionsMarshal.AsSpan(copies))
        {
            if (copy.Stratum != stratum)
            {
                continue;
            }

            var from = copy.Home.Region switch
            {
                Region.State => frame.State,
                Region.Temporary => frame.Temporary,
                Region.History => frame.History,
                _ => null,
            };
            if (from is not null)
            {
                NativeMemory.Copy(from + copy.Home.Offset, copy.Into + (copy.Stride * year), (nuint)copy.Stride);
            }
        }
    }

    private void CopyOutOnce()
    {
        foreach (var copy in CollectionsMarshal.AsSpan(copies))
        {
            for (var year = 0; copy.Home.Region == Region.Once && year < years; year++)
            {
                NativeMemory.Copy(start.Once + copy.Home.Offset, copy.Into + (copy.Stride * year), (nuint)copy.Stride);
            }
        }
    }

    private void Spread(Output copy)
    {
        var cells = (int)Loop.Cells(copy.Home.Axes);
        var values = new double[cells];
        for (var year = 0; year < years; year++)
        {
            var from =
                copy.Home.Region == Region.Shared
                    ? start.Shared
                    : start.SharedStart + (Plan.Shared!.HistoryStride * year);
            Cells.Gather(from + copy.Home.Offset, copy.Home, values);
            var into = (double*)(copy.Into + (copy.Stride * year));
            for (var i = 0; i < cells * Lanes.Width; i++)
            {
                into[i] = values[i / Lanes.Width];
            }
        }
    }

    private readonly struct Output(Buffer home, int stratum, byte* into, long stride)
    {
        public Buffer Home { get; } = home;

        public int Stratum { get; } = stratum;

        public byte* Into { get; } = into;

        public long Stride { get; } = stride;
    }
}
