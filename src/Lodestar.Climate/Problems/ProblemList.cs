// SPDX-License-Identifier: Apache-2.0
using System.Collections.ObjectModel;

namespace Lodestar.Climate.Problems;

/// <summary>What is wrong with an input, up to a number that a reader can still take in.</summary>
internal sealed class ProblemList : Collection<Problem>
{
    private const int Most = 100;

    public bool HasErrors { get; private set; }

    protected override void InsertItem(int index, Problem item)
    {
        HasErrors |= item.IsError;
        if (Count < Most)
        {
            base.InsertItem(index, item);
        }
    }
}
