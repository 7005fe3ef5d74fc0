// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;

namespace Lodestar.Planning.Assessment;

/// <summary>The thresholds of the lodestar test, by id, as versioned data. One change of a value is a new version.</summary>
public sealed class RuleSet
{
    private readonly FrozenDictionary<string, Rule> _rules;

    private RuleSet(string version, IEnumerable<Rule> rules)
    {
        Version = version;
        _rules = rules.ToFrozenDictionary(r => r.Id);
    }

    public static RuleSet Current { get; } = new("lodestar-test@5", Read());

    public string Version { get; }

    public IReadOnlyCollection<Rule> Rules => _rules.Values;

    /// <summary>Throws <see cref="KeyNotFoundException"/> for an id that is no rule: a bug.</summary>
    public double this[string id] => _rules[id].Value;

    private static IEnumerable<Rule> Read() =>
        EmbeddedTable
            .Read("Assessment.Tables.rules.csv")
            .Select(r => new Rule(
                r["id"],
                double.Parse(r["value"], CultureInfo.InvariantCulture),
                r["unit"],
                r["description"],
                r["source"]
            ));
}

/// <summary>One threshold with its unit, what it decides, and where it comes from.</summary>
public sealed record Rule(string Id, double Value, string Unit, string Description, string Source);
