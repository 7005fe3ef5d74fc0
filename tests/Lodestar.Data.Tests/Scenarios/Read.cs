// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Data.Tests.Scenarios;

internal static class Read
{
    public static PlanReading Plan(params (string Path, string Text)[] files) =>
        PlanReader.Read(
            new PlanFiles(
                files.Select(f => new KeyValuePair<string, ReadOnlyMemory<byte>>(
                    f.Path,
                    Encoding.UTF8.GetBytes(f.Text + "\n")
                ))
            )
        );
}
