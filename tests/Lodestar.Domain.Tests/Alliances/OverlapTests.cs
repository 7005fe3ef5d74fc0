// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using static Lodestar.Domain.Tests.Alliances.Members;

namespace Lodestar.Domain.Tests.Alliances;

/// <summary>What must hold of any set of places.</summary>
public sealed class OverlapTests
{
    private const double Rounding = 1e-9;

    private static readonly Gen<IReadOnlyList<PlaceFacts>> Sets =
        from count in Gen.Choose(1, 40)
        from seed in Gen.Choose(1, 1_000_000)
        select ManyPlaces.Of(100 + count, seed).Skip(100 - count).ToList() as IReadOnlyList<PlaceFacts>;

    [Fact]
    public void Total_CoveredChildAdded_ChangesNothing() =>
        Prop.ForAll(
                Arb.From(from set in Sets from child in Child() select (set, child)),
                pair =>
                {
                    var parent = Country("ZZ").WithCO2(2000, 5, 4, 3);
                    var child = pair.child with
                    {
                        Node = pair.child.Node with
                        {
                            Parents = EquatableList.Of(
                                new Parent("ZZ", Share: 0.4),
                                new Parent(pair.set[0].Code, Share: 0.6)
                            ),
                        },
                    };
                    var before = Answer([.. pair.set, parent], child);
                    var after = Answer([.. pair.set, parent, child], child);
                    return before.SequenceEqual(after);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Total_AnyOrderAndAnyRepeat_IsTheSameToTheLastBit() =>
        Prop.ForAll(
                Arb.From(from set in Sets from seed in Gen.Choose(1, 1000) select (set, seed)),
                pair =>
                {
                    var shuffled = pair.set.ToArray();
                    new Random(pair.seed).Shuffle(shuffled);
                    return Answer(pair.set).SequenceEqual(Answer([.. shuffled, .. shuffled.Take(pair.seed % 5)]));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Range_MissingMemberAdded_NeverNarrows() =>
        Prop.ForAll(
                Arb.From(
                    from set in Sets
                    from state in Gen.Elements(Enum.GetValues<ScopeOneState>())
                    from stated in Gen.Choose(0, 1000)
                    from year in Gen.Choose(1980, 2030)
                    select (set, state, stated, year)
                ),
                c =>
                {
                    var missing =
                        c.state == ScopeOneState.Comparable
                            ? City("zz-missing", null)
                            : City("zz-missing", null).Stating(c.state, "CO2e", (c.year, c.stated));
                    var before = AllianceTotals.Of(c.set, Lies(c.set), "AR5");
                    var after = AllianceTotals.Of([.. c.set, missing], Lies([.. c.set, missing]), "AR5");
                    return before
                        .Gases.Zip(after.Gases)
                        .All(g =>
                            g.First.Years.Zip(g.Second.Years)
                                .All(y =>
                                    Widens(y.First, y.Second, c.stated > 0 && c.state != ScopeOneState.Comparable)
                                )
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Total_PartOfAPlaceInsideAnother_IsLinearInTheShare() =>
        Prop.ForAll(
                Arb.From(from a in Gen.Choose(0, 100) from tonnes in Gen.Choose(1, 10_000) select (a / 100.0, tonnes)),
                c =>
                {
                    var (share, tonnes) = c;
                    var country = Country("SE").WithCO2(2020, 50_000);
                    var region = City("region", null, new Parent("SE", Share: share)).WithCO2(2020, tonnes);
                    var counted = Total(country, region).Find("CO2")![2020]!.Counted!.Value;
                    return Math.Abs(counted - (50_000 + tonnes * (1 - share))) < Rounding * 50_000;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Covered_AnyPlace_IsBetweenNothingAndAll() =>
        Prop.ForAll(
                Arb.From(Sets),
                set =>
                {
                    var (lies, members) = (Lies(set), set.Select(p => p.Code).ToHashSet());
                    return set.All(p =>
                        Enumerable.Range(1995, 10).All(y => lies.Covered(p.Node, members, y) is >= 0 and <= 1)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Total_OfCountriesAndTheirCities_IsThatOfTheSlowSum() =>
        Prop.ForAll(
                Arb.From(Sets),
                set =>
                {
                    var fast = AllianceTotals.Of(set, Lies(set), "AR5").Find("CO2")!;
                    // By hand: a place adds what it has, less the part by each country named in it, spelled out.
                    var codes = set.Select(p => p.Code).ToHashSet();
                    foreach (var year in fast.Years)
                    {
                        var slow = 0.0;
                        foreach (var place in set)
                        {
                            var inside = codes.Contains(place.Node.Alpha2 ?? "") && !place.Node.IsCountry ? 1.0 : 0.0;
                            foreach (var parent in place.Node.Parents)
                            {
                                inside +=
                                    year.Year >= parent.FromYear && codes.Contains(parent.Code[..2]) ? parent.Share : 0;
                            }

                            var co2 = place.ScopeOne.Find("CO2")?[year.Year] ?? 0;
                            slow += co2 * (1 - Math.Min(1, inside));
                        }

                        if (Math.Abs(slow - (year.Counted ?? 0)) > Rounding * Math.Max(1, slow))
                        {
                            return false;
                        }
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    private static Gen<PlaceFacts> Child() =>
        from seed in Gen.Choose(1, 100_000)
        select ManyPlaces.Of(101, seed)[100] is var made
            ? made with
            {
                Node = new PlaceNode("zz-child", null, EquatableList<Parent>.Empty),
                Name = new LocalText("child"),
                Kind = JurisdictionKind.City,
            }
            : null!;

    private static bool Widens(WholeYear before, WholeYear after, bool known) =>
        before.Counted == after.Counted
        && after.Low <= before.Low
        && (after.High is null || (before.High is { } high && (known ? after.High > high : after.High >= high)));

    private static List<(string, WholeYear)> Answer(IReadOnlyList<PlaceFacts> set, PlaceFacts? knows = null) =>
        [
            .. AllianceTotals
                .Of(set, Hierarchy.Of(set.Append(knows ?? set[0]).Select(p => p.Node)))
                .Gases.SelectMany(g => g.Years.Select(y => (g.Gas, y))),
        ];
}
