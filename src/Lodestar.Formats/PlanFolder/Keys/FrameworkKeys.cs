// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of framework.yaml.</summary>
internal static class FrameworkKeys
{
    public static readonly IReadOnlyList<string> Statuses = ["none", "planned", "adopted", "implemented", "reviewed"];
    public static readonly IReadOnlyList<string> StatedBy = ["place", "project"];
    public static readonly IReadOnlyList<string> Confidences = ["low", "medium", "high"];

    public static readonly KeyTable Evidence = new(
        "evidence",
        "Something that shows what is claimed.",
        new PlanKey("title", ValueForm.Text, "What it is called.", "Climate Act 2020") { Required = true },
        new PlanKey("url", ValueForm.Url, "Where it can be read."),
        new PlanKey("date", ValueForm.DateOrYear, "Its day, or its year where only that is known.", "2020-06-18"),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Action = new(
        "action",
        "What the place claims of one action of the framework.",
        new PlanKey("id", ValueForm.Id, "Id of the action in the framework.", "formalize-target") { Required = true },
        new PlanKey("status", ValueForm.Choice, "How far it has come; none says that nothing was done.", "adopted")
        {
            Choices = Statuses,
            Required = true,
        },
        new PlanKey("says", ValueForm.Text, "What was done, in a sentence.", "Framework Law on Climate Change"),
        new PlanKey("since", ValueForm.DateOrYear, "Since when the status holds.", "2022-06-13"),
        new PlanKey(
            "owner",
            ValueForm.Text,
            "The body that answers for it; not a person.",
            "Ministry of the Environment"
        ),
        new PlanKey("confidence", ValueForm.Choice, "How sure the place is of its own claim.", "medium")
        {
            Choices = Confidences,
        },
        new PlanKey("evidence", ValueForm.List, "What shows it.") { Keys = Evidence },
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Statement = new(
        "framework",
        "What the place states against one framework.",
        new PlanKey(
            "framework",
            ValueForm.Text,
            "Id and version of a framework of the library.",
            "net-zero-climate-action@1"
        )
        {
            Required = true,
        },
        new PlanKey(
            "stated_by",
            ValueForm.Choice,
            "Who says so: the place itself, or a project that read it in public sources; place when left out.",
            "place"
        )
        {
            Choices = StatedBy,
        },
        new PlanKey("actions", ValueForm.List, "Its claims; an action that is not listed is not stated.")
        {
            Keys = Action,
        }
    );

    public static readonly KeyTable Frameworks = new(
        "frameworks",
        "What a Lodestar plan claims of the actions of each framework.",
        new PlanKey(
            "frameworks",
            ValueForm.List,
            "The frameworks.",
            "[{framework: net-zero-climate-action@1, actions: []}]"
        )
        {
            Keys = Statement,
            Required = true,
        }
    );
}
