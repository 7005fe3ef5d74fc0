// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>Counts every row once, as used or as left out for a reason, so that the loss report adds up by construction.</summary>
internal sealed class LossCounter
{
    private const int PlacesKept = 5;

    private readonly List<(Message Reason, long Rows, List<Place> First)> _leftOut = [];
    private long _used;

    public void Use(long rows = 1) => _used += rows;

    public void LeaveOut(Message reason, Place place) => LeaveOut(reason, 1, [place]);

    public void LeaveOut(Message reason, long rows, IEnumerable<Place> places)
    {
        if (rows == 0)
        {
            return;
        }

        var known = _leftOut.FindIndex(l => l.Reason.Equals(reason));
        if (known < 0)
        {
            known = _leftOut.Count;
            _leftOut.Add((reason, 0, []));
        }

        var (_, before, first) = _leftOut[known];
        first.AddRange(places.Take(PlacesKept - first.Count));
        _leftOut[known] = (reason, before + rows, first);
    }

    public LossReport ToReport() =>
        new(
            _used + _leftOut.Sum(l => l.Rows),
            _used,
            _leftOut.Select(l => new LeftOut(l.Reason, l.Rows, l.First.ToEquatableList())).ToEquatableList()
        );
}
