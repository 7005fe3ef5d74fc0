// SPDX-License-Identifier: Apache-2.0
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class PlanEditorTests
{
    private const string Table = "inventory/la-subset.csv";

    private static readonly string[] Scalars =
    [
        "plan.yaml:name",
        "plan.yaml:kind",
        "plan.yaml:codes/gss",
        "plan.yaml:cycles/targets",
        "plan.yaml:inventories/la-subset/title",
        "plan.yaml:inventories/la-subset/source",
        "plan.yaml:sources/uk-la-2022/title",
        "plan.yaml:sources/uk-la-2022/retrieved",
        "targets.yaml:targets/net-zero/title",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/form",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/scope/sectors",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/milestones/m2020/cut",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/milestones/m2025/year",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/path/values/2025",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/source",
    ];

    private static readonly string[] Missing =
    [
        "plan.yaml:notes",
        "plan.yaml:codes/un-locode",
        "plan.yaml:a/b/c",
        "plan.yaml:inventories/la-subset/boundary_note",
        "plan.yaml:sources/uk-la-2022/note",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/reason",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/scope/separate_removals",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/milestones/m2020/source",
    ];

    private static readonly string[] Removable =
    [
        .. Scalars,
        "plan.yaml:codes",
        "plan.yaml:cycles",
        "plan.yaml:inventories/la-subset",
        "plan.yaml:inventories/la-subset/id",
        "plan.yaml:inventories/la-subset/gases",
        "plan.yaml:sources",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/scope",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/milestones",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/milestones/m2020",
        "targets.yaml:targets/net-zero/versions/net-zero-2021/milestones/m2025",
        "targets.yaml:targets/net-zero/versions/net-zero-2021",
    ];

    private static readonly string[] Values =
    [
        "law",
        "Großstadt",
        "a: b",
        "x # y",
        "",
        "it's",
        "say \"no\"",
        "two\nlines",
        "[list]",
        "null",
        "2030",
        "- dash",
        " padded ",
        "50 %",
        "{a: b}",
        "\u2028",
    ];

    [Fact]
    public void Set_AnyScalar_ChangesItsOwnBytesOnly() =>
        ForPlans(
            (files, random) =>
            {
                var (file, path) = Pick(Scalars, random);
                var value = Values[random.Next(Values.Length)];

                var edit = PlanEditor.Set(files, file, path, value);

                Assert.True(edit.Done, $"{path} = {value}");
                var (gone, come) = Difference(files, edit.Files, file);
                Assert.DoesNotContain('\n', gone);
                Assert.DoesNotContain('\n', come);
                Assert.DoesNotContain('#', gone);
                AssertOthersSame(files, edit.Files, file);
            }
        );

    [Fact]
    public void Set_MissingKey_OnlyInserts() =>
        ForPlans(
            (files, random) =>
            {
                var (file, path) = Pick(Missing, random);

                var edit = PlanEditor.Set(files, file, path, Values[random.Next(Values.Length)]);

                Assert.True(edit.Done, path);
                Assert.Equal("", Difference(files, edit.Files, file).Gone);
            }
        );

    [Fact]
    public void Remove_AnyEntryOrItem_OnlyDeletes() =>
        ForPlans(
            (files, random) =>
            {
                var (file, path) = Pick(Removable, random);

                var edit = PlanEditor.Remove(files, file, path);

                Assert.True(edit.Done, path);
                Assert.Equal("", Difference(files, edit.Files, file).Come);
            }
        );

    [Fact]
    public void AddItem_ToAnyList_OnlyInserts() =>
        ForPlans(
            (files, random) =>
            {
                var (file, path) = Pick(
                    [
                        "plan.yaml:sources",
                        "plan.yaml:inventories",
                        "plan.yaml:people",
                        "targets.yaml:targets/net-zero/versions/net-zero-2021/milestones",
                    ],
                    random
                );

                var edit = PlanEditor.AddItem(
                    files,
                    file,
                    path,
                    [new("id", "new-one"), new("title", Values[random.Next(Values.Length)])]
                );

                Assert.True(edit.Done, path);
                Assert.Equal("", Difference(files, edit.Files, file).Gone);
            }
        );

    [Fact]
    public void AddVersion_ToAnyPlan_ReadsBackAsGiven() =>
        ForPlans(
            (files, _) =>
            {
                var version = PlanReader.Read(Plans.Good).Plan.Targets[0].Versions[0] with
                {
                    Id = "net-zero-2026",
                    Reason = "A new council: sooner",
                };

                var edit = PlanEditor.AddVersion(files, "net-zero", version);

                Assert.True(edit.Done);
                Assert.Equal("", Difference(files, edit.Files, "targets.yaml").Gone);
                var versions = PlanReader.Read(edit.Files).Plan.Targets[0].Versions;
                Assert.Equal(2, versions.Count);
                Assert.Equal(
                    PlanText.TargetsYaml([new Target("t", EquatableList.Of(version))]),
                    PlanText.TargetsYaml([new Target("t", EquatableList.Of(versions[1]))])
                );
            }
        );

    [Fact]
    public void AddVersion_WithoutTargetsFile_MakesIt()
    {
        var version = PlanReader.Read(Plans.Good).Plan.Targets[0].Versions[0];

        var edit = PlanEditor.AddVersion(Plans.Good.Without("targets.yaml"), "net-zero", version);

        Assert.True(edit.Done);
        Assert.Equal("net-zero", PlanReader.Read(edit.Files).Plan.Targets[0].Id);
    }

    [Fact]
    public void SetCell_AnyCell_ChangesItsOwnBytesOnly() =>
        ForPlans(
            (files, random) =>
            {
                var row = new[] { "domestic-gas", "rail", "all" }[random.Next(3)];
                var column = new[] { "label", "2005", "2007", "note" }[random.Next(4)];

                var edit = PlanEditor.SetCell(files, Table, row, column, "12.5");

                Assert.True(edit.Done);
                Assert.DoesNotContain('\n', Difference(files, edit.Files, Table).Gone);
                var read = PlanReader.Read(edit.Files).Plan.Inventories[0].Rows.Single(r => r.Id == row);
                Assert.Equal(
                    "12.5",
                    column == "label" ? read.Label
                        : column == "note" ? read.Note
                        : read.Series[int.Parse(column, System.Globalization.CultureInfo.InvariantCulture)].ToString()
                );
            }
        );

    [Fact]
    public void RemoveRowThenAddIt_RestoresTheRest() =>
        ForPlans(
            (files, _) =>
            {
                var removed = PlanEditor.RemoveRow(files, Table, "rail");
                Assert.True(removed.Done);
                Assert.Equal("", Difference(files, removed.Files, Table).Come);
                Assert.Equal(2, PlanReader.Read(removed.Files).Plan.Inventories[0].Rows.Count);

                var added = PlanEditor.AddRow(
                    removed.Files,
                    Table,
                    new Dictionary<string, string>
                    {
                        ["id"] = "rail",
                        ["unit"] = "t CO2",
                        ["2006"] = "7",
                        ["label"] = "Rail, \"all\"",
                    }
                );
                Assert.True(added.Done);
                Assert.Equal("", Difference(removed.Files, added.Files, Table).Gone);
                var row = PlanReader.Read(added.Files).Plan.Inventories[0].Rows[2];
                Assert.Equal(("rail", "Rail, \"all\"", "7"), (row.Id, row.Label, row.Series[2006].ToString()));
            }
        );

    [Fact]
    public void SetCell_LongTable_FindsTheYearsRow()
    {
        var files = Plans.With(Table, "id,unit,year,value\ngas,kt CO2,2005,1\ngas,kt CO2,2006,2\n");

        var edit = PlanEditor.SetCell(files, Table, "gas", "2006", "NE");

        Assert.Equal("id,unit,year,value\ngas,kt CO2,2005,1\ngas,kt CO2,2006,NE\n", Plans.Text(edit.Files, Table));
    }

    [Theory]
    [InlineData("nothing.yaml", "a", "LS1601")]
    [InlineData("plan.yaml", "inventories/nobody/title", "LS1604")]
    [InlineData("plan.yaml", "name/first", "LS1603")]
    [InlineData("plan.yaml", "inventories", "LS1603")]
    public void Set_NoSuchPlace_LeavesTheFilesAndSaysWhy(string file, string path, string id)
    {
        var edit = PlanEditor.Set(Plans.Good, file, path, "x");

        Assert.Equal(id, Assert.Single(edit.Diagnostics).Id);
        Assert.Same(Plans.Good, edit.Files);
    }

    [Fact]
    public void Edit_TakenOrMissingOrFaulty_IsRefused()
    {
        Assert.Equal(
            "LS1605",
            Assert
                .Single(PlanEditor.AddItem(Plans.Good, "plan.yaml", "sources", [new("id", "uk-la-2022")]).Diagnostics)
                .Id
        );
        Assert.Equal("LS1604", Assert.Single(PlanEditor.Remove(Plans.Good, "plan.yaml", "nothing").Diagnostics).Id);
        Assert.Equal(
            "LS1604",
            Assert.Single(PlanEditor.SetCell(Plans.Good, Table, "rail", "2020", "1").Diagnostics).Id
        );
        Assert.Equal(
            "LS1605",
            Assert
                .Single(
                    PlanEditor.AddRow(Plans.Good, Table, new Dictionary<string, string> { ["id"] = "rail" }).Diagnostics
                )
                .Id
        );
        Assert.Equal("LS1604", Assert.Single(PlanEditor.RemoveRow(Plans.Good, Table, "nobody").Diagnostics).Id);
        Assert.Equal(
            "LS1602",
            Assert
                .Single(
                    PlanEditor.Set(Plans.Changed("plan.yaml", "GBP", "&a GBP"), "plan.yaml", "name", "x").Diagnostics
                )
                .Id
        );
    }

    private static void ForPlans(Action<PlanFiles, Random> check) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => check(Decorated(new Random(seed)), new Random(seed)))
            .QuickCheckThrowOnFailure();

    /// <summary>The good plan as people write: comments, blank lines, odd spaces, either line end, no last line end.</summary>
    private static PlanFiles Decorated(Random random)
    {
        var files = Plans.Good;
        var newLine = random.Next(2) == 0 ? "\n" : "\r\n";
        foreach (var path in files.Paths.ToArray())
        {
            var isYaml = path.EndsWith(".yaml", StringComparison.Ordinal);
            var text = new StringBuilder(random.Next(4) == 0 ? "\uFEFF" : "");
            foreach (var line in Plans.Text(Plans.Good, path).TrimEnd('\n').Split('\n'))
            {
                if (isYaml && random.Next(5) == 0)
                {
                    text.Append(' ', random.Next(6)).Append("# said: [before], 'it' - x").Append(newLine);
                }

                text.Append(isYaml ? Odd(line, random) : line).Append(newLine);
                if (random.Next(9) == 0)
                {
                    text.Append(newLine);
                }
            }

            if (random.Next(3) == 0)
            {
                text.Length -= newLine.Length;
            }

            files = files.With(path, Plans.Bytes(text.ToString()));
        }

        return files;
    }

    private static string Odd(string line, Random random)
    {
        var odd = random.Next(4) == 0 ? line.Replace(": ", ":   ", StringComparison.Ordinal) : line;
        odd = random.Next(4) == 0 ? odd.Replace("title: ", "title: 'T' # was: ", StringComparison.Ordinal) : odd;
        odd =
            random.Next(4) == 0
                ? odd.Replace("{", "{ ", StringComparison.Ordinal).Replace("}", " }", StringComparison.Ordinal)
                : odd;
        return random.Next(4) == 0 && odd.Trim().Length > 0 ? odd + "  # why: because" : odd;
    }

    private static (string File, string Path) Pick(string[] places, Random random)
    {
        var place = places[random.Next(places.Length)].Split(':', 2);
        return (place[0], place[1]);
    }

    private static (string Gone, string Come) Difference(PlanFiles before, PlanFiles after, string path)
    {
        var (a, b) = (Plans.Text(before, path), Plans.Text(after, path));
        var start = a.AsSpan().CommonPrefixLength(b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return (a[start..^end], b[start..^end]);
    }

    private static void AssertOthersSame(PlanFiles before, PlanFiles after, string except)
    {
        Assert.Equal(before.Paths, after.Paths);
        Assert.All(
            before.Paths.Where(p => p != except),
            p => Assert.Equal(Plans.Text(before, p), Plans.Text(after, p))
        );
    }
}
