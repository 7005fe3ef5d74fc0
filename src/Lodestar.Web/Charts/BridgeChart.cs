// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

/// <summary>One step of a bridge.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Amount">A whole, or by how much the whole changes.</param>
/// <param name="IsWhole">Whether it begins at zero.</param>
internal sealed record BridgeStep(string Name, double Amount, bool IsWhole);

/// <summary>From one whole to another by what makes the difference: each change begins where the one before ended.</summary>
/// <param name="Unit">As it is shown.</param>
/// <param name="Steps">The first and the last are wholes.</param>
/// <param name="Decimals">How many the amounts are shown with.</param>
internal sealed record BridgeChart(string Unit, IReadOnlyList<BridgeStep> Steps, int Decimals)
{
    /// <summary>From where to where each step goes.</summary>
    public IReadOnlyList<(double From, double To)> Spans
    {
        get
        {
            var spans = new List<(double, double)>();
            var level = 0.0;
            foreach (var step in Steps)
            {
                var from = step.IsWhole ? 0 : level;
                level = from + step.Amount;
                spans.Add((from, level));
            }

            return spans;
        }
    }
}
