// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Targets.Quality;

/// <summary>
/// What somebody asks of a target, as versioned data: a changed rule is a new version. There is no overall score.
/// </summary>
/// <param name="Id">"nzt-fields", "cat-ten", "hleg".</param>
/// <param name="Version">"nzt-fields@2022".</param>
public sealed record QualityRuleSet(string Id, string Version, EquatableList<QualityRule> Rules)
{
    /// <summary>
    /// The fields of Net Zero Tracker's export of 2022, the ten elements of the Climate Action Tracker, and the ten
    /// recommendations of the UN's expert group.
    /// </summary>
    public static EquatableList<QualityRuleSet> All { get; } =
        EquatableList.Of(Read("nzt-fields@2022"), Read("cat-ten@1"), Read("hleg@1"));

    public Message Name => Message.Of($"quality.{Id}");

    /// <summary>What a group of rules is called.</summary>
    public Message Group(string group) => Message.Of($"quality.{Id}.group.{group}");

    public static QualityRuleSet? Find(string version) => All.FirstOrDefault(s => s.Version == version);

    private static QualityRuleSet Read(string version)
    {
        var id = version.Split('@')[0];
        var rules = EmbeddedTable
            .Read($"Targets.Quality.Tables.{version}.csv")
            .Select(r => new QualityRule(
                id,
                r["id"],
                r["group"],
                Words(r["fields"]),
                Words(r["met"]),
                Words(r["partly"]),
                Words(r["unmet"]),
                r["evidence"],
                r["wording"] == "verified",
                r["source"]
            ));
        return new QualityRuleSet(id, version, rules.ToEquatableList());
    }

    private static EquatableList<string> Words(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToEquatableList();
}

/// <summary>One question to a target.</summary>
/// <param name="Fields">The fields it reads, by name (<see cref="TargetFields"/>); none where no field of a plan answers it.</param>
/// <param name="Met">The words of those fields that mean met; <paramref name="Partly"/> and <paramref name="Unmet"/> likewise.</param>
/// <param name="Evidence">What would show it: "target-document", "legal-text", "plan", "report", "public-record".</param>
/// <param name="IsVerified">False when its wording is from memory and has not been held against its source.</param>
public sealed record QualityRule(
    string Set,
    string Id,
    string Group,
    EquatableList<string> Fields,
    EquatableList<string> Met,
    EquatableList<string> Partly,
    EquatableList<string> Unmet,
    string Evidence,
    bool IsVerified,
    string Source
)
{
    /// <summary>What it asks, as a question.</summary>
    public Message Asks => Message.Of($"quality.{Set}.{Id}");

    public Message EvidenceNeeded => Message.Of($"quality.evidence.{Evidence}");

    internal Verdict Of(string? word) =>
        word is null ? Verdict.NotStated
        : Met.Contains(word) ? Verdict.Met
        : Partly.Contains(word) ? Verdict.Partly
        : Unmet.Contains(word) ? Verdict.Unmet
        : throw new InvalidOperationException($"{Set} {Id} has no verdict for '{word}'.");
}
