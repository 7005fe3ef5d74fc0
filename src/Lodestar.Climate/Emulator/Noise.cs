// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Emulator;

/// <summary>Year-to-year variability: what is added to the four states of a member's energy balance in each step.</summary>
public interface INoise
{
    /// <summary>
    /// Adds for the step that ends on 1 January of a year: filtered forcing (W m⁻²) and three layers (K). Must depend on
    /// its arguments alone.
    /// </summary>
    /// <param name="member">Place in the ensemble.</param>
    /// <param name="into">Four numbers to fill.</param>
    void Fill(int member, int year, Span<double> into);
}
