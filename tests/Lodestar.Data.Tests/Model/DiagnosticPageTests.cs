// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.RegularExpressions;
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Model;

/// <summary>The page of the plan language's diagnostics is made from examples, each of which must be said as it shows.</summary>
public sealed partial class DiagnosticPageTests
{
    /// <summary>Limits, whose examples are too long to read.</summary>
    private static readonly Dictionary<string, Func<string>> Limits = new(StringComparer.Ordinal)
    {
        ["LS3611"] = () => Variables(2_001, i => $"  v{i}: 1"),
        ["LS3612"] = () =>
            Head + "variables:\n  t: {unit: 1, data: t.csv}\n# t.csv\nyear,x,value\n" + Lines(70_000, i => $"{i},a,1"),
        ["LS3613"] = () => $"{Head}axes:\n  x: [{string.Join(", ", Enumerable.Range(0, 4_097).Select(i => $"l{i}"))}]",
        ["LS3702"] = () => $"{Head}variables:\n  a: 1\n  x: a{new string(' ', 65_536)}+ a",
        ["LS3703"] = () => $"{Head}variables:\n  a: 1\n  x: {new string('(', 300)}a{new string(')', 300)}",
        ["LS3710"] = () => $"{Head}variables:\n  a: 1\n  x: {string.Join("+", Enumerable.Repeat("a", 30_000))}",
        ["LS3758"] = () => Cells("v[a, b]: 1"),
        ["LS3759"] = () => Cells(string.Join("\n  ", Enumerable.Range(0, 40).Select(i => $"v{i}[a]: 1"))),
        ["LS3825"] = () =>
            Head
            + "uses: {next: m0}"
            + string.Concat(Enumerable.Range(0, 12).Select(i => $"\n# modules/m{i}.yaml\nuses: {{next: m{i + 1}}}"))
            + "\n# modules/m12.yaml\nvariables: {x: 1}",
        ["LS3826"] = () => Head + "axes:\n" + Lines(65, i => $"  x{i}: [a, b]") + "variables: {v: 1}",
    };

    private const string Head = "time: {from: 2020, to: 2030}\n";

    private static readonly string Folder = Repository.Path("tests/Lodestar.Data.Tests/Model/Examples");

    public static TheoryData<string> Ids => [.. Examples().Keys.Concat(Limits.Keys).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_GivesItsDiagnosticAndNoOther(string id)
    {
        var said = Said(Limits.TryGetValue(id, out var make) ? make() : Examples()[id]);

        Assert.Equal([id], said.Select(d => d.Id).Distinct());
        Assert.True(said.Count == 1 || id is "LS3755" or "LS3774", string.Join("\n", said.Select(Texts.Of)));
    }

    [Fact]
    public void Examples_CoverEveryDiagnosticOfTheLanguage()
    {
        var known = MessageCatalog
            .English.Ids.Where(i =>
                i.StartsWith("LS37", StringComparison.Ordinal) || i.StartsWith("LS38", StringComparison.Ordinal)
            )
            // What is wrong between a scenario and the model has a test of its own.
            .Where(i => !i.StartsWith("LS385", StringComparison.Ordinal))
            .Select(i => i.Split('.')[0])
            .Concat(ModelFaults.All.Select(f => f.Id))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(known, Ids.Select(i => (string)i));
    }

    [Fact]
    public void Page_IsWhatTheExamplesSay()
    {
        var page = new StringBuilder(
            """
            # Diagnostics of the plan language

            What can be said about a model, each with a small faulty one and the message that it gives. This page is made from the examples themselves: a test runs each and compares. How models are written: [the plan language](plan-language.md). Faults that any file of a plan can have, such as a key that is misspelt, stand in [diagnostics](diagnostics.md).


            """.ReplaceLineEndings("\n")
        );
        foreach (var id in Ids.Select(i => (string)i))
        {
            page.Append("## ").Append(id).Append("\n\n");
            if (Limits.TryGetValue(id, out var make))
            {
                var limit = Said(make())[0];
                page.Append("A limit; its example is too long to print.\n\n```text\n");
                page.Append(Severities(limit)).Append(' ').Append(id).Append(": ");
                page.Append(Texts.Catalog.Render(limit.Reason)).Append("\n    ");
                page.Append(Texts.Catalog.Render(limit.Fix!)).Append("\n```\n\n");
                continue;
            }

            page.Append("```yaml\n").Append(Examples()[id]).Append("```\n\n```text\n");
            foreach (var diagnostic in Said(Examples()[id]))
            {
                page.Append(Texts.Of(diagnostic)).Append('\n');
            }

            page.Append("```\n\n");
        }

        Golden.Match(page.ToString().TrimEnd() + "\n", "../../../docs/plan-language-diagnostics.md");
    }

    [Fact]
    public void Ids_OfTheReader_AreUniqueAndHaveTexts()
    {
        Assert.Equal(ModelFaults.All.Count, ModelFaults.All.Select(f => f.Id).Distinct().Count());
        Assert.All(ModelFaults.All, f => Assert.Matches("^LS36[0-9]{2}$", f.Id));
        Assert.All(
            ModelFaults.All,
            f => Assert.True(Texts.Catalog.Has(f.ReasonId) && Texts.Catalog.Has(f.FixId), f.Name)
        );
    }

    private static string Severities(Diagnostic diagnostic) => diagnostic.Severity.ToString();

    private static SortedDictionary<string, string> Examples()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Folder, "LS*.yaml"))
        {
            all.Add(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file).ReplaceLineEndings("\n"));
        }

        return all;
    }

    /// <summary>What is said of an example: its files follow lines that hold nothing but "# path".</summary>
    private static List<Diagnostic> Said(string example)
    {
        var files = new List<(string, string)>();
        var (path, text) = ("city.yaml", new StringBuilder());
        foreach (var line in example.TrimEnd('\n').Split('\n'))
        {
            if (FileLine().Match(line) is { Success: true } match)
            {
                files.Add((path, text.ToString()));
                (path, text) = (match.Groups[1].Value, new StringBuilder());
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }

        files.Add((path, text.ToString()));
        var all = Plans.Files([.. files.Where(f => f.Item1 != "city.yaml" || f.Item2.Length > 0)]);
        var isPlan = files.Exists(f =>
            f.Item1.StartsWith("model/", StringComparison.Ordinal)
            || f.Item1.StartsWith("measures/", StringComparison.Ordinal)
        );
        var model = CheckedModel.Of(isPlan ? ModelReader.Read(all) : ModelReader.ReadFile(all, "city.yaml"));
        var said = model.Diagnostics.ToList();
        if (model.Model is { } sound)
        {
            var central = new double[Lanes.ParameterCells(sound)];
            foreach (var (parameter, offset) in sound.Parameters.Zip(Lanes.Offsets(sound)))
            {
                central.AsSpan(offset, parameter.Cells).Fill(parameter.Central);
            }

            said.AddRange(RunDiagnostics.Of(sound, InterpretedRun.Of(sound, central)));
        }

        return said;
    }

    private static string Variables(int count, Func<int, string> line) => Head + "variables:\n" + Lines(count, line);

    private static string Cells(string variables)
    {
        var labels = string.Join(", ", Enumerable.Range(0, 4_000).Select(i => $"l{i}"));
        return $"time: {{from: 2000, to: 2400}}\naxes:\n  a: [{labels}]\n  b: [{labels}]\nvariables:\n  {variables}\n";
    }

    private static string Lines(int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    [GeneratedRegex(@"^# (\S+\.(?:csv|yaml))$", RegexOptions.CultureInvariant)]
    private static partial Regex FileLine();
}
