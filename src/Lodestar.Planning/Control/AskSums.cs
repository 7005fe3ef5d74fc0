// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Control;

/// <summary>An ask of a place, as sums over places read it.</summary>
/// <param name="PlaceId">Id of the place that asks, as in <see cref="AskPlace.Id"/>.</param>
public sealed record AskInput(string PlaceId, string Id, string Title)
{
    public string? Addressee { get; init; }
    public ControlLevel Level { get; init; }
    public string? AddresseePlace { get; init; }
    public AskInstrument Instrument { get; init; }
    public AskStatus Status { get; init; }
    public EquatableList<string> Measures { get; init; } = EquatableList<string>.Empty;
    public EquatableList<string> Sectors { get; init; } = EquatableList<string>.Empty;
    public EquatableList<string> Allies { get; init; } = EquatableList<string>.Empty;

    /// <summary>Tonnes that would be unlocked, by year; a year without a figure is absent.</summary>
    public EquatableList<(int Year, double Tonnes)> Unlocks { get; init; } = EquatableList<(int, double)>.Empty;
    public ValueKind Kind { get; init; }

    public bool Stands => Status is not (AskStatus.Refused or AskStatus.Withdrawn);

    /// <summary>Null where the ask states nothing of the year.</summary>
    public double? In(int year)
    {
        foreach (var (stated, tonnes) in Unlocks)
        {
            if (stated == year)
            {
                return tonnes;
            }
        }

        return null;
    }
}

/// <summary>A place that asks, and what it lies in.</summary>
/// <param name="Id">Its id, to which asks refer.</param>
/// <param name="Country">Alpha-2 code of the country it is or lies in; null when not stated.</param>
/// <param name="IsCountry">True when it is that country.</param>
/// <param name="Parents">Other places that it lies in.</param>
/// <param name="Codes">Codes that others may name it by: "GB-SCT".</param>
public sealed record AskPlace(
    string Id,
    string? Country,
    bool IsCountry,
    EquatableList<Parent> Parents,
    EquatableList<string> Codes
);

/// <summary>How an ask enters a sum.</summary>
public enum AskEntry
{
    Counted = 0,

    /// <summary>States no tonnes for the year.</summary>
    NoFigure,

    /// <summary>Waits on a measure of the same place for which a larger ask is counted.</summary>
    SameMeasure,

    /// <summary>A place that this one lies in asks the same, in part or in full.</summary>
    InParent,

    /// <summary>Refused or withdrawn: unlocks nothing.</summary>
    Fallen,
}

/// <summary>An ask in a sum.</summary>
/// <param name="Tonnes">What it states for the year; null without a figure.</param>
/// <param name="Added">What of it enters the sum, after overlap.</param>
/// <param name="Entry">Why that is less, where it is.</param>
/// <param name="Group">Ids of asks of the same place that wait on the same measures, this one included; empty when alone.</param>
public sealed record SummedAsk(AskInput Ask, double? Tonnes, double Added, AskEntry Entry, EquatableList<string> Group);

/// <summary>Tonnes of one kind of figure.</summary>
public readonly record struct KindTonnes(ValueKind Kind, double Tonnes, int Asks);

/// <summary>The asks to one addressee for one instrument.</summary>
/// <param name="Addressee">As the first of them writes it; null where none names one.</param>
/// <param name="Tonnes">Sum after overlap within the row; null where no ask of it states tonnes.</param>
public sealed record AddresseeSum(
    string? Addressee,
    ControlLevel Level,
    string? AddresseePlace,
    AskInstrument Instrument,
    double? Tonnes,
    EquatableList<SummedAsk> Asks
)
{
    public int Places => Asks.Select(a => a.Ask.PlaceId).Distinct().Count();

    /// <summary>What of the row is granted already; null where no ask of it states tonnes.</summary>
    public double? Granted => Tonnes is null ? null : AskSums.GrantedOf(Asks);

    /// <summary>What of it nobody has granted yet.</summary>
    public double? Open => Tonnes - Granted;

    /// <summary>What the row's tonnes are made of, by kind.</summary>
    public EquatableList<KindTonnes> Kinds => AskSums.KindsOf(Asks);

    /// <summary>Asks of it that state no tonnes for the year.</summary>
    public int NoFigure => Asks.Count(a => a.Entry == AskEntry.NoFigure);
}

/// <summary>Asks of several places, summed for one year with overlap removed.</summary>
/// <param name="Tonnes">The whole after overlap; null where no standing ask states tonnes.</param>
/// <param name="Rows">By addressee and instrument, largest first. Their sum may exceed the whole.</param>
/// <param name="Kinds">What the whole is made of.</param>
/// <param name="Fallen">Refused and withdrawn asks, which unlock nothing.</param>
public sealed record AskTotal(
    int? Year,
    double? Tonnes,
    EquatableList<AddresseeSum> Rows,
    EquatableList<KindTonnes> Kinds,
    EquatableList<AskInput> Fallen
)
{
    /// <summary>What of the whole is granted already; null where no standing ask states tonnes.</summary>
    public double? Granted { get; init; }

    /// <summary>What of it nobody has granted yet.</summary>
    public double? Open => Tonnes - Granted;

    /// <summary>What the rows' sum counts twice: measures that wait for several addressees or instruments.</summary>
    public double Overlap => Rows.Sum(r => r.Tonnes ?? 0) - (Tonnes ?? 0);

    /// <summary>Those who are asked, however many instruments they are asked for.</summary>
    public int Addressees =>
        Rows.Select(r => (r.Level, r.AddresseePlace, NameFold.Fold(r.Addressee ?? ""))).Distinct().Count();

    /// <summary>What standing asks state in sum, before any overlap is removed.</summary>
    public double Stated => Rows.Sum(r => r.Asks.Sum(a => a.Tonnes ?? 0));
}

/// <summary>
/// Sums asks by addressee and instrument (docs/control.md). Two overlaps are removed: asks of one place that wait on the
/// same measure count once, with the largest; and what a place asks is not added to what a place asks that it lies in, of
/// the same addressee, with the same instrument, for overlapping sectors. The order of what goes in makes no difference.
/// </summary>
public static class AskSums
{
    /// <param name="asks">The asks; those of places that <paramref name="places"/> lacks lie in nothing.</param>
    /// <param name="places">The places that ask.</param>
    /// <param name="year">The year whose tonnes are added; null for <see cref="YearOf"/>.</param>
    /// <param name="inForce">The year in which parents must hold.</param>
    public static AskTotal Of(
        IReadOnlyCollection<AskInput> asks,
        IReadOnlyCollection<AskPlace> places,
        int? year,
        int inForce
    )
    {
        var at = year ?? YearOf(asks);
        var fold = new Dictionary<string, string>(StringComparer.Ordinal);
        var ordered = asks.OrderBy(a => a.PlaceId, StringComparer.Ordinal)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .ThenBy(a => a.Title, StringComparer.Ordinal)
            .ToList();
        var standing = ordered
            .Where(a => a.Stands)
            .Select(a => new Standing(a, KeyOf(a, fold), at is { } y ? a.In(y) : null))
            .ToList();
        new AskHierarchy(places, inForce).RemoveInner(standing);

        var rows = standing.GroupBy(s => s.Key).Select(RowOf).ToList();
        var all = Added(standing);
        return new AskTotal(
            at,
            standing.Exists(s => s.Tonnes is not null) ? all.Sum(a => a.Added) : null,
            rows.OrderByDescending(r => r.Tonnes ?? -1)
                .ThenBy(r => r.Addressee is null)
                .ThenBy(r => r.Addressee, StringComparer.Ordinal)
                .ThenBy(r => r.Level)
                .ThenBy(r => r.AddresseePlace, StringComparer.Ordinal)
                .ThenBy(r => r.Instrument)
                .ToEquatableList(),
            KindsOf(all),
            ordered.Where(a => !a.Stands).ToEquatableList()
        )
        {
            Granted = standing.Exists(s => s.Tonnes is not null) ? GrantedOf(all) : null,
        };
    }

    /// <summary>The year for which most standing asks state tonnes, the last of such years; null where none does.</summary>
    public static int? YearOf(IEnumerable<AskInput> asks) =>
        asks.Where(a => a.Stands)
            .SelectMany(a => a.Unlocks.Select(u => u.Year))
            .GroupBy(y => y)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .Select(g => (int?)g.Key)
            .FirstOrDefault();

    /// <summary>Every year for which an ask states tonnes, ascending.</summary>
    public static IReadOnlyList<int> Years(IEnumerable<AskInput> asks) =>
        [.. asks.SelectMany(a => a.Unlocks.Select(u => u.Year)).Distinct().Order()];

    internal static double GrantedOf(IEnumerable<SummedAsk> asks) =>
        asks.Where(a => a.Ask.Status == AskStatus.Granted).Sum(a => a.Added);

    internal static EquatableList<KindTonnes> KindsOf(IEnumerable<SummedAsk> asks) =>
        asks.Where(a => a.Added > 0)
            .GroupBy(a => a.Ask.Kind)
            .OrderBy(g => g.Key)
            .Select(g => new KindTonnes(g.Key, g.Sum(a => a.Added), g.Count()))
            .ToEquatableList();

    private static AddresseeSum RowOf(IGrouping<AskKey, Standing> row)
    {
        var asks = Added([.. row]);
        return new AddresseeSum(
            row.Select(s => s.Ask.Addressee).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(),
            row.Key.Level,
            row.Key.Place,
            row.Key.Instrument,
            asks.Exists(a => a.Tonnes is not null) ? asks.Sum(a => a.Added) : null,
            asks.ToEquatableList()
        );
    }

    /// <summary>Each ask with what it adds among these: of a group that waits on the same measures the largest alone.</summary>
    private static List<SummedAsk> Added(List<Standing> asks)
    {
        var result = new List<SummedAsk>(asks.Count);
        foreach (var group in Grouped(asks))
        {
            var largest = group[0];
            foreach (var ask in group)
            {
                if (ask.Left > largest.Left)
                {
                    largest = ask;
                }
            }

            var ids = group.Count > 1 ? group.Select(s => s.Ask.Id).ToEquatableList() : EquatableList<string>.Empty;
            result.AddRange(
                group.Select(s => new SummedAsk(
                    s.Ask,
                    s.Tonnes,
                    s == largest ? s.Left : 0,
                    s.Tonnes is null ? AskEntry.NoFigure
                        : s.Inside > 0 ? AskEntry.InParent
                        : s == largest ? AskEntry.Counted
                        : AskEntry.SameMeasure,
                    ids
                ))
            );
        }

        return
        [
            .. result
                .OrderByDescending(a => a.Added)
                .ThenByDescending(a => a.Tonnes ?? -1)
                .ThenBy(a => a.Ask.PlaceId, StringComparer.Ordinal)
                .ThenBy(a => a.Ask.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Asks joined by the measures of one place that they share, directly or through others. What lies wholly inside a
    /// parent's ask stands alone: it adds nothing, and must not join what has nothing else in common.
    /// </summary>
    /// <param name="asks">Those of one place next to each other, by id.</param>
    private static List<List<Standing>> Grouped(List<Standing> asks)
    {
        var groups = new List<List<Standing>>(asks.Count);
        for (int at = 0, end; at < asks.Count; at = end)
        {
            for (end = at + 1; end < asks.Count && asks[end].Ask.PlaceId == asks[at].Ask.PlaceId; end++) { }

            if (end == at + 1)
            {
                groups.Add([asks[at]]);
                continue;
            }

            var of = new Dictionary<string, int>(StringComparer.Ordinal);
            var first = Enumerable.Range(0, end - at).ToArray();
            for (var i = 0; i < first.Length; i++)
            {
                foreach (var measure in Joins(asks[at + i]))
                {
                    if (!of.TryAdd(measure, i))
                    {
                        Join(first, of[measure], i);
                    }
                }
            }

            groups.AddRange(
                Enumerable
                    .Range(0, first.Length)
                    .GroupBy(i => Root(first, i))
                    .Select(g => g.Select(i => asks[at + i]).ToList())
            );
        }

        return groups;
    }

    private static void Join(int[] first, int a, int b)
    {
        var (x, y) = (Root(first, a), Root(first, b));
        first[Math.Max(x, y)] = Math.Min(x, y);
    }

    private static int Root(int[] first, int i)
    {
        while (first[i] != i)
        {
            i = first[i] = first[first[i]];
        }

        return i;
    }

    private static EquatableList<string> Joins(Standing ask) =>
        ask.Inside >= 1 ? EquatableList<string>.Empty : ask.Ask.Measures;

    /// <summary>Names fold, so that "UK Government" and "UK government" are one addressee.</summary>
    private static AskKey KeyOf(AskInput ask, Dictionary<string, string> fold)
    {
        var name = "";
        if (ask.Addressee is { } addressee && !fold.TryGetValue(addressee, out name!))
        {
            fold[addressee] = name = NameFold.Fold(addressee);
        }

        return new AskKey(ask.Level, ask.AddresseePlace, name, ask.Instrument);
    }
}

/// <summary>What asks of one row have in common.</summary>
internal readonly record struct AskKey(ControlLevel Level, string? Place, string Name, AskInstrument Instrument);

/// <summary>A standing ask while it is summed.</summary>
internal sealed class Standing(AskInput ask, AskKey key, double? tonnes)
{
    public AskInput Ask { get; } = ask;

    public AskKey Key { get; } = key;

    /// <summary>As stated for the year.</summary>
    public double? Tonnes { get; } = tonnes;

    /// <summary>The part of it, 0 to 1, that lies inside what a place asks that this one lies in.</summary>
    public double Inside { get; set; }

    public double Left => (Tonnes ?? 0) * (1 - Inside);

    public bool Overlaps(Standing other) =>
        Ask.Sectors.Count == 0
        || other.Ask.Sectors.Count == 0
        || Ask.Sectors.Any(a =>
            other.Ask.Sectors.Any(b => a == b || Categories.IsWithin(a, b) || Categories.IsWithin(b, a))
        );
}
