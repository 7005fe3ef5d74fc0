// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Web.Charts;

/// <summary>
/// Equal Earth: areas keep their proportions, parallels are straight. B. Šavrič, T. Patterson and B. Jenny, "The Equal
/// Earth map projection", International Journal of Geographical Information Science 33 (2019), 454-465,
/// doi:10.1080/13658816.2018.1504949, equations of the sphere; unit radius, the prime meridian in the middle.
/// </summary>
public static class WorldProjection
{
    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;
    private const int MostSteps = 12;
    private const double Close = 1e-12;
    private static readonly double M = Math.Sqrt(3) / 2;

    /// <summary>Half the width of the whole map: x at 180° E on the equator, 2.7066.</summary>
    public static double HalfWidth { get; } = Project(new Coordinates(0, 180)).X;

    /// <summary>Half its height: y at the north pole, 1.3174.</summary>
    public static double HalfHeight { get; } = Project(new Coordinates(90, 0)).Y;

    /// <summary>Where a spot of the sphere falls, x to the east and y to the north, in radii.</summary>
    /// <param name="at">Degrees; latitude within ±90, longitude within ±180.</param>
    public static (double X, double Y) Project(Coordinates at)
    {
        var theta = Math.Asin(M * Math.Sin(double.DegreesToRadians(at.Latitude)));
        var x = double.DegreesToRadians(at.Longitude) * Math.Cos(theta) / (M * Slope(theta));
        return (x, Height(theta));
    }

    /// <summary>The spot of the sphere that falls on (x, y), by Newton's method; the reverse of <see cref="Project"/>.</summary>
    public static Coordinates Locate(double x, double y)
    {
        var theta = y;
        for (var step = 0; step < MostSteps; step++)
        {
            var change = (Height(theta) - y) / Slope(theta);
            theta -= change;
            if (Math.Abs(change) < Close)
            {
                break;
            }
        }

        var latitude = Math.Asin(Math.Clamp(Math.Sin(theta) / M, -1, 1));
        var longitude = M * x * Slope(theta) / Math.Cos(theta);
        return new Coordinates(double.RadiansToDegrees(latitude), double.RadiansToDegrees(longitude));
    }

    private static double Height(double theta)
    {
        var square = theta * theta;
        var sixth = square * square * square;
        return theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
    }

    private static double Slope(double theta)
    {
        var square = theta * theta;
        var sixth = square * square * square;
        return A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square);
    }
}
