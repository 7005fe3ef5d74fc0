// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Series;

namespace Lodestar.Domain.Tests.Control;

public sealed class AskSumsTests
{
    private const int Year = 2030;

    /// <summary>
    /// Glasgow asks the nation for a law (100, m1) and for money (40, m1 too) and the utility for wires (25, m2).
    /// Rows 100 + 40 + 25 = 165; the money waits on the same measure as the law, so the whole is 100 + 25 = 125.
    /// </summary>
    [Fact]
    public void Sum_OfAsksOnOneMeasure_CountsTheLargestOnce()
    {
        var total = Sum([
            Ask("glasgow", "law", 100, "m1") with
            {
                Instrument = AskInstrument.Law,
            },
            Ask("glasgow", "money", 40, "m1") with
            {
                Instrument = AskInstrument.Funding,
            },
            Ask("glasgow", "wires", 25, "m2") with
            {
                Addressee = "Grid",
                Level = ControlLevel.Utility,
            },
        ]);

        Assert.Equal(125, total.Tonnes);
        Assert.Equal([100, 40, 25], total.Rows.Select(r => r.Tonnes));
        Assert.Equal(40, total.Overlap);
        Assert.Equal([new KindTonnes(ValueKind.Estimated, 125, 2)], total.Kinds);
    }

    [Fact]
    public void Sum_OfAsksInOneRowOnOneMeasure_ShowsTheGroup()
    {
        var row = Assert.Single(
            Sum([Ask("a", "one", 10, "m"), Ask("a", "two", 30, "m"), Ask("b", "one", 5, "m")]).Rows
        );
        Assert.Equal(35, row.Tonnes);
        Assert.Equal(2, row.Places);
        Assert.Equal([AskEntry.Counted, AskEntry.Counted, AskEntry.SameMeasure], row.Asks.Select(a => a.Entry));
        Assert.Equal(["one", "two"], row.Asks[0].Group);
        Assert.Empty(row.Asks[1].Group);
    }

    /// <summary>Glasgow lies in the United Kingdom, which asks the same: its 30 are part of the 100.</summary>
    [Fact]
    public void Sum_OfACityInsideAMember_IsNotAddedToIt()
    {
        AskPlace[] places = [Country("uk", "GB"), City("glasgow", "GB")];
        var total = Sum([Ask("uk", "x", 100), Ask("glasgow", "x", 30)], places);
        Assert.Equal(100, total.Tonnes);
        Assert.Equal([AskEntry.Counted, AskEntry.InParent], total.Rows[0].Asks.Select(a => a.Entry));
        // Without its country the city remains.
        Assert.Equal(30, Sum([Ask("glasgow", "x", 30)], places).Tonnes);
    }

    [Theory]
    // Another instrument, another addressee or a sector of its own: not the same ask.
    [InlineData(AskInstrument.Price, "Government", "I", 130)]
    [InlineData(AskInstrument.Law, "Parliament", "I", 130)]
    [InlineData(AskInstrument.Law, "Government", "II", 130)]
    [InlineData(AskInstrument.Law, "government", "I.1", 100)]
    [InlineData(AskInstrument.Law, "Government", null, 100)]
    public void Sum_OfAnInnerPlace_IsLeftOutOnlyForTheSameAsk(
        AskInstrument instrument,
        string addressee,
        string? sector,
        double expected
    )
    {
        AskPlace[] places = [Country("uk", "GB"), City("glasgow", "GB")];
        var outer = Ask("uk", "x", 100) with { Sectors = EquatableList.Of("I") };
        var inner = Ask("glasgow", "x", 30) with
        {
            Instrument = instrument,
            Addressee = addressee,
            Sectors = sector is null ? EquatableList<string>.Empty : EquatableList.Of(sector),
        };
        Assert.Equal(expected, Sum([outer, inner], places).Tonnes);
    }

    /// <summary>40 % of the town lies in the region: 60 % of its 50 t stand beside the region's 100.</summary>
    [Fact]
    public void Sum_OfAPlacePartlyInside_AddsTheRest()
    {
        AskPlace[] places =
        [
            new("region", "SE", false, EquatableList<Parent>.Empty, EquatableList.Of("SE-AB")),
            new(
                "town",
                "SE",
                false,
                EquatableList.Of(new Parent("SE-AB", null, null, 0.4)),
                EquatableList<string>.Empty
            ),
        ];
        Assert.Equal(130, Sum([Ask("region", "x", 100), Ask("town", "x", 50)], places).Tonnes!.Value, 10);
    }

    [Fact]
    public void Sum_OfAPlaceThatLeftItsParent_IsAdded()
    {
        AskPlace[] places =
        [
            new("old", null, false, EquatableList<Parent>.Empty, EquatableList<string>.Empty),
            new("town", null, false, EquatableList.Of(new Parent("old", 1975, 2020)), EquatableList<string>.Empty),
        ];
        Assert.Equal(150, Sum([Ask("old", "x", 100), Ask("town", "x", 50)], places).Tonnes);
    }

    /// <summary>Of a loop the first by code stays, as in the totals of alliances: the other's 50 lie in its 100.</summary>
    [Fact]
    public void Sum_OfPlacesThatNameEachOther_KeepsTheFirstByCode()
    {
        AskPlace[] places =
        [
            new("a", null, false, EquatableList.Of(new Parent("b")), EquatableList<string>.Empty),
            new("b", null, false, EquatableList.Of(new Parent("a")), EquatableList<string>.Empty),
        ];
        Assert.Equal(100, Sum([Ask("a", "x", 100), Ask("b", "x", 50)], places).Tonnes);
        Assert.Equal(50, Sum([Ask("a", "x", 50), Ask("b", "x", 100)], places).Tonnes);
        Assert.Equal(50, Sum([Ask("b", "x", 50)], places).Tonnes);
    }

    /// <summary>Two plans of one country: the first by id stands for it, and the other lies in it.</summary>
    [Fact]
    public void Sum_OfTwoPlansOfOneCountry_CountsTheSameAskOnce()
    {
        AskPlace[] places = [Country("sweden", "SE"), Country("sweden-2", "SE"), City("stockholm", "SE")];
        Assert.Equal(
            10,
            Sum([Ask("sweden-2", "x", 7), Ask("sweden", "x", 10), Ask("stockholm", "x", 3)], places).Tonnes
        );
    }

    /// <summary>A part of a country lies in it, even where nobody has a plan of the part.</summary>
    [Fact]
    public void Sum_OfAPlaceInAPartThatAsksNothing_LiesInTheCountry()
    {
        AskPlace[] places =
        [
            Country("uk", "GB"),
            new("town", null, false, EquatableList.Of(new Parent("GB-SCT")), EquatableList<string>.Empty),
        ];
        Assert.Equal(100, Sum([Ask("uk", "x", 100), Ask("town", "x", 30)], places).Tonnes);
    }

    [Fact]
    public void Sum_LeavesRefusedAndWithdrawnAsksApart()
    {
        var total = Sum([
            Ask("a", "one", 10),
            Ask("a", "two", 90) with
            {
                Status = AskStatus.Refused,
            },
            Ask("a", "three", 90) with
            {
                Status = AskStatus.Withdrawn,
            },
        ]);
        Assert.Equal(10, total.Tonnes);
        Assert.Equal(["three", "two"], total.Fallen.Select(f => f.Id));
    }

    /// <summary>Of two asks on one measure the larger counts: granted or not, it is told by that one.</summary>
    [Fact]
    public void Sum_OfGrantedAndOpenAsks_TellsThemApart()
    {
        var total = Sum([
            Ask("a", "one", 30, "m") with
            {
                Status = AskStatus.Granted,
            },
            Ask("a", "two", 10, "m"),
            Ask("b", "three", 7),
            Ask("c", "four", 5) with
            {
                Status = AskStatus.Granted,
                Instrument = AskInstrument.Price,
            },
        ]);
        Assert.Equal((42.0, 35.0, 7.0), (total.Tonnes, total.Granted, total.Open));
        Assert.Equal([30.0, 5.0], total.Rows.Select(r => r.Granted));
        Assert.Equal([7.0, 0.0], total.Rows.Select(r => r.Open));
        Assert.Null(Sum([Ask("a", "one", null)]).Granted);
    }

    [Fact]
    public void Sum_OfSeveralKinds_SaysHowMuchIsEach()
    {
        var total = Sum([
            Ask("a", "one", 10),
            Ask("b", "two", 5) with
            {
                Kind = ValueKind.NotStated,
            },
            Ask("c", "three", 7) with
            {
                Kind = ValueKind.Reported,
            },
            Ask("d", "four", 1),
            Ask("e", "five", null),
        ]);
        Assert.Equal(23, total.Tonnes);
        Assert.Equal(
            [
                new KindTonnes(ValueKind.NotStated, 5, 1),
                new KindTonnes(ValueKind.Reported, 7, 1),
                new KindTonnes(ValueKind.Estimated, 11, 2),
            ],
            total.Kinds
        );
        Assert.Equal(1, total.Rows[0].NoFigure);
    }

    [Fact]
    public void Sum_WithoutAnyFigure_IsNotZero()
    {
        var total = Sum([Ask("a", "one", null)]);
        Assert.Null(total.Tonnes);
        Assert.Null(Assert.Single(total.Rows).Tonnes);
    }

    [Fact]
    public void Year_IsTheOneThatMostAsksState()
    {
        var late = Ask("a", "x", null) with { Unlocks = EquatableList.Of((2040, 9.0)) };
        Assert.Equal(2030, AskSums.YearOf([Ask("a", "y", 1), Ask("b", "y", 1), late]));
        Assert.Equal(2040, AskSums.YearOf([Ask("a", "y", 1), late]));
        Assert.Null(AskSums.YearOf([Ask("a", "y", null)]));
    }

    [Fact]
    public void Sum_InAnyOrder_IsTheSame() =>
        Prop.ForAll(
                Cases().ToArbitrary(),
                c =>
                {
                    var one = Sum(c.Asks, c.Places);
                    var other = Sum([.. c.Asks.Reverse()], [.. c.Places.Reverse()]);
                    return one.Rows.Equals(other.Rows)
                        && one.Kinds.Equals(other.Kinds)
                        && Near(one.Tonnes, other.Tonnes);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Total_IsNeverMoreThanItsRows_NorLessThanTheLargest() =>
        Prop.ForAll(
                Cases().ToArbitrary(),
                c =>
                {
                    var total = Sum(c.Asks, c.Places);
                    var rows = total.Rows.Sum(r => r.Tonnes ?? 0);
                    var largest = total.Rows.SelectMany(r => r.Asks).Max(a => (double?)a.Added) ?? 0;
                    return (total.Tonnes ?? 0) <= rows + 1e-9
                        && (total.Tonnes ?? 0) >= largest - 1e-9
                        && Near(total.Kinds.Sum(k => k.Tonnes), total.Tonnes ?? 0);
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>With the same title, addressee, instrument and sectors as the country's own, from a city in it.</summary>
    [Fact]
    public void Total_WithTheSameAskOfACoveredPlace_DoesNotChange() =>
        Prop.ForAll(
                Cases().ToArbitrary(),
                c =>
                {
                    var outer = c.Asks.Where(a => a.PlaceId == "uk" && a.Stands && a.In(Year) is not null).ToList();
                    var more = outer.Select((a, i) => a with { PlaceId = "glasgow", Id = $"same-{i}" });
                    var (before, after) = (Sum(c.Asks, c.Places), Sum([.. c.Asks, .. more], c.Places));
                    return Near(before.Tonnes, after.Tonnes)
                        && before.Rows.Select(r => r.Tonnes).SequenceEqual(after.Rows.Select(r => r.Tonnes));
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Of places that lie in nothing and hold nothing: a smaller ask on a measure that is counted already.</summary>
    [Fact]
    public void Total_WithASmallerAskOnACountedMeasure_DoesNotChange() =>
        Prop.ForAll(
                Cases().ToArbitrary(),
                c =>
                {
                    var total = Sum(c.Asks, []);
                    var counted = total
                        .Rows.SelectMany(r => r.Asks)
                        .Where(a => a is { Added: > 0, Ask.Measures.Count: > 0 })
                        .ToList();
                    return counted.TrueForAll(a =>
                    {
                        var smaller = Ask(a.Ask.PlaceId, "zz", a.Added / 2, a.Ask.Measures[0]) with
                        {
                            Addressee = "Somebody new",
                        };
                        return Near(Sum([.. c.Asks, smaller], []).Tonnes, total.Tonnes);
                    });
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>A slow clear sum: drops inner asks pair by pair, then joins what shares a measure until nothing joins.</summary>
    [Fact]
    public void Total_OfAnyCase_IsThatOfTheSlowSum() =>
        Prop.ForAll(Cases().ToArbitrary(), c => Near(Slow(c.Asks), Sum(c.Asks, c.Places).Tonnes ?? 0))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Sum_OfTenThousandPlaces_IsQuick()
    {
        var places = new List<AskPlace> { Country("uk", "GB") };
        var asks = new List<AskInput> { Ask("uk", "x", 5) };
        for (var i = 0; i < 10_000; i++)
        {
            places.Add(
                new(
                    $"p{i}",
                    i % 3 == 0 ? "GB" : "SE",
                    false,
                    EquatableList.Of(new Parent($"p{i / 10}")),
                    EquatableList<string>.Empty
                )
            );
            for (var n = 0; n < 3; n++)
            {
                asks.Add(Ask($"p{i}", $"a{n}", i + n, $"m{n % 2}") with { Addressee = $"Ministry {(i + n) % 40}" });
            }
        }

        AskInput[] many = [.. asks];
        AskPlace[] all = [.. places];
        var total = Sum(many, all);
        Assert.Equal(41, total.Rows.Count);
    }

    private static double Slow(AskInput[] asks)
    {
        var left = asks.Where(a => a.Stands).ToList();
        var outer = left.Where(a => a.PlaceId == "uk" && a.In(Year) is not null).ToList();
        left.RemoveAll(a =>
            a.PlaceId is "glasgow" or "leeds"
            && a.In(Year) is not null
            && outer.Exists(o => o.Addressee == a.Addressee && o.Instrument == a.Instrument)
        );
        var groups = left.Select(a => new List<AskInput> { a }).ToList();
        bool joined;
        do
        {
            joined = false;
            for (var i = 0; i < groups.Count && !joined; i++)
            {
                for (var j = i + 1; j < groups.Count && !joined; j++)
                {
                    if (
                        groups[i]
                            .Exists(a =>
                                groups[j].Exists(b => a.PlaceId == b.PlaceId && a.Measures.Intersect(b.Measures).Any())
                            )
                    )
                    {
                        groups[i].AddRange(groups[j]);
                        groups.RemoveAt(j);
                        joined = true;
                    }
                }
            }
        } while (joined);

        return groups.Sum(g => g.Max(a => a.In(Year) ?? 0));
    }

    private static Gen<Case> Cases() =>
        from asks in Gen.ListOf(
            from place in Gen.Elements("uk", "glasgow", "leeds", "paris")
            from tonnes in Gen.Choose(-1, 50)
            from measures in Gen.SubListOf(new[] { "m1", "m2", "m3" })
            from addressee in Gen.Elements("Government", "Grid")
            from instrument in Gen.Elements(AskInstrument.Law, AskInstrument.Funding)
            from status in Gen.Elements(Enum.GetValues<AskStatus>())
            from kind in Gen.Elements(Enum.GetValues<ValueKind>())
            select (place, tonnes, measures, addressee, instrument, status, kind)
        )
        select new Case(
            [
                .. asks.Select(
                    (a, i) =>
                        Ask(a.place, $"a{i}", a.tonnes < 0 ? null : a.tonnes, [.. a.measures]) with
                        {
                            Addressee = a.addressee,
                            Instrument = a.instrument,
                            Status = a.status,
                            Kind = a.kind,
                        }
                ),
            ],
            [Country("uk", "GB"), City("glasgow", "GB"), City("leeds", "GB"), City("paris", "FR")]
        );

    private sealed record Case(AskInput[] Asks, AskPlace[] Places);

    private static AskTotal Sum(AskInput[] asks, params AskPlace[] places) => AskSums.Of(asks, places, Year, 2026);

    private static AskInput Ask(string place, string id, double? tonnes, params string[] measures) =>
        new(place, id, id)
        {
            Addressee = "Government",
            Level = ControlLevel.Nation,
            Instrument = AskInstrument.Law,
            Status = AskStatus.Made,
            Measures = measures.ToEquatableList(),
            Unlocks = tonnes is { } amount ? EquatableList.Of((Year, amount)) : EquatableList<(int, double)>.Empty,
            Kind = ValueKind.Estimated,
        };

    private static AskPlace Country(string id, string code) =>
        new(id, code, true, EquatableList<Parent>.Empty, EquatableList<string>.Empty);

    private static AskPlace City(string id, string country) =>
        new(id, country, false, EquatableList<Parent>.Empty, EquatableList<string>.Empty);

    private static bool Near(double? a, double? b) =>
        a is null || b is null ? a is null == b is null : Math.Abs(a.Value - b.Value) <= 1e-9 * (1 + Math.Abs(a.Value));
}
