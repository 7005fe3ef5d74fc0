// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Sqlite;

/// <summary>Settings that a save's promise rests on, and their proof.</summary>
internal static class Pragmas
{
    private const long Full = 2;

    public static Task UseWalAsync(LodestarDb db, CancellationToken cancellation) =>
        db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(cancel => ReadAsync(db, "journal_mode = WAL", cancel), cancellation);

    /// <summary>Reads the settings back, since SQLite ignores in silence what it cannot do.</summary>
    public static async Task AssertDurableAsync(LodestarDb db, CancellationToken cancellation)
    {
        var journal = await ReadAsync(db, "journal_mode", cancellation);
        var synchronous = await ReadNumberAsync(db, "synchronous", cancellation);
        var foreignKeys = await ReadNumberAsync(db, "foreign_keys", cancellation);
        var busy = await ReadNumberAsync(db, "busy_timeout", cancellation);
        if (journal != "wal" || synchronous < Full || foreignKeys != 1 || busy < DurableConnections.BusyMilliseconds)
        {
            throw new InvalidOperationException(
                $"LS4010: {db.Database.GetDbConnection().DataSource} cannot keep what is saved: "
                    + $"journal_mode is {journal} (wal is needed), synchronous {synchronous} (2 or more), "
                    + $"foreign_keys {foreignKeys} (1), busy_timeout {busy} ms ({DurableConnections.BusyMilliseconds} or more). "
                    + "Put the database on a local disk: network file systems cannot carry it."
            );
        }
    }

    private static async Task<long> ReadNumberAsync(LodestarDb db, string pragma, CancellationToken cancellation) =>
        long.Parse(await ReadAsync(db, pragma, cancellation), CultureInfo.InvariantCulture);

    private static async Task<string> ReadAsync(LodestarDb db, string pragma, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return Convert.ToString(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) ?? "";
    }
}
