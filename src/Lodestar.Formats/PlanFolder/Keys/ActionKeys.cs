// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of actions.yaml.</summary>
internal static class ActionKeys
{
    public static readonly IReadOnlyList<string> Statuses =
    [
        "planned",
        "started",
        "on-track",
        "late",
        "stalled",
        "done",
        "cancelled",
    ];
    public static readonly IReadOnlyList<string> FundingStatuses = ["identified", "applied-for", "secured"];

    public static readonly KeyTable Funding = new(
        "funding",
        "Money of one source.",
        new PlanKey("title", ValueForm.Text, "Where it comes from.", "City budget 2026") { Required = true },
        new PlanKey("amount", ValueForm.Text, "How much, with its currency and price year.", "12 MEUR_2024"),
        new PlanKey("status", ValueForm.Choice, "How sure it is.", "secured") { Choices = FundingStatuses }
    );

    public static readonly KeyTable Milestone = new(
        "action milestone",
        "A step on the way.",
        new PlanKey("title", ValueForm.Text, "What it is.", "Tender let") { Required = true },
        new PlanKey("due", ValueForm.DateOrYear, "When it is to be done.", "2027-06-30"),
        new PlanKey("done", ValueForm.DateOrYear, "When it was done.", "2027-05-02")
    );

    public static readonly KeyTable Action = new(
        "action",
        "The delivery of a measure: who does what by when, with which money.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "heat-network-east") { Required = true },
        new PlanKey("title", ValueForm.Text, "What is done.", "Heat network, eastern quarter") { Required = true },
        new PlanKey("measures", ValueForm.Labels, "Ids of the measures that it delivers.", "[district_heat]"),
        new PlanKey("status", ValueForm.Choice, "How it stands.", "on-track") { Choices = Statuses },
        new PlanKey("owner", ValueForm.Text, "The office or body that answers for it.", "Housing department"),
        new PlanKey("start", ValueForm.DateOrYear, "When it begins.", "2026"),
        new PlanKey("due", ValueForm.DateOrYear, "When it is to be done.", "2030"),
        new PlanKey("indicator", ValueForm.Text, "What shows that it works.", "Dwellings on the network"),
        new PlanKey("funding", ValueForm.List, "Its money, by source.", "[{title: City budget 2026, status: secured}]")
        {
            Keys = Funding,
        },
        new PlanKey("milestones", ValueForm.List, "Steps on the way.", "[{title: Tender let, due: 2027-06-30}]")
        {
            Keys = Milestone,
        },
        new PlanKey("note", ValueForm.Text, "Anything a reader should know."),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Actions = new(
        "actions",
        "How the measures of a Lodestar plan are delivered.",
        new PlanKey("actions", ValueForm.List, "The actions.", "[{id: heat-network-east, title: Heat network}]")
        {
            Keys = Action,
            Required = true,
        }
    );
}
