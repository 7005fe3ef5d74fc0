// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>What the whole world may emit: the background that a place's own emissions are joined to.</summary>
/// <param name="Id">"medium-extension": the scenario's name in the file it is taken from.</param>
public sealed record WorldPathway(string Id)
{
    private readonly Lazy<Pathway> _pathway = new(() => WorldPathways.Read(Id));

    /// <summary>Emissions of every species of the shipped calibration, 2023–2300.</summary>
    public Pathway Pathway => _pathway.Value;

    public bool Equals(WorldPathway? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>
/// Five of the draft extensions of CMIP7's scenarios that FaIR publishes with calibration 1.4.1 (Apache-2.0). They go on
/// from that set's history without a step and belong to no other set. Its authors call them drafts.
/// </summary>
public static class WorldPathways
{
    /// <summary>The last year that is kept for every year; later ones are kept where a straight line would not do.</summary>
    public const int LastAnnualYear = 2100;

    public const int FirstYear = 2023;

    public const int LastYear = 2300;

    /// <summary>Largest error of a straight line, as a share of the species' largest emissions in the pathway.</summary>
    public const double Tolerance = 1e-4;

    public static WorldPathway Default { get; } = new("medium-extension");

    /// <summary>From the lowest to the highest.</summary>
    public static IReadOnlyList<WorldPathway> Shipped { get; } =
    [new("verylow"), new("verylow-overshoot"), new("low"), Default, new("high-extension")];

    /// <summary>Null for a name that is not shipped.</summary>
    public static WorldPathway? Find(string id) => Shipped.FirstOrDefault(p => p.Id == id);

    /// <summary>The table of a pathway: every year to <see cref="LastAnnualYear"/>, then the corners alone.</summary>
    internal static string Write(Pathway pathway)
    {
        var species = pathway.Species.ToList();
        var series = species.ConvertAll(s => pathway[s].ToArray());
        var late = series.ConvertAll(s => s[(LastAnnualYear - pathway.FirstYear)..]);
        return YearTable.Write(
            Enumerable
                .Range(pathway.FirstYear, LastAnnualYear - pathway.FirstYear)
                .Concat(Straight.Corners(LastAnnualYear, late, Tolerance)),
            pathway.FirstYear,
            [.. species.Select((s, i) => (s, (IReadOnlyList<double>)series[i]))]
        );
    }

    internal static Pathway Read(string id)
    {
        var (name, problems) = ($"climate/world-pathways/{id}.csv", new List<Problem>());
        using var text = Embedded.Open(name);
        return CsvRows.Read(name, text, problems) is { } rows && YearTable.Read(rows, problems) is { } table
            ? new Pathway(id, table.Years[0], table.EveryYear())
            : throw new InvalidOperationException(problems[0].ToString());
    }
}
