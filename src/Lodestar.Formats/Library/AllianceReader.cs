// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.Library;

/// <summary>Reads a file of alliances/.</summary>
internal static class AllianceReader
{
    public static Alliance Read(MapReader root, CitedReader cited)
    {
        var id = root.Id("id") ?? "alliance";
        return new Alliance(id, root.Local("name") ?? new LocalText(id))
        {
            ShortName = root.Text("short_name"),
            About = root.Local("about"),
            Founded = root.StatedDay("founded"),
            Url = root.Matching("url", ValueForm.Url, Faults.BadUrl, PlanYamlReader.IsWebAddress),
            Citation = cited.Read(root),
            Members = root.Items("members").Select(m => MemberOf(m, cited)).OfType<Membership>().ToEquatableList(),
            Criteria = Rules(root, "criteria", cited),
            Nomination = Rules(root, "nomination", cited),
            Work = Rules(root, "work", cited),
            Declarations = new Identified<Declaration>(root.File, "declarations").Read(
                root,
                (d, i) => DeclarationOf(d, i, cited)
            ),
            Commitments = new Identified<AllianceCommitment>(root.File, "commitments").Read(
                root,
                (c, i) => CommitmentOf(c, i, cited)
            ),
            Conflicts = Rules(root, "conflicts", cited),
        };
    }

    private static Membership? MemberOf(MapReader item, CitedReader cited)
    {
        if (cited.Place(item) is not { Length: > 0 } place)
        {
            return null;
        }

        var member = new Membership(place, item.Choice("role") is { } role ? (MemberRole)role : MemberRole.Member)
        {
            From = item.StatedDay("from"),
            ByThen = item.Answer("by_then") == Stated.Yes,
            To = item.StatedDay("to"),
            Citation = cited.Read(item),
        };
        if (member is { From: { } from, To: { } to } && to.Last < from.Last)
        {
            item.Fault(Faults.BadYears, "to");
            return member with { To = null };
        }

        return member;
    }

    private static EquatableList<AllianceRule> Rules(MapReader root, string key, CitedReader cited) =>
        new Identified<AllianceRule>(root.File, key).Read(
            root,
            (item, id) =>
                item.Local("text") is { } text ? new AllianceRule(id, text) { Citation = cited.Read(item) } : null
        );

    private static Declaration DeclarationOf(MapReader item, string id, CitedReader cited) =>
        new(
            id,
            item.Local("title") ?? new LocalText(id),
            item.Choice("kind") is { } kind ? (DeclarationKind)kind : DeclarationKind.Declaration
        )
        {
            Date = item.StatedDay("date"),
            Says = item.Local("says"),
            Signed = cited.Places(item, "signed"),
            Counts = item.Items("counts")
                .Select(c =>
                    CitedReader.Whole(c, "count", 0) is { } count
                    && c.Local("of") is { } of
                    && cited.Source(c) is { } source
                        ? new StatedCount(count, of, source)
                        : null
                )
                .OfType<StatedCount>()
                .ToEquatableList(),
            Citation = cited.Read(item),
        };

    private static AllianceCommitment? CommitmentOf(MapReader item, string id, CitedReader cited) =>
        item.Choice("verb") is { } verb && item.Local("text") is { } text
            ? new AllianceCommitment(id, (ActionVerb)verb, text)
            {
                Evidence = cited.Evidence(item),
                Citation = cited.Read(item),
            }
            : null;
}
