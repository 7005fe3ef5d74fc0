// SPDX-License-Identifier: Apache-2.0
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lodestar.Storage.Sqlite;

/// <summary>
/// Runs the pending migrations in one transaction. EF's own runner guards itself with a row in a lock table, which a
/// killed process leaves behind so that every later start waits for ever; SQLite's write lock dies with its process.
/// </summary>
internal static class SchemaUpgrade
{
    public static async Task RunAsync(LodestarDb db, CancellationToken cancellation)
    {
        if (await PendingFromAsync(db, cancellation) is null)
        {
            return;
        }

        // Rebuilding a table would trip over references to it; the check below stands in. A transaction cannot set it.
        await ExecuteAsync(db, "PRAGMA foreign_keys = OFF", cancellation);
        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(cancel => UpgradeAsync(db, cancel), cancellation);
        }
        finally
        {
            await ExecuteAsync(db, "PRAGMA foreign_keys = ON", CancellationToken.None);
        }
    }

    private static async Task UpgradeAsync(LodestarDb db, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancellation
        );
        // Another process may have been first.
        if (await PendingFromAsync(db, cancellation) is not { } from)
        {
            return;
        }

        var script = db.GetService<IMigrator>()
            .GenerateScript(from, options: MigrationsSqlGenerationOptions.NoTransactions);
        await ExecuteAsync(db, script, cancellation);
        await using var check = db.Database.GetDbConnection().CreateCommand();
        check.Transaction = transaction.GetDbTransaction();
        check.CommandText = "PRAGMA foreign_key_check";
        if (await check.ExecuteScalarAsync(cancellation) is { } table)
        {
            throw new InvalidOperationException(
                $"LS4012: the upgrade of {db.Database.GetDbConnection().DataSource} would leave rows of {table} without "
                    + "what they refer to, so nothing was changed."
            );
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>The migration to go on from; null when none is pending.</summary>
    private static async Task<string?> PendingFromAsync(LodestarDb db, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException(
                $"LS4011: {db.Database.GetDbConnection().DataSource} was written by a newer Lodestar (it has {unknown}). "
                    + "Use that version or a later one."
            );
        }

        return applied.Count == known.Count ? null : applied.LastOrDefault() ?? Migration.InitialDatabase;
    }

    private static async Task ExecuteAsync(LodestarDb db, string sql, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
