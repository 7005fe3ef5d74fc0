// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Compile;

namespace Lodestar.Formula.Execute;

/// <summary>A plan whose code is being compiled, and machines for it that wait for their next run.</summary>
internal sealed class PlannedCode(Plan plan, ImmutableArray<BoundVariable> outputs, CancellationToken closing)
    : IDisposable
{
    private const int MostSpare = 2;

    private readonly Stack<Machine> spare = [];
    private readonly Lock gate = new();
    private Task? compiling;
    private CompiledPlan? compiled;
    private Machine? shared;
    private bool isClosed;

    /// <summary>Begins compiling in the background.</summary>
    public void Begin() => _ = Start();

    /// <summary>Waits for the code.</summary>
    public void Wait(CancellationToken cancellation) => Start().Wait(cancellation);

    /// <summary>Whether the code is there.</summary>
    public bool IsReady
    {
        get
        {
            lock (gate)
            {
                return compiled is not null && !isClosed;
            }
        }
    }

    /// <summary>A machine, when the code is there.</summary>
    public Machine? Rent()
    {
        lock (gate)
        {
            if (spare.TryPop(out var machine))
            {
                return machine;
            }
        }

        Start();
        lock (gate)
        {
            return compiled is null || isClosed ? null : new Machine(compiled, shared, outputs);
        }
    }

    /// <summary>Takes a machine back.</summary>
    /// <returns>False when there are enough.</returns>
    public bool Give(Machine machine)
    {
        lock (gate)
        {
            if (isClosed || machine.Plan != plan || spare.Count >= MostSpare)
            {
                return false;
            }

            spare.Push(machine);
            return true;
        }
    }

    /// <summary>What lanes take, on so many threads.</summary>
    public RunCost Cost(int lanes, int threads)
    {
        var width = plan.Layout == Layout.Draws ? Lanes.Width : 1;
        var copied = (double)outputs.Sum(o => (double)o.Cells) * plan.Model.Model.YearCount * sizeof(double) * width;
        var shared = plan.Shared is { } part ? Machine.Bytes(part) : 0;
        var bytes = shared + (threads * (Machine.Bytes(plan) + copied));
        var work = ((double)plan.Work * lanes) + (plan.Shared?.Work ?? 0);
        return new RunCost((long)Math.Min(bytes, long.MaxValue / 2), work);
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            while (spare.TryPop(out var machine))
            {
                machine.Dispose();
            }

            shared?.Dispose();
        }
    }

    private Task Start()
    {
        lock (gate)
        {
            if (compiling is null)
            {
                var code = CompiledPlan.Of(plan);
                if (code.IsCompiled)
                {
                    compiling = Task.CompletedTask;
                    Finish(code, CancellationToken.None);
                }
                else
                {
                    compiling = Task.Run(
                        () =>
                        {
                            code.Compile(closing);
                            Finish(code, closing);
                        },
                        closing
                    );
                }
            }

            return compiling;
        }
    }

    private void Finish(CompiledPlan code, CancellationToken cancellation)
    {
        Machine? common = null;
        if (code.Shared is not null)
        {
            common = new Machine(code.Shared, null, []);
            common.Run(cancellation);
        }

        lock (gate)
        {
            if (isClosed)
            {
                common?.Dispose();
            }
            else
            {
                (compiled, shared) = (code, common);
            }
        }
    }
}
