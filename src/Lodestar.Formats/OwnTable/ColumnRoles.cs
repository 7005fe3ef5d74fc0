// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Lodestar.Formats.OwnTable;

/// <summary>What columns are for, where their cells say more than their headings.</summary>
internal static partial class ColumnRoles
{
    /// <summary>The role of a column, by what heads it and by what stands in it.</summary>
    /// <param name="heading">Its heading; blank when there is none.</param>
    /// <param name="below">Its cells that are not blank.</param>
    public static ColumnRole Of(string heading, IReadOnlyList<GridCell> below)
    {
        var role = HeadingWords.RoleOf(heading);
        if (below.Count == 0)
        {
            return role;
        }

        if (below.Count(c => SectorNames.IsReference(c.Text)) * 2 > below.Count)
        {
            return ColumnRole.Reference;
        }

        if (role == ColumnRole.Unknown && below.All(c => Scope().IsMatch(c.Text)))
        {
            return ColumnRole.Scope;
        }

        return below.All(c => UnitText.IsOnlyUnit(c.Text) || UnitText.IsPerPerson(c.Text)) ? ColumnRole.Unit : role;
    }

    /// <summary>
    /// The columns that name a series, the naming one last. A column that says the same in every row names none, and a
    /// table whose names stand in a column headed "Source" has its names there.
    /// </summary>
    /// <param name="roles">Role by column.</param>
    /// <param name="below">The cells of a column that are not blank.</param>
    public static int[] Labels(IReadOnlyDictionary<int, ColumnRole> roles, Func<int, IReadOnlyList<GridCell>> below)
    {
        var labels = roles.Where(r => r.Value == ColumnRole.Label).Select(r => r.Key).Order().ToArray();
        if (labels.Length == 0)
        {
            return
            [
                .. roles
                    .Where(r =>
                        r.Value is ColumnRole.Note or ColumnRole.Fuel or ColumnRole.Place
                        && below(r.Key).Any(c => c.Text.Any(char.IsLetter))
                    )
                    .Select(r => r.Key)
                    .Order()
                    .Take(1),
            ];
        }

        return [.. labels.OrderBy(c => IsConstant(below(c)) ? 0 : 1)];
    }

    /// <summary>True when several rows all say the same.</summary>
    public static bool IsConstant(IReadOnlyList<GridCell> below) =>
        below.Count > 1 && below.All(c => c.Text == below[0].Text);

    /// <summary>"Scope 2" and "2" → 2; null for anything else.</summary>
    public static int? ScopeOf(string text) =>
        Scope().Match(text) is { Success: true } match ? match.Groups["scope"].Value[0] - '0'
        : text is "1" or "2" or "3" ? text[0] - '0'
        : null;

    [GeneratedRegex(@"^\s*scope\s*(?<scope>[123])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scope();
}
