// SPDX-License-Identifier: Apache-2.0
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Sqlite;

/// <summary>The embedded database: WAL, synchronous=FULL, both asserted when it opens.</summary>
public static class SqliteDatabase
{
    /// <summary>Options for a database file; the file and its schema are made by <see cref="OpenAsync"/>.</summary>
    public static DbContextOptions<LodestarDb> Options(string file)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(file),
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = DurableConnections.BusyMilliseconds / 1000,
        };
        return new DbContextOptionsBuilder<LodestarDb>()
            .UseSqlite(
                connection.ConnectionString,
                sqlite =>
                    sqlite
                        .MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name)
                        .ExecutionStrategy(dependencies => new BusyRetry(dependencies))
            )
            .AddInterceptors(DurableConnections.Instance)
            .Options;
    }

    /// <summary>
    /// Creates or migrates the file and asserts its durability settings. Throws
    /// <see cref="InvalidOperationException"/> when the file cannot be made durable or is of a newer Lodestar.
    /// </summary>
    public static async Task OpenAsync(LodestarDb db, CancellationToken cancellation = default)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await Pragmas.UseWalAsync(db, cancellation);
            await SchemaUpgrade.RunAsync(db, cancellation);
            await Pragmas.AssertDurableAsync(db, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
