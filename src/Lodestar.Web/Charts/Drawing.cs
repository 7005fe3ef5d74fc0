// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

public readonly record struct Spot(double X, double Y)
{
    public Spot Move(double right, double down) => new(X + right, Y + down);
}

/// <summary>A line's look. <paramref name="Dash"/> is an SVG dash pattern.</summary>
public sealed record Stroke(Ink Ink, double Width, string? Dash = null, double Opacity = 1);

public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>One mark of a picture, in the units of its view box.</summary>
public abstract record Shape
{
    private Shape() { }

    /// <summary>The same mark elsewhere.</summary>
    public Shape Move(double right, double down) =>
        this switch
        {
            Line line => line with { Spots = [.. line.Spots.Select(s => s.Move(right, down))] },
            Area area => area with { Spots = [.. area.Spots.Select(s => s.Move(right, down))] },
            Bar bar => bar with { X = bar.X + right, Y = bar.Y + down },
            Dot dot => dot with { At = dot.At.Move(right, down) },
            Words words => words with { At = words.At.Move(right, down) },
            _ => throw new InvalidOperationException($"{GetType().Name} is no mark."),
        };

    /// <summary>A line through the spots.</summary>
    public sealed record Line(IReadOnlyList<Spot> Spots, Stroke Stroke) : Shape;

    /// <summary>What lies inside the spots, without an edge.</summary>
    public sealed record Area(IReadOnlyList<Spot> Spots, Ink Fill, double Opacity) : Shape;

    public sealed record Bar(double X, double Y, double Width, double Height, Ink Fill, double Opacity) : Shape;

    /// <summary>A circle; without fill it is an open one. <paramref name="Hint"/> shows on hover.</summary>
    public sealed record Dot(Spot At, double Radius, Ink Fill, Stroke? Stroke = null, string? Hint = null) : Shape;

    /// <summary>A word or a few, on a halo of paper so that lines behind do not cross it.</summary>
    public sealed record Words(
        Spot At,
        string Text,
        Ink Ink,
        double Size,
        Anchor Anchor = Anchor.Start,
        bool Bold = false
    ) : Shape;
}

/// <summary>A picture: its size and its marks from back to front.</summary>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes);
