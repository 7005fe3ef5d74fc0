// SPDX-License-Identifier: Apache-2.0
using DocumentFormat.OpenXml.Packaging;
using Lodestar.App.Tests.Cli;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Reports;

/// <summary><c>lodestar report</c>.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_WritesADocument_AndNotOverOneThatIsThere()
    {
        var plan = Model();
        var target = _folder.Combine("papers/two.docx");
        string[] args = ["report", plan, "--date", "2023-06-30", "--out", target];

        var first = await LodestarProgram.CallAsync(args);
        var bytes = File.Exists(target) ? await File.ReadAllBytesAsync(target) : [];
        var refused = await LodestarProgram.CallAsync(args);
        var forced = await LodestarProgram.CallAsync([.. args, "--force"]);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains(target, first.Out, StringComparison.Ordinal);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("LS6091", refused.Error, StringComparison.Ordinal);
        Assert.True(forced.ExitCode == 0, forced.Error);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(target));
        Assert.Equal(["two.docx"], Directory.EnumerateFiles(_folder.Combine("papers")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Report_OfAPlanWithoutAModel_IsADocument()
    {
        var plan = _folder.WriteExample();
        var target = _folder.Combine("paper.docx");

        var ran = await LodestarProgram.CallAsync(
            "report",
            plan,
            "--date",
            "2026-11-22",
            "--out",
            target,
            "--language",
            "fr"
        );

        Assert.True(ran.ExitCode == 0, ran.Error);
        using var document = WordprocessingDocument.Open(target, false);
        Assert.Contains("Exampleton", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Contains("Résumé", document.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ToAFolder_IsRefused()
    {
        var ran = await LodestarProgram.CallAsync("report", Model(), "--out", _folder.Path);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6090", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfAPlanWithErrors_IsWrittenAndSaysSo()
    {
        var plan = Model();
        _folder.Write("two/targets.yaml", "targets: [");
        var target = _folder.Combine("paper.docx");

        var ran = await LodestarProgram.CallAsync("report", plan, "--out", target);

        Assert.Equal(2, ran.ExitCode);
        Assert.True(File.Exists(target));
        Assert.Contains("lodestar check", ran.Error, StringComparison.Ordinal);
    }

    private string Model()
    {
        foreach (var (path, text) in TwoSectors.Files)
        {
            _folder.Write($"two/{path}", text + "\n");
        }

        return _folder.Combine("two");
    }
}
