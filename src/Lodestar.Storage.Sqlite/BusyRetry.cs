// SPDX-License-Identifier: Apache-2.0
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lodestar.Storage.Sqlite;

/// <summary>Waits for other processes a bounded number of times; then the caller learns that the database was busy.</summary>
internal sealed class BusyRetry(ExecutionStrategyDependencies dependencies)
    : ExecutionStrategy(dependencies, Retries, TimeSpan.FromSeconds(2))
{
    private const int Retries = 3;
    private const int Busy = 5;
    private const int Locked = 6;

    protected override bool ShouldRetryOn(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked };
}
