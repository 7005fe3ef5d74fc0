// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Reports;

/// <summary>The words of a paper in one language.</summary>
public static class PaperText
{
    private const string Nothing = "–";

    /// <summary>A value of a paper as people read it: a <see cref="Figure"/>, or what a <see cref="Message"/> can carry.</summary>
    public static string Say(this MessageCatalog texts, object? value) =>
        value switch
        {
            null => Nothing,
            Figure figure => texts.Numbers.Fixed((double)figure.Value, figure.Decimals),
            _ => texts.Text(value),
        };
}
