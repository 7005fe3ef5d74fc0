// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Budgets;

/// <summary>Where a column of the table of parties comes from.</summary>
public sealed record PartyColumn(
    string Id,
    string Unit,
    string Vintage,
    string Publisher,
    string Edition,
    string Licence,
    string Note
);

/// <summary>Vintage and source of every figure that a country brings, from the embedded companion of the table of parties.</summary>
public static class PartyColumns
{
    public static IReadOnlyList<PartyColumn> All { get; } =
    [
        .. EmbeddedTable
            .Read("Budgets.Tables.parties-columns.csv")
            .Select(r => new PartyColumn(
                r["column"],
                r["unit"],
                r["vintage"],
                r["publisher"],
                r["edition"],
                r["licence"],
                r["note"]
            )),
    ];

    /// <summary>Throws <see cref="InvalidOperationException"/> for a column that is none: a bug.</summary>
    public static PartyColumn Of(string id) => All.First(c => c.Id == id);
}
