// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;

    public double Overlap(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(X, other.X))
        * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y));

    public Box Grow(double by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);

    /// <summary>How much of a straight line lies inside, as a length.</summary>
    public double Length(Spot a, Spot b)
    {
        double enter = 0,
            leave = 1;
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        if (!Clip(-dx, a.X - X) || !Clip(dx, Right - a.X) || !Clip(-dy, a.Y - Y) || !Clip(dy, Bottom - a.Y))
        {
            return 0;
        }

        return (leave - enter) * Math.Sqrt(dx * dx + dy * dy);

        // Liang and Barsky (1984): narrows the part of the line on the inner side of one edge.
        bool Clip(double p, double q)
        {
            if (p == 0)
            {
                return q >= 0;
            }

            var t = q / p;
            if (p < 0)
            {
                enter = Math.Max(enter, t);
            }
            else
            {
                leave = Math.Min(leave, t);
            }

            return enter < leave;
        }
    }
}

/// <summary>Keeps labels off each other and off the lines they name.</summary>
internal static class Labels
{
    /// <summary>
    /// Moves stacked labels apart: each keeps its wish as far as its neighbours and the bounds allow. Positions are
    /// centres, in the order given; heights include the space wanted between them.
    /// </summary>
    public static double[] PushApart(
        IReadOnlyList<double> wished,
        IReadOnlyList<double> heights,
        double low,
        double high
    )
    {
        var order = Enumerable.Range(0, wished.Count).OrderBy(i => wished[i]).ToArray();
        var clusters = new List<Cluster>();
        foreach (var i in order)
        {
            var next = Cluster.Of(i, wished[i], heights[i], low, high);
            while (clusters.Count > 0 && clusters[^1].Bottom > next.Top)
            {
                next = clusters[^1].Join(next, wished, heights, low, high);
                clusters.RemoveAt(clusters.Count - 1);
            }

            clusters.Add(next);
        }

        var placed = new double[wished.Count];
        foreach (var cluster in clusters)
        {
            var top = cluster.Top;
            foreach (var i in cluster.Members)
            {
                placed[i] = top + heights[i] / 2;
                top += heights[i];
            }
        }

        return placed;
    }

    private sealed record Cluster(int[] Members, double Top, double Height)
    {
        public double Bottom => Top + Height;

        public static Cluster Of(int index, double wished, double height, double low, double high) =>
            new([index], Within(wished - height / 2, height, low, high), height);

        // Members' mean wish decides where the joined stack stands: the least squares of their moves.
        public Cluster Join(
            Cluster below,
            IReadOnlyList<double> wished,
            IReadOnlyList<double> heights,
            double low,
            double high
        )
        {
            int[] members = [.. Members, .. below.Members];
            double height = 0,
                sum = 0;
            foreach (var i in members)
            {
                sum += wished[i] - height - heights[i] / 2;
                height += heights[i];
            }

            return new Cluster(members, Within(sum / members.Length, height, low, high), height);
        }

        private static double Within(double top, double height, double low, double high) =>
            Math.Max(low, Math.Min(top, high - height));
    }
}

/// <summary>Places labels one after the other, each at the candidate that costs least.</summary>
internal sealed class LabelPlacer(Box bounds)
{
    private readonly List<Box> _taken = [];
    private readonly List<(Spot A, Spot B)> _lines = [];

    public void Avoid(Box box) => _taken.Add(box);

    public void Avoid(IReadOnlyList<Spot> line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            _lines.Add((line[i - 1], line[i]));
        }
    }

    /// <summary>
    /// Where a text of this size goes best around a spot: the first of the sides that is free, else the least bad.
    /// The box returned is taken from then on.
    /// </summary>
    public Box Place(Spot at, double width, double height, double distance, params ReadOnlySpan<Side> sides)
    {
        var best = default(Box);
        var least = double.MaxValue;
        var rank = 0;
        foreach (var reach in (ReadOnlySpan<double>)[1, 2, 3.5])
        {
            foreach (var side in sides)
            {
                var box = BoxOf(side, at, width, height, distance * reach);
                var cost = Cost(box) + rank++ * 2;
                if (cost < least)
                {
                    (best, least) = (box, cost);
                }
            }
        }

        _taken.Add(best);
        return best;
    }

    private double Cost(Box box)
    {
        var outside = box.Width * box.Height - box.Overlap(bounds);
        var cost = outside * 10 + _taken.Sum(t => t.Overlap(box.Grow(2))) * 5;
        foreach (var (a, b) in _lines)
        {
            cost += box.Length(a, b) * 8;
        }

        return cost;
    }

    private static Box BoxOf(Side side, Spot at, double width, double height, double distance)
    {
        var diagonal = distance * 0.7;
        var (x, y) = side switch
        {
            Side.Right => (at.X + distance, at.Y - height / 2),
            Side.Left => (at.X - distance - width, at.Y - height / 2),
            Side.Above => (at.X - width / 2, at.Y - distance - height),
            Side.Below => (at.X - width / 2, at.Y + distance),
            Side.AboveRight => (at.X + diagonal, at.Y - diagonal - height),
            Side.AboveLeft => (at.X - diagonal - width, at.Y - diagonal - height),
            Side.BelowRight => (at.X + diagonal, at.Y + diagonal),
            _ => (at.X - diagonal - width, at.Y + diagonal),
        };
        return new Box(x, y, width, height);
    }
}

internal enum Side
{
    Right,
    Left,
    Above,
    Below,
    AboveRight,
    AboveLeft,
    BelowRight,
    BelowLeft,
}
