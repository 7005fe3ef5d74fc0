// SPDX-License-Identifier: Apache-2.0
using System.Runtime.ExceptionServices;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Interpret;

namespace Lodestar.Formula.Execute;

/// <summary>One run of many lanes: blocks of eight, taken by whichever thread is free.</summary>
internal sealed class LaneRun(
    BoundModel model,
    PlannedCode code,
    IReadOnlyList<BoundVariable> outputs,
    ILaneValues lanes,
    ILaneSink sink,
    EngineMode mode,
    CancellationToken cancellation,
    IProgress<double>? progress
)
{
    private readonly int blocks = (lanes.Count + Lanes.Width - 1) / Lanes.Width;
    private int next = -1;
    private int done;

    public void Do(int threads)
    {
        if (mode == EngineMode.Compiled)
        {
            code.Wait(cancellation);
        }

        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => Work());
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private void Work()
    {
        Machine? machine = null;
        double[]? values = null;
        double[]? results = null;
        try
        {
            for (
                var block = Interlocked.Increment(ref next);
                block < blocks && !cancellation.IsCancellationRequested;
                block = Interlocked.Increment(ref next)
            )
            {
                var first = block * Lanes.Width;
                var count = Math.Min(Lanes.Width, lanes.Count - first);
                while (!Compute(first, count, ref machine, ref values, ref results)) { }

                progress?.Report(Interlocked.Increment(ref done) / (double)blocks);
            }
        }
        finally
        {
            if (machine is not null && !code.Give(machine))
            {
                machine.Dispose();
            }
        }
    }

    /// <returns>False where it must be tried again, since the code that does it faster has come.</returns>
    private bool Compute(int first, int count, ref Machine? machine, ref double[]? values, ref double[]? results)
    {
        machine ??= mode == EngineMode.Interpreted ? null : code.Rent();
        if (machine is not null)
        {
            lanes.Fill(first, machine.Parameters);
            machine.Run();
            sink.Take(first, count, machine.Outputs);
            return true;
        }

        values ??= new double[Lanes.ParameterCells(model) * Lanes.Width];
        results ??= new double[outputs.Sum(o => o.Cells) * model.YearCount * Lanes.Width];
        lanes.Fill(first, values);
        if (!Interpret(values, count, results))
        {
            return false;
        }

        sink.Take(first, count, results);
        return true;
    }

    /// <returns>False where it was given up, since there is code now.</returns>
    private bool Interpret(double[] values, int count, double[] results)
    {
        var only = model.Only(outputs);
        var lane = new double[values.Length / Lanes.Width];
        for (var l = 0; l < count; l++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (mode != EngineMode.Interpreted && code.IsReady)
            {
                return false;
            }

            for (var i = 0; i < lane.Length; i++)
            {
                lane[i] = values[(i * Lanes.Width) + l];
            }

            var run = InterpretedRun.Of(only, lane, cancellation);
            var at = l;
            foreach (var output in outputs)
            {
                foreach (var value in run.Values(output))
                {
                    results[at] = value;
                    at += Lanes.Width;
                }
            }
        }

        return true;
    }
}
