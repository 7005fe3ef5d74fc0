// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Climate;

/// <summary>A path in the unit of its inventory, tonnes.</summary>
/// <param name="Points">Ascending, at least one.</param>
internal sealed record PathLine(IReadOnlyList<YearAmount> Points)
{
    public int FirstYear => Points[0].Year;

    public int LastYear => Points[^1].Year;

    /// <summary>Straight between points; the first and the last one hold outside.</summary>
    public double At(int year) => YearLine.Along(Points, year) ?? Points[0].Amount;
}

/// <summary>
/// One gas of a place: as inventoried, then in a straight line to the path, then along it, its end held. What the target
/// does not cover stays at its last level.
/// </summary>
/// <param name="Species">The calibration's species that stands for it.</param>
/// <param name="Gas">The substance, for its potential.</param>
/// <param name="Known">Tonnes of the substance by inventoried year, ascending, at least one.</param>
/// <param name="PerPath">Tonnes of the substance in a tonne of the path.</param>
/// <param name="Uncovered">Tonnes of the substance a year that the target leaves out.</param>
internal sealed record GasLine(
    string Species,
    Gas Gas,
    IReadOnlyList<YearAmount> Known,
    double PerPath,
    double Uncovered
)
{
    /// <summary>Tonnes in a calendar year.</summary>
    /// <param name="start">From this year on the path speaks; later than the last inventoried year.</param>
    public double At(int year, PathLine path, int start)
    {
        var last = Known[^1];
        if (year <= last.Year)
        {
            return YearLine.Along(Known, year) ?? Known[0].Amount;
        }

        if (year >= start)
        {
            return OnPath(year, path);
        }

        var weight = (double)(year - last.Year) / (start - last.Year);
        return (last.Amount * (1 - weight)) + (OnPath(start, path) * weight);
    }

    private double OnPath(int year, PathLine path) => Uncovered + (PerPath * path.At(year));
}

/// <summary>The gases of a place along its path.</summary>
/// <param name="Start">The first year in which the path speaks.</param>
internal sealed record GasLines(IReadOnlyList<GasLine> Lines, PathLine Path, int Start)
{
    /// <summary>
    /// From the later of the assessment's year and the path's first point, and after the last inventory: a plan's path is a
    /// promise about the years ahead, the inventory knows the years behind.
    /// </summary>
    public static int StartOf(PathLine path, int lastInventoried, DateOnly date) =>
        Math.Max(Math.Max(date.Year, path.FirstYear), lastInventoried + 1);

    public double At(GasLine line, int year) => line.At(year, Path, Start);

    /// <summary>All gases in tonnes of CO2e; CO2 alone counts as itself.</summary>
    public double Whole(int year, GwpSet set) =>
        Lines.Sum(l => At(l, year) * (l.Gas.Id == Gas.CO2.Id ? 1 : set.Gwp(l.Gas) ?? 0));
}

/// <summary>The gases of several places, each by the part of it, 0 to 1, that lies in no other.</summary>
/// <param name="Set">Joins the gases where one number is asked for.</param>
internal sealed record GasSums(IReadOnlyList<(GasLines Lines, Func<int, double> Weight)> Parts, GwpSet Set)
{
    public IEnumerable<string> Species =>
        Parts.SelectMany(p => p.Lines.Lines.Select(l => l.Species)).Distinct(StringComparer.Ordinal);

    /// <summary>Tonnes of a species in a year.</summary>
    public double At(string species, int year) =>
        Parts.Sum(p => p.Weight(year) * p.Lines.Lines.Where(l => l.Species == species).Sum(l => p.Lines.At(l, year)));

    /// <summary>Tonnes of CO2e in a year.</summary>
    public double Whole(int year) => Parts.Sum(p => p.Weight(year) * p.Lines.Whole(year, Set));
}
