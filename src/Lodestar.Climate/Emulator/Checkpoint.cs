// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Emulator;

/// <summary>
/// The whole state on a 1 January: a run that goes on from here gives bit for bit what a run without a stop gives.
/// </summary>
public sealed class Checkpoint
{
    /// <summary>1 Januaries of the base: one more than its calendar years.</summary>
    internal const int WholeBase = EnsembleRun.BaseLast - EnsembleRun.BaseFirst + 2;

    internal Checkpoint(int year, double[] lanes, SharedState shared, double[] baseSum, int baseYears)
    {
        (Year, Lanes, Shared, BaseSum, BaseYears) = (year, lanes, shared, baseSum, baseYears);
        BaseMean = baseYears == WholeBase ? Array.ConvertAll(baseSum, s => s / (WholeBase - 1)) : null;
    }

    /// <summary>The 1 January it stands at.</summary>
    public int Year { get; }

    /// <summary>State of the members, in the emulator's own order.</summary>
    internal double[] Lanes { get; }

    /// <summary>State that all members share.</summary>
    internal SharedState Shared { get; }

    /// <summary>Sum of temperature over the 1 Januaries of the base so far, ends by half.</summary>
    internal double[] BaseSum { get; }

    /// <summary>How many 1 Januaries of the base are in the sum.</summary>
    internal int BaseYears { get; }

    /// <summary>Mean temperature of each member over 1850–1900, K above the start; null until the run is past it.</summary>
    internal double[]? BaseMean { get; }
}

/// <summary>What does not differ between members: pools of gases with fixed lifetimes and sums of emissions.</summary>
/// <param name="Burdens">Four pools a gas, in emission units.</param>
/// <param name="CumulativeLandUse">CO2 of land use since the start, Gt.</param>
/// <param name="EffectiveChlorine">Above its baseline of 1750, ppt, on the checkpoint's 1 January.</param>
internal sealed record SharedState(double[] Burdens, double CumulativeLandUse, double EffectiveChlorine);
