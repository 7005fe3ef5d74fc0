// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Framework;

/// <summary>
/// A framework with what one place claims of it and what the lodestar test finds beside each claim. It tells a
/// distribution and rates nothing.
/// </summary>
/// <param name="Statement">Null where the place states nothing against this framework.</param>
public sealed record FrameworkView(
    FrameworkDefinition Framework,
    FrameworkStatement? Statement,
    EquatableList<AreaView> Areas
)
{
    /// <summary>Claims of actions that the framework lacks are left out; findings that the test lacks too.</summary>
    public static FrameworkView Of(
        FrameworkDefinition framework,
        FrameworkStatement? statement,
        PlanAssessment assessment
    )
    {
        var findings = assessment.Findings.ToDictionary(f => f.Id, StringComparer.Ordinal);
        return new(
            framework,
            statement,
            framework.Areas.Select(a => AreaView.Of(a, statement, findings, assessment.Date)).ToEquatableList()
        );
    }

    public IEnumerable<ActionView> Actions => Areas.SelectMany(a => a.Actions);

    public int Total => Areas.Sum(a => a.Actions.Count);

    /// <summary>Actions of which something is stated, "none" included.</summary>
    public int Stated => Actions.Count(a => a.Status != ActionStatus.NotStated);

    /// <summary>Actions whose claim some finding contradicts.</summary>
    public int Contradicted => Actions.Count(a => a.IsContradicted);

    /// <summary>How much is stated and how much of it the test contradicts, in one sentence.</summary>
    public Message Sentence(LocalText place) =>
        Stated == 0 ? Message.Of("framework.nothing-stated", ("place", place), ("total", Total))
        : Contradicted == 0 ? Message.Of("framework.stated", ("place", place), ("stated", Stated), ("total", Total))
        : Message.Of(
            "framework.stated-contradicted",
            ("place", place),
            ("stated", Stated),
            ("total", Total),
            ("contradicted", Contradicted)
        );
}

/// <summary>An area with its actions, and the findings that speak of it as a whole.</summary>
public sealed record AreaView(FrameworkArea Area, EquatableList<ActionView> Actions, EquatableList<Finding> Findings)
{
    /// <summary>All six counts in order; they sum to the number of actions.</summary>
    public EquatableList<StatusCount> Counts => ActionStatuses.Count(Actions.Select(a => a.Status));

    internal static AreaView Of(
        FrameworkArea area,
        FrameworkStatement? statement,
        Dictionary<string, Finding> findings,
        DateOnly date
    ) =>
        new(
            area,
            area.Actions.Select(a => ActionView.Of(a, statement?.Find(a.Id), findings, date)).ToEquatableList(),
            Known(area.Findings, findings)
        );

    internal static EquatableList<Finding> Known(IEnumerable<string> ids, Dictionary<string, Finding> findings) =>
        ids.Distinct().Select(id => findings.GetValueOrDefault(id)).OfType<Finding>().ToEquatableList();
}

/// <summary>An action, what is claimed of it or silence, and the findings beside it.</summary>
/// <param name="IsAhead">True where the status is claimed to hold from a day that is still to come.</param>
public sealed record ActionView(
    FrameworkAction Action,
    ActionClaim? Claim,
    EquatableList<BesideFinding> Beside,
    bool IsAhead
)
{
    public ActionStatus Status => Claim?.Status ?? ActionStatus.NotStated;

    public bool IsContradicted => Beside.Any(b => b.Bearing == Bearing.Contradicts);

    internal static ActionView Of(
        FrameworkAction action,
        ActionClaim? claim,
        Dictionary<string, Finding> findings,
        DateOnly date
    )
    {
        var status = claim?.Status ?? ActionStatus.NotStated;
        return new(
            action,
            claim,
            AreaView
                .Known(action.Findings, findings)
                .Select(f => new BesideFinding(f, Bearings.Of(status, f.Id, f.Verdict), status))
                .ToEquatableList(),
            status >= ActionStatus.Adopted
                && claim?.Since is { } since
                && (claim.SinceYearOnly ? since.Year > date.Year : since > date)
        );
    }
}

/// <summary>A finding that stands beside a claim, and what it means for it.</summary>
/// <param name="Claimed">The status it is held against.</param>
public sealed record BesideFinding(Finding Finding, Bearing Bearing, ActionStatus Claimed)
{
    /// <summary>What it means for the claim; null where it means nothing.</summary>
    public Message? Sentence => Bearings.Sentence(Bearing, Claimed, Finding);
}
