// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>One goal as several sources tell it, side by side; nothing is merged.</summary>
/// <param name="Accounts">The goal itself first, then each account of it, in the order of the plan.</param>
/// <param name="Fields">What at least one of them states, each with one value an account.</param>
public sealed record TargetConflict(
    string TargetId,
    EquatableList<TargetAccount> Accounts,
    EquatableList<ConflictField> Fields
)
{
    /// <summary>The fields in which two accounts state different things.</summary>
    public IEnumerable<ConflictField> Differing => Fields.Where(f => f.Differs);
}

/// <summary>A source's account: the target and its version in force.</summary>
public sealed record TargetAccount(Target Target, TargetVersion Version);

/// <summary>One field of a goal.</summary>
/// <param name="Name">A stable name: "net-zero-year", "milestone-2030".</param>
/// <param name="Values">What a <see cref="Message"/> can carry, or null for "not stated", in the order of the accounts.</param>
/// <param name="Differs">True when two accounts state different values; silence differs from nothing.</param>
public sealed record ConflictField(string Name, Message Label, EquatableList<object?> Values, bool Differs);

/// <summary>Finds the targets of a plan that are accounts of the same goal, and says field by field what each states.</summary>
public static class TargetConflicts
{
    /// <summary>
    /// One entry for each goal that has a second account with a version in force on the date. An account of an account
    /// stands with the goal at the end of the chain.
    /// </summary>
    public static EquatableList<TargetConflict> Of(Plan plan, DateOnly date) =>
        plan
            .Targets.GroupBy(t => Root(plan, t))
            .Select(g =>
                (
                    g.Key,
                    Accounts: g.OrderBy(t => t.Id != g.Key)
                        .Where(t => t.InForce(date) is not null)
                        .Select(t => new TargetAccount(t, t.InForce(date)!))
                        .ToList()
                )
            )
            .Where(g => g.Accounts.Count > 1)
            .Select(g => new TargetConflict(
                g.Key,
                g.Accounts.ToEquatableList(),
                Fields(plan, g.Accounts.ConvertAll(a => a.Version))
            ))
            .ToEquatableList();

    /// <summary>
    /// What a newer version states otherwise than the one before it, or first states: each field with the two values, the
    /// older one null where it was not stated. What the newer one is silent about is no change.
    /// </summary>
    public static EquatableList<ConflictField> Changes(Plan plan, TargetVersion older, TargetVersion newer) =>
        Fields(plan, [older, newer])
            .Where(f => f.Name != "stated" && f.Values[1] is not null && (f.Values[0] is null || f.Differs))
            .ToEquatableList();

    private static string Root(Plan plan, Target target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = target;
        while (at.AccountOf is { } of && seen.Add(at.Id) && plan.Targets.FirstOrDefault(t => t.Id == of) is { } next)
        {
            at = next;
        }

        return at.Id;
    }

    private static EquatableList<ConflictField> Fields(Plan plan, List<TargetVersion> versions)
    {
        var fields = new List<ConflictField>
        {
            Field("kind", Message.Of("target.field.kind"), versions, v => TargetWords.Kind(v.Kind)),
            Field("net-zero-year", Message.Of("target.field.net-zero-year"), versions, v => v.NetZeroYear),
            Field(
                "residual",
                Message.Of("target.field.residual"),
                versions,
                v => v.Residual is { } level ? Words(plan, v, level) : null
            ),
            Field("removals", Message.Of("target.field.removals"), versions, v => v.Removals),
            Field("base-year", Message.Of("target.field.base-year"), versions, v => v.BaseYear ?? plan.BaseYear),
            Field("base-level", Message.Of("target.field.base-level"), versions, v => v.BaseLevel),
            Field("budget", Message.Of("target.field.budget"), versions, v => v.Budget is { } b ? Budget(b) : null),
        };
        foreach (var year in versions.SelectMany(v => v.Milestones).Select(m => m.Year).Distinct().Order())
        {
            fields.Add(
                Field(
                    $"milestone-{year}",
                    Message.Of("target.field.milestone", ("year", year)),
                    versions,
                    v => v.Milestones.FirstOrDefault(m => m.Year == year) is { } m ? Milestone(plan, v, m) : null
                )
            );
        }

        fields.AddRange([
            Field(
                "form",
                Message.Of("target.field.form"),
                versions,
                v => v.Form == LegalForm.NotStated ? null : TargetWords.Form(v.Form)
            ),
            Field("stated", Message.Of("target.field.stated"), versions, v => v.StatedAs),
            Field(
                "sectors",
                Message.Of("target.field.sectors"),
                versions,
                v => v.Scope.Sectors?.Select(Categories.Name).ToEquatableList()
            ),
            Field("gases", Message.Of("target.field.gases"), versions, v => v.Scope.Gases),
            Field("scopes", Message.Of("target.field.scopes"), versions, v => v.Scope.Scopes),
            Field("aviation", Message.Of("target.field.aviation"), versions, v => Said(v.Scope.InternationalAviation)),
            Field("shipping", Message.Of("target.field.shipping"), versions, v => Said(v.Scope.InternationalShipping)),
            Field("credits", Message.Of("target.field.credits"), versions, v => Said(v.Scope.Credits)),
        ]);
        return fields.Where(f => f.Values.Any(v => v is not null)).ToEquatableList();
    }

    private static ConflictField Field(
        string name,
        Message label,
        List<TargetVersion> versions,
        Func<TargetVersion, object?> value
    )
    {
        var values = versions.Select(value).ToEquatableList();
        var stated = values.Where(v => v is not null).ToList();
        return new ConflictField(name, label, values, stated.Exists(v => !Same(v!, stated[0]!)));
    }

    /// <summary>Amounts in different units may be the same amount.</summary>
    private static bool Same(object one, object other) =>
        one is Quantity a && other is Quantity b && a.TryTo(b.Unit, out var converted)
            ? Math.Abs(converted.Value - b.Value) <= 1e-9 * Math.Max(Math.Abs(b.Value), 1e-9)
            : one.Equals(other);

    private static Message Words(Plan plan, TargetVersion version, Level level) =>
        TargetWords.Level(level, version, version.BaseYear ?? plan.BaseYear);

    private static Message Milestone(Plan plan, TargetVersion version, Milestone milestone) =>
        milestone.Conditional is { } conditional
            ? Message.Of(
                "target.level.with-conditional",
                ("level", Words(plan, version, milestone.Level)),
                ("conditional", Words(plan, version, conditional))
            )
            : Words(plan, version, milestone.Level);

    private static Message Budget(CumulativeBudget budget) =>
        Message.Of(
            "target.budget",
            ("amount", budget.Amount),
            ("from", budget.FromYear),
            ("to", budget.ToYear),
            ("account", TargetWords.Account(budget.Account))
        );

    private static Message? Said(Stated stated) => stated == Stated.NotStated ? null : TargetWords.Answer(stated);
}
