// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Alliances;

/// <summary>Places that committed to something together.</summary>
public sealed record Alliance(string Id, LocalText Name)
{
    public string? ShortName { get; init; }
    public LocalText? About { get; init; }

    /// <summary>The day it was founded, or the last day of the month or year that is all the sources say.</summary>
    public StatedDay? Founded { get; init; }
    public string? Url { get; init; }
    public required Citation Citation { get; init; }
    public EquatableList<Membership> Members { get; init; } = EquatableList<Membership>.Empty;

    /// <summary>What a place must meet to enter, in order.</summary>
    public EquatableList<AllianceRule> Criteria { get; init; } = EquatableList<AllianceRule>.Empty;

    /// <summary>The steps from interest to membership, in order.</summary>
    public EquatableList<AllianceRule> Nomination { get; init; } = EquatableList<AllianceRule>.Empty;

    /// <summary>What it works on: strategic areas.</summary>
    public EquatableList<AllianceRule> Work { get; init; } = EquatableList<AllianceRule>.Empty;
    public EquatableList<Declaration> Declarations { get; init; } = EquatableList<Declaration>.Empty;

    /// <summary>What its plan of action commits it to, with evidence.</summary>
    public EquatableList<AllianceCommitment> Commitments { get; init; } = EquatableList<AllianceCommitment>.Empty;

    /// <summary>Where the sources disagree or are silent.</summary>
    public EquatableList<AllianceRule> Conflicts { get; init; } = EquatableList<AllianceRule>.Empty;

    /// <summary>Memberships in force on a day; one whose beginning is not stated counts as begun.</summary>
    public IEnumerable<Membership> MembersOn(DateOnly day) => Members.Where(m => m.IsInForce(day));

    /// <summary>
    /// Ids of the places that count as members on a day, each once whatever codes and roles it is listed under, in the order
    /// of the list: candidates and observers do not.
    /// </summary>
    public IReadOnlyList<string> CountingOn(DateOnly day, Gazetteer places) =>
        [.. MembersOn(day).Where(m => m.Counts).Select(m => places.IdOf(m.Place)).Distinct(StringComparer.Ordinal)];
}

/// <summary>A day, or the last day of the month or year that is all that is known.</summary>
/// <param name="Text">As it may be shown: "2017-12-12", "2014-06", "2014".</param>
public sealed record StatedDay(DateOnly Last, string Text);

public enum MemberRole
{
    Member = 0,
    Founder,
    SteeringCommittee,
    Candidate,
    Observer,
}

/// <summary>That a place belongs to an alliance, in a role, for a time. A place may have several.</summary>
/// <param name="Place">ISO 3166-1 alpha-2 code of a country ("CL"), else an id of the gazetteer ("copenhagen").</param>
public sealed record Membership(string Place, MemberRole Role)
{
    public StatedDay? From { get; init; }

    /// <summary>True when the sources show it a member by <see cref="From"/>, and not when it joined.</summary>
    public bool ByThen { get; init; }
    public StatedDay? To { get; init; }
    public required Citation Citation { get; init; }

    /// <summary>Candidates and observers take part and do not count.</summary>
    public bool Counts => Role is not (MemberRole.Candidate or MemberRole.Observer);

    public bool IsInForce(DateOnly day) => (From is null || From.Last <= day) && (To is null || day < To.Last);
}

/// <summary>A sentence that an alliance lives by: a criterion, a step, a field of work, a conflict of sources.</summary>
public sealed record AllianceRule(string Id, LocalText Text)
{
    public required Citation Citation { get; init; }
}

public enum DeclarationKind
{
    Declaration = 0,
    Endorsement,
    Communique,
}

/// <summary>Something that members signed or endorsed.</summary>
public sealed record Declaration(string Id, LocalText Title, DeclarationKind Kind)
{
    public StatedDay? Date { get; init; }
    public LocalText? Says { get; init; }

    /// <summary>Who signed, as far as the sources name them: codes as in <see cref="Membership.Place"/>.</summary>
    public EquatableList<string> Signed { get; init; } = EquatableList<string>.Empty;

    /// <summary>How many signed, by each source that gives a number.</summary>
    public EquatableList<StatedCount> Counts { get; init; } = EquatableList<StatedCount>.Empty;
    public required Citation Citation { get; init; }
}

public sealed record StatedCount(int Count, LocalText Of, string Source);

/// <summary>The verbs of a plan of action.</summary>
public enum ActionVerb
{
    Demonstrate = 0,
    Lead,
    Advocate,
    Encourage,
}

public sealed record AllianceCommitment(string Id, ActionVerb Verb, LocalText Text)
{
    /// <summary>What was done towards it.</summary>
    public EquatableList<Evidence> Evidence { get; init; } = EquatableList<Evidence>.Empty;
    public required Citation Citation { get; init; }
}
