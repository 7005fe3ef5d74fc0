// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>Gathers diagnostics; of many alike it keeps the first and says how many more there were.</summary>
internal sealed class DiagnosticBag
{
    private const int KeptOfEach = 20;

    private readonly List<Diagnostic> _kept = [];
    private readonly Dictionary<string, int> _counts = [];

    public void Add(Diagnostic diagnostic)
    {
        var count = _counts.GetValueOrDefault(diagnostic.Id) + 1;
        _counts[diagnostic.Id] = count;
        if (count <= KeptOfEach)
        {
            _kept.Add(diagnostic);
        }
    }

    public EquatableList<Diagnostic> ToList() =>
        _kept
            .Concat(
                _counts
                    .Where(c => c.Value > KeptOfEach)
                    .Select(c => ImportFaults.MoreOfTheSame(c.Key, c.Value - KeptOfEach))
            )
            .ToEquatableList();
}
