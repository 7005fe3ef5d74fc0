// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Web.Charts;

/// <summary>
/// The countries as they are drawn: from library/map/countries.csv (Natural Earth), projected once onto a sheet of
/// <see cref="Width"/> by <see cref="Height"/> that ends south of Tierra del Fuego.
/// </summary>
internal static class WorldShapes
{
    public const int Width = 2000;

    private const string Resource = "map/countries.csv";
    private const double PerDegree = 10;
    private const double North = 84;
    private const double South = -57;
    private const int Margin = 8;

    private static readonly double Scale = (Width - 2 * Margin) / (2 * WorldProjection.HalfWidth);
    private static readonly double Top = WorldProjection.Project(new Coordinates(North, 0)).Y;
    private static readonly double Bottom = WorldProjection.Project(new Coordinates(South, 0)).Y;
    private static readonly Lazy<Table> Read = new(ReadTable);

    public static int Height { get; } = (int)Math.Ceiling((Top - Bottom) * Scale) + 2 * Margin;

    /// <summary>Path data by alpha-2 code, of every country large enough to be an area.</summary>
    public static FrozenDictionary<string, string> Areas => Read.Value.Areas;

    /// <summary>Where a country lies that is too small to be an area, by alpha-2 code.</summary>
    public static FrozenDictionary<string, Coordinates> Points => Read.Value.Points;

    /// <summary>Whether a country is drawn, as an area or as a point.</summary>
    public static bool Draws(string alpha2) => Areas.ContainsKey(alpha2) || Points.ContainsKey(alpha2);

    /// <summary>Path data of land that bears no code of ISO 3166-1.</summary>
    public static string OtherLand => Read.Value.OtherLand;

    /// <summary>Where a spot falls on the sheet, y downwards.</summary>
    public static (int X, int Y) Place(Coordinates at)
    {
        var (x, y) = WorldProjection.Project(at);
        return (
            (int)Math.Round((x + WorldProjection.HalfWidth) * Scale) + Margin,
            (int)Math.Round((Top - y) * Scale) + Margin
        );
    }

    /// <summary>The rings of one row of the table, in degrees.</summary>
    internal static IEnumerable<IReadOnlyList<Coordinates>> Rings(string shape)
    {
        foreach (var ring in shape.Split(';'))
        {
            var steps = ring.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            var spots = new List<Coordinates>(steps.Length / 2);
            var (east, north) = (0, 0);
            for (var i = 0; i < steps.Length; i += 2)
            {
                east += steps[i];
                north += steps[i + 1];
                spots.Add(new Coordinates(north / PerDegree, east / PerDegree));
            }

            yield return spots;
        }
    }

    internal static IEnumerable<(string Alpha2, bool IsArea, string Shape)> Rows()
    {
        using var stream =
            typeof(WorldShapes).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return (cells[0], cells[1] == "area", cells[2]);
        }
    }

    private static Table ReadTable()
    {
        var rows = Rows().ToList();
        return new Table(
            rows.Where(r => r.IsArea && r.Alpha2.Length > 0).ToFrozenDictionary(r => r.Alpha2, r => PathOf(r.Shape)),
            rows.Where(r => !r.IsArea).ToFrozenDictionary(r => r.Alpha2, r => PointOf(r.Shape)),
            string.Concat(rows.Where(r => r.IsArea && r.Alpha2.Length == 0).Select(r => PathOf(r.Shape)))
        );
    }

    private static Coordinates PointOf(string shape)
    {
        var degrees = shape.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new Coordinates(degrees[1], degrees[0]);
    }

    // Whole units and steps between them: a third of the bytes, and neighbours still share their borders exactly.
    private static string PathOf(string shape)
    {
        var path = new StringBuilder();
        foreach (var ring in Rings(shape))
        {
            var spots = ring.Select(Place).ToList();
            spots = [.. spots.Where((s, i) => i == 0 || s != spots[i - 1])];
            if (spots.Count < 3)
            {
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"M{spots[0].X} {spots[0].Y}l");
            for (var i = 1; i < spots.Count; i++)
            {
                var (right, down) = (spots[i].X - spots[i - 1].X, spots[i].Y - spots[i - 1].Y);
                path.Append(i > 1 && right >= 0 ? " " : "").Append(right);
                path.Append(down >= 0 ? " " : "").Append(down);
            }

            path.Append('z');
        }

        return path.ToString();
    }

    private sealed record Table(
        FrozenDictionary<string, string> Areas,
        FrozenDictionary<string, Coordinates> Points,
        string OtherLand
    );
}
