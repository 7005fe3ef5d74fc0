// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Emulator;

/// <summary>How to run an ensemble.</summary>
public sealed record RunOptions
{
    public Keep Keep { get; init; } = Keep.Temperature;

    /// <summary>How many threads share the members; the result does not depend on it. 0 stands for all processors.</summary>
    public int Threads { get; init; }

    /// <summary>True to count the series of the sun, volcanoes and other given forcing as zero.</summary>
    public bool IsNaturalForcingLeftOut { get; init; }

    /// <summary>True for experiments with one gas alone: ozone does not answer to warming.</summary>
    public bool IsOzoneFeedbackLeftOut { get; init; }

    /// <summary>Year-to-year variability; null for the smooth, reproducible run that planning uses.</summary>
    public INoise? Noise { get; init; }
}
