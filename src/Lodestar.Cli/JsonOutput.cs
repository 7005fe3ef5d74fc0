// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.Cli.Terminals;
using Lodestar.Web.Features;

namespace Lodestar.Cli;

/// <summary>JSON on standard output, written as the server's API writes it, but indented.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(ApiJson.Options) { WriteIndented = true };

    public static void Write<T>(Shell shell, T value) => shell.Out.WriteLine(JsonSerializer.Serialize(value, Options));

    public static void WriteOneOrMany<T>(Shell shell, IReadOnlyList<T> values)
    {
        if (values.Count == 1)
        {
            Write(shell, values[0]);
        }
        else
        {
            Write(shell, values);
        }
    }
}
