// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Library;

/// <summary>Reads a file of frameworks/.</summary>
internal static class FrameworkReader
{
    public static FrameworkDefinition Read(MapReader root, CitedReader cited)
    {
        var id = root.Id("id") ?? "framework";
        return new FrameworkDefinition(
            id,
            CitedReader.Whole(root, "version", 1) ?? 1,
            root.Local("name") ?? new LocalText(id)
        )
        {
            About = root.Local("about"),
            Citation = cited.Read(root),
            Areas = new Identified<FrameworkArea>(root.File, "areas").Read(root, (a, i) => AreaOf(a, i, cited)),
        };
    }

    private static FrameworkArea AreaOf(MapReader item, string id, CitedReader cited) =>
        new(id, item.Local("name") ?? new LocalText(id))
        {
            Kind = item.Choice("kind") is { } kind ? (AreaKind)kind : AreaKind.Enabling,
            Meaning = item.Local("meaning"),
            Findings = CitedReader.Findings(item, "findings"),
            Citation = cited.Read(item),
            Actions = new Identified<FrameworkAction>(item.File, "actions").Read(
                item,
                (action, actionId) =>
                    new FrameworkAction(actionId, action.Local("name") ?? new LocalText(actionId))
                    {
                        Meaning = action.Local("meaning"),
                        Findings = CitedReader.Findings(action, "findings"),
                        Citation = cited.Read(action),
                    }
            ),
        };
}
