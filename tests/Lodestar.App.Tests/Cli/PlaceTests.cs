// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class PlaceTests
{
    [Fact]
    public async Task Place_ByAMisspeltForeignName_IsFoundWithoutAStore()
    {
        using var folder = new TemporaryFolder();
        var ran = await LodestarProgram.CallAsync("place", "swedn", "--data", folder.Path);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Sweden", ran.Out.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("lodestar library add edgar FILE --only \"SWE\"", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_AsJson_IsWhatTheApiWrites()
    {
        using var folder = new TemporaryFolder();
        var ran = await LodestarProgram.CallAsync("place", "rio", "janeiro", "--json", "--data", folder.Path);

        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal("rio-de-janeiro", json.RootElement.GetProperty("places")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Place_NobodyKnows_EndsWithThree()
    {
        using var folder = new TemporaryFolder();
        var ran = await LodestarProgram.CallAsync("place", "xqzxqzxqz", "--data", folder.Path);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6040", ran.Error, StringComparison.Ordinal);
    }
}
