// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Domain.Tests.Alliances;

public sealed class MembershipTests
{
    private static readonly Citation Said = new(Mark.Verified, null, EquatableList<string>.Empty);

    private static readonly Gazetteer Places = Gazetteer.Of([
        new Jurisdiction("united-kingdom", "United Kingdom", JurisdictionKind.Country)
        {
            Country = Countries.Find("GB"),
            PlanId = "united-kingdom",
        },
    ]);

    [Fact]
    public void Counting_OnADay_IsOneRowAPlaceWithoutCandidatesAndObservers()
    {
        var alliance = Of(
            At("GB", MemberRole.Founder),
            At("united-kingdom", MemberRole.SteeringCommittee),
            At("SE", MemberRole.Candidate),
            At("FI", MemberRole.Observer),
            At("atlantis", MemberRole.Member),
            At("NO", MemberRole.Observer),
            At("NO", MemberRole.Member)
        );

        Assert.Equal(["gb", "atlantis", "no"], alliance.CountingOn(new DateOnly(2026, 1, 1), Places));
    }

    [Fact]
    public void Counting_BeforeItBegan_IsNobody()
    {
        var joined = At("NO", MemberRole.Member) with { From = new StatedDay(new DateOnly(2020, 5, 1), "2020-05-01") };

        Assert.Empty(Of(joined).CountingOn(new DateOnly(2020, 4, 30), Places));
        Assert.Single(Of(joined).CountingOn(new DateOnly(2020, 5, 1), Places));
    }

    private static Membership At(string place, MemberRole role) => new(place, role) { Citation = Said };

    private static Alliance Of(params Membership[] members) =>
        new("a", new LocalText("A")) { Citation = Said, Members = members.ToEquatableList() };
}
