// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Interpret;

namespace Lodestar.Formula.Execute;

/// <summary>
/// One lane that has been computed: the values of all variables in all years, or of those asked for. Parameters may be
/// given other values; then no more is computed again than what depends on them. One thread at a time. Dispose of it, so
/// that the next run can have its memory.
/// </summary>
public sealed class ModelRun : IDisposable
{
    private readonly Engine engine;
    private readonly IReadOnlyList<BoundVariable>? outputs;
    private readonly double[] parameters;
    private InterpretedRun? interpreted;
    private Machine? machine;

    internal ModelRun(
        Engine engine,
        IReadOnlyList<BoundVariable>? outputs,
        ReadOnlySpan<double> parameters,
        CancellationToken cancellation
    )
    {
        (this.engine, this.outputs) = (engine, outputs);
        this.parameters = parameters.ToArray();
        Compute(cancellation);
    }

    /// <summary>The model.</summary>
    public BoundModel Model => engine.Model;

    /// <summary>Whether compiled code computed it.</summary>
    public bool IsCompiled => machine is not null;

    /// <summary>The numbers it was computed with, in the order of <see cref="Lanes.Offsets"/>.</summary>
    public ReadOnlySpan<double> Parameters => parameters;

    /// <summary>The values of a variable.</summary>
    /// <param name="variable">A variable that was asked for.</param>
    /// <returns>By year, then by cell.</returns>
    public double[] Values(BoundVariable variable)
    {
        var values = new double[Model.YearCount * variable.Cells];
        for (var year = 0; year < Model.YearCount; year++)
        {
            Read(variable, year, values.AsSpan(year * variable.Cells, variable.Cells));
        }

        return values;
    }

    /// <summary>Reads a variable in one year.</summary>
    /// <param name="variable">A variable that was asked for.</param>
    /// <param name="year">The year, counted from 0.</param>
    /// <param name="into">As many numbers as the variable has cells.</param>
    public void Read(BoundVariable variable, int year, Span<double> into)
    {
        if (machine is not null)
        {
            machine.Read(variable, year, into);
        }
        else
        {
            ObjectDisposedException.ThrowIf(interpreted is null, this);
            interpreted.Values(variable).Slice(year * variable.Cells, variable.Cells).CopyTo(into);
        }
    }

    /// <summary>Computes with other numbers. The run is then as one begun with them, to the bit.</summary>
    /// <param name="values">The numbers of the lane.</param>
    /// <param name="cancellation">Looked at once a year; a run that was stopped must be moved again before it is read.</param>
    public void Move(ReadOnlySpan<double> values, CancellationToken cancellation = default)
    {
        values.CopyTo(parameters);
        Compute(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (machine is not null)
        {
            engine.Return(machine, outputs);
        }

        (machine, interpreted) = (null, null);
    }

    private void Compute(CancellationToken cancellation)
    {
        machine ??= engine.Rent(outputs, cancellation);
        if (machine is not null)
        {
            interpreted = null;
            machine.Compute(parameters, cancellation);
        }
        else
        {
            interpreted = InterpretedRun.Of(outputs is null ? Model : Model.Only(outputs), parameters, cancellation);
        }
    }
}
