// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Components;

/// <summary>Memberships as a reader reads them.</summary>
internal static class MembershipWords
{
    public static string Role(MemberRole role) =>
        role switch
        {
            MemberRole.Founder => "web.alliances.role.founder",
            MemberRole.SteeringCommittee => "web.alliances.role.steering",
            MemberRole.Candidate => "web.alliances.role.candidate",
            MemberRole.Observer => "web.alliances.role.observer",
            _ => "web.alliances.role.member",
        };

    /// <summary>"since 12 December 2017", "by 2023, since when is not known".</summary>
    public static Message Since(Membership member) =>
        member.From is not { } from ? Message.Of("web.alliances.since-open")
        : member is { ByThen: true, Role: MemberRole.SteeringCommittee }
            ? Message.Of("web.alliances.steering-by", ("date", Day(from)))
        : member.ByThen ? Message.Of("web.alliances.by-then", ("date", Day(from)))
        : Message.Of(IsDay(from) ? "web.alliances.since" : "web.alliances.since-text", ("date", Day(from)));

    public static Message Until(StatedDay to) =>
        Message.Of(IsDay(to) ? "web.alliances.until" : "web.alliances.until-text", ("date", Day(to)));

    /// <summary>A whole day as a date; a month or a year as it is stated.</summary>
    public static object Day(StatedDay day) => IsDay(day) ? day.Last : day.Text;

    private static bool IsDay(StatedDay day) => day.Text.Length == "2017-12-12".Length;
}
