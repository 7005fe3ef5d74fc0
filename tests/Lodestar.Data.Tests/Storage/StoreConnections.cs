// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lodestar.Data.Tests.Storage;

internal static class StoreConnections
{
    public static string FindConnectionString(this DbContextOptions<LodestarDb> options) =>
        RelationalOptionsExtension.Extract(options).ConnectionString!;
}
