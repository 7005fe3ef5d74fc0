// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Execute;

/// <summary>What a run takes, known before it begins.</summary>
/// <param name="Bytes">The most memory it holds at once beside the model and its code.</param>
/// <param name="Work">How many operations on single numbers it is: of every step its cells, times the years, times the lanes.</param>
public sealed record RunCost(long Bytes, double Work);

/// <summary>How models are computed.</summary>
public enum EngineMode
{
    /// <summary>By the interpreter until compiled code is there.</summary>
    Automatic,

    /// <summary>By the interpreter.</summary>
    Interpreted,

    /// <summary>By compiled code, which is waited for.</summary>
    Compiled,
}

/// <summary>Limits of an engine, and how it computes.</summary>
public sealed record EngineOptions
{
    /// <summary>How it computes. What comes out is the same to the bit.</summary>
    public EngineMode Mode { get; init; } = EngineMode.Automatic;

    /// <summary>The most memory one run may take.</summary>
    public long MostBytes { get; init; } = 256L << 20;

    /// <summary>The most operations one run may be.</summary>
    public double MostWork { get; init; } = 1e13;
}

/// <summary>The answer to the wish for one run.</summary>
/// <param name="Cost">What it takes.</param>
/// <param name="Run">The run; null when it would take more than the engine may give.</param>
public sealed record RunAnswer(RunCost Cost, ModelRun? Run);

/// <summary>The answer to the wish for a run of many lanes.</summary>
/// <param name="Cost">What it takes.</param>
/// <param name="IsDone">False when nothing was done since it would take more than the engine may give.</param>
public sealed record LanesAnswer(RunCost Cost, bool IsDone);
