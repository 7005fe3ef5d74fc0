// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Targets;

namespace Lodestar.Web.Charts;

/// <summary>What one measure, or one controller, takes away year by year.</summary>
/// <param name="Name">Stands at the wedge's end.</param>
/// <param name="Effects">From the first year of the chart on; above zero it lowers emissions, below zero it raises them.</param>
/// <param name="Error">Standard error of the last effect; null where it is exact.</param>
internal sealed record Wedge(string Name, Ink Ink, IReadOnlyList<double> Effects, double? Error = null);

/// <summary>Wedges between two lines: in every year without − Σ effects = with.</summary>
/// <param name="Unit">As it is shown.</param>
/// <param name="Without">A year's emissions without the wedges, from <paramref name="FirstYear"/> on.</param>
/// <param name="With">The same with all of them.</param>
/// <param name="Wedges">From the one that lies on the lower line upwards.</param>
internal sealed record WedgeChart(
    string Unit,
    int FirstYear,
    IReadOnlyList<double> Without,
    IReadOnlyList<double> With,
    IReadOnlyList<Wedge> Wedges
)
{
    /// <summary>At most so many stand alone; what is less is put together.</summary>
    public const int Most = 8;

    /// <summary>What the two lines are called.</summary>
    public string WithoutName { get; init; } = "";

    public string WithName { get; init; } = "";

    /// <summary>The strategy's path; empty where there is none.</summary>
    public IReadOnlyList<YearAmount> Path { get; init; } = [];

    /// <summary>True where nobody published the path.</summary>
    public bool IsPathDerived { get; init; }

    public IReadOnlyList<NamedStop> Stops { get; init; } = [];

    public int LastYear => FirstYear + With.Count - 1;

    /// <summary>The upper edge of the stack: what lowers emissions stands on the line with, whatever raises them hangs below it.</summary>
    public double Top(int index) => With[index] + Wedges.Sum(w => Math.Max(0, w.Effects[index]));

    /// <summary>The lower edge of what raises emissions.</summary>
    public double Bottom(int index) => With[index] + Wedges.Sum(w => Math.Min(0, w.Effects[index]));

    /// <summary>The greatest wedges by themselves and the rest as one, the greatest on top.</summary>
    /// <param name="wedges">In any order; their inks are given here.</param>
    /// <param name="others">What the rest is called.</param>
    public static IReadOnlyList<Wedge> Ranked(IEnumerable<Wedge> wedges, string others)
    {
        var ranked = wedges.OrderByDescending(w => w.Effects.Sum(Math.Abs)).ToList();
        var isMore = ranked.Count > Most;
        List<Wedge> shown =
        [
            .. ranked.Take(isMore ? Most - 1 : Most).Select((w, slot) => w with { Ink = Palette.Sector(slot) }),
        ];
        if (isMore)
        {
            var rest = ranked.Skip(Most - 1).ToList();
            double[] sum = [.. Enumerable.Range(0, rest[0].Effects.Count).Select(y => rest.Sum(w => w.Effects[y]))];
            // Errors of sampled values are drawn from the same orders: the sum of them is the safe side.
            var error = rest.Exists(w => w.Error is not null) ? rest.Sum(w => w.Error ?? 0) : (double?)null;
            shown.Add(new Wedge(others, Ink.Sector8, sum, error));
        }

        shown.Reverse();
        return shown;
    }
}
