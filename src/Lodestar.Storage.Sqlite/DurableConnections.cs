// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lodestar.Storage.Sqlite;

/// <summary>
/// Sets what SQLite forgets with each connection. FULL is what makes a commit wait for the disk in WAL mode; on macOS
/// only the two fullfsync settings reach the disk itself.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public const int BusyMilliseconds = 10_000;

    private static readonly string Settings =
        $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
        + "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;";

    public static DurableConnections Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
