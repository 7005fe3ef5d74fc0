// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanMerging;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Data.Tests.Imports;

public sealed class PlanMergeTests
{
    private const string Written = """
        # written by hand
        format: lodestar-plan@1
        id: testby
        name: Testby     # our town
        kind: city
        country: GB
        inventories:
          - id: own
            file: inventory/own.csv   # counted by ourselves
            publisher: Testby council
        sources:
          - {id: minutes, title: Minutes of the council}

        """;

    private const string WrittenTargets = """
        targets:
          # adopted after a long night
          - id: net-zero
            versions:
              - id: first
                kind: base-year
                stated: 2020-03-01
                base_year: 2005
                net_zero_year: 2040
                source: minutes

        """;

    private static readonly PlanFiles ByHand = Files(
        ("plan.yaml", Written),
        ("targets.yaml", WrittenTargets),
        ("inventory/own.csv", "id,category,unit,2005,2006\nall,I,kt CO2,10,9\n")
    );

    [Fact]
    public void Merge_IntoAPlanByHand_AddsBesideItAndLosesNoByte()
    {
        var merged = PlanMerge.Merge(ByHand, Fresh(Of("nzt", new DateOnly(2022, 12, 20), 30, 2030)));
        var plan = PlanReader.Read(merged.Files).Plan;

        Assert.True(merged.Done);
        Assert.Equal(["own", "stated"], plan.Inventories.Select(i => i.Id));
        Assert.Equal(["minutes", "nzt"], plan.Sources.Select(s => s.Id));
        Assert.Equal(["net-zero", "net-zero-2"], plan.Targets.Select(t => t.Id));
        Assert.Equal("net-zero", plan.Targets[1].AccountOf);
        Assert.Equal(2030, plan.Targets[1].Versions.Single().NetZeroYear);
        Assert.Contains("LS2580", merged.Diagnostics.Select(d => d.Id));
        foreach (var (path, bytes) in ByHand)
        {
            Assert.True(merged.Files.TryGet(path, out var after));
            AssertWithin(Text(bytes), Text(after));
        }
    }

    [Fact]
    public void Merge_SameTwice_ChangesNothing()
    {
        var fresh = Fresh(Of("nzt", new DateOnly(2022, 12, 20), 30, 2030));
        var once = PlanMerge.Merge(ByHand, fresh);

        var twice = PlanMerge.Merge(once.Files, fresh);

        Assert.Empty(twice.Changes);
        Assert.Empty(twice.Diagnostics);
        AssertSame(once.Files, twice.Files);
    }

    [Fact]
    public void Merge_NewerEdition_ReplacesFiguresAndAddsAVersion()
    {
        var old = PlanMerge.Merge(ByHand, Fresh(Of("nzt", new DateOnly(2022, 12, 20), 30, 2030)));

        var renewed = PlanMerge.Merge(old.Files, Fresh(Of("nzt", new DateOnly(2024, 5, 1), 28, 2035)));
        var plan = PlanReader.Read(renewed.Files).Plan;

        Assert.Equal(
            ["import.merge.source-newer", "import.merge.table-newer", "import.merge.version"],
            renewed.Changes.Select(c => c.Id)
        );
        Assert.Equal("28", plan.Inventories[1].Rows.Single().Series[2019].ToString());
        Assert.Equal(new DateOnly(2024, 5, 1), plan.FindSource("nzt")!.Published);
        Assert.Equal([2030, 2035], plan.Targets[1].Versions.Select(v => v.NetZeroYear));
        Assert.Equal(2035, plan.Targets[1].InForce(new DateOnly(2026, 1, 1))!.NetZeroYear);
    }

    [Fact]
    public void Merge_OlderEdition_StaysOut()
    {
        var now = PlanMerge.Merge(ByHand, Fresh(Of("nzt", new DateOnly(2024, 5, 1), 28, 2035)));

        var older = PlanMerge.Merge(now.Files, Fresh(Of("nzt", new DateOnly(2022, 12, 20), 30, 2030)));

        Assert.Empty(older.Changes);
        Assert.Equal(["LS2581", "LS2581"], older.Diagnostics.Select(d => d.Id));
        AssertSame(now.Files, older.Files);
    }

    [Fact]
    public void Merge_FiguresEditedByHand_StayInTheSameEdition()
    {
        var fresh = Fresh(Of("nzt", new DateOnly(2022, 12, 20), 30, 2030));
        var once = PlanMerge.Merge(ByHand, fresh).Files;
        var path = once.Paths.Single(p => p.EndsWith("stated.csv", StringComparison.Ordinal));
        once.TryGet(path, out var bytes);
        var edited = once.With(
            path,
            Encoding.UTF8.GetBytes(Text(bytes).Replace(",30", ",31", StringComparison.Ordinal))
        );

        var again = PlanMerge.Merge(edited, fresh);

        Assert.Equal("LS2581", Assert.Single(again.Diagnostics).Id);
        AssertSame(edited, again.Files);
    }

    [Fact]
    public void Merge_OtherCode_IsNamedAndStays()
    {
        var plan = Of("nzt", new DateOnly(2022, 12, 20), 30, 2030);
        var first = PlanMerge.Merge(ByHand, Fresh(plan));

        var other = PlanMerge.Merge(
            first.Files,
            Fresh(plan with { Codes = new Dictionary<string, string> { ["nzt"] = "CIT-9" } })
        );

        Assert.Contains("LS2582", other.Diagnostics.Select(d => d.Id));
        Assert.Equal("CIT-1", PlanReader.Read(other.Files).Plan.Codes["nzt"]);
    }

    [Fact]
    public void Merge_PlanThatCannotBeEdited_StaysAsItIs()
    {
        var broken = ByHand.With("plan.yaml", Encoding.UTF8.GetBytes(Written + "\t- [\n"));

        var merged = PlanMerge.Merge(broken, Fresh(Of("nzt", new DateOnly(2022, 12, 20), 30, 2030)));

        Assert.False(merged.Done);
        AssertSame(broken, merged.Files);
    }

    [Fact]
    public void Merge_AnyTwoPlans_IsIdempotentAndKeepsBoth() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var random = new Random(seed);
                    var (a, b) = (Any(random), Any(random));
                    var existing = PlanText.Files(a);

                    var once = PlanMerge.Merge(existing, Fresh(b));
                    var twice = PlanMerge.Merge(once.Files, Fresh(b));

                    Assert.True(once.Done);
                    var reading = PlanReader.Read(once.Files);
                    Assert.DoesNotContain(reading.Diagnostics, d => d.Severity != Severity.Note);
                    Assert.Empty(twice.Changes);
                    AssertSame(once.Files, twice.Files);
                    foreach (var inventory in b.Inventories)
                    {
                        // Its own figures stand there, or those of a newer edition of the same publisher.
                        Assert.Contains(
                            reading.Plan.Inventories,
                            i =>
                                i.Publisher == inventory.Publisher
                                && (
                                    i.Rows.Single().Series[2019] == inventory.Rows.Single().Series[2019]
                                    || a.Inventories.Any(e => e.Publisher == i.Publisher)
                                )
                        );
                    }

                    Assert.All(a.Inventories, i => Assert.Contains(reading.Plan.Inventories, m => m.Id == i.Id));
                    Assert.All(a.Targets, t => Assert.Contains(reading.Plan.Targets, m => m.Id == t.Id));
                    Assert.All(a.Sources, s => Assert.Contains(reading.Plan.Sources, m => m.Id == s.Id));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Shelf_FindsAPlaceByCodeThenByName()
    {
        var shelf = new PlanShelf();
        var sweden = new Plan
        {
            Id = "sverige",
            Name = "Sverige",
            Kind = JurisdictionKind.Country,
            Country = "SE",
        };
        var durham = new Plan
        {
            Id = "durham",
            Name = "Durham",
            Kind = JurisdictionKind.City,
            Country = "GB",
            Codes = new Dictionary<string, string> { ["uk-la"] = "DUR" },
        };
        shelf.Put("sverige", sweden);
        shelf.Put("durham", durham);

        Assert.Equal(
            "sverige",
            shelf.FolderOf(sweden with { Id = "x", Name = "Sweden", Codes = Codes("iso3166-1-alpha3", "SWE") })
        );
        Assert.Equal("durham", shelf.FolderOf(durham with { Id = "x", Name = "County Durham" }));
        Assert.Equal("durham", shelf.FolderOf(durham with { Id = "x", Codes = Codes("nzt", "CIT-5") }));
        Assert.Null(shelf.FolderOf(durham with { Codes = Codes("uk-la", "OTH") }));
        Assert.Null(shelf.FolderOf(durham with { Country = "US", Codes = Codes("nzt", "CIT-6") }));
        Assert.Equal("durham-us", shelf.FreeFolder(durham with { Country = "US" }));
        Assert.Equal("lund", shelf.FreeFolder(durham with { Id = "lund" }));
    }

    [Theory]
    [InlineData("coalition", 28)]
    [InlineData("alliance", 23)]
    public void Groups_HaveTheirMembers(string group, int count) =>
        Assert.Equal(count, PlaceGroups.Find(group)!.Select(m => (m.Country, m.Name)).Distinct().Count());

    private static Dictionary<string, string> Codes(string scheme, string code) => new() { [scheme] = code };

    /// <summary>A plan as an importer makes it: one source, one figure of 2019, one net-zero year.</summary>
    private static Plan Of(string source, DateOnly published, double kilotonnes, int zero) =>
        new()
        {
            Id = "testby",
            Name = "Testby",
            Kind = JurisdictionKind.City,
            Country = "GB",
            Codes = new Dictionary<string, string> { ["nzt"] = "CIT-1" },
            Inventories = EquatableList.Of(Stated("stated", source, $"Publisher {source}", kilotonnes)),
            Targets = EquatableList.Of(
                new Target(
                    "net-zero",
                    EquatableList.Of(
                        new TargetVersion("net-zero-2021", TargetKind.FixedLevel, Place.Folder)
                        {
                            Stated = new DateOnly(2021, 12, 31),
                            StatedYearOnly = true,
                            NetZeroYear = zero,
                            Source = source,
                        }
                    )
                )
                {
                    Title = "Net zero",
                }
            ),
            Sources = EquatableList.Of(
                new Source(source, $"Source {source}") { Publisher = $"Publisher {source}", Published = published }
            ),
        };

    private static InventoryRecord Stated(string id, string source, string publisher, double kilotonnes) =>
        new(id, $"inventory/{id}.csv")
        {
            Publisher = publisher,
            Source = source,
            Gases = EquatableList.Of("CO2"),
            Rows = EquatableList.Of(
                new InventoryRow(
                    "stated",
                    null,
                    new YearSeries(
                        Unit.Parse("kt CO2"),
                        [new YearCell(2019, Cell.Of(kilotonnes), new Provenance(source))]
                    ),
                    Place.Folder
                )
            ),
        };

    private static Plan Any(Random random)
    {
        string[] publishers = ["One", "Two", "Three"];
        var sources = publishers
            .Where(_ => random.Next(3) > 0)
            .Select(
                (p, i) =>
                    new Source(random.Next(2) == 0 ? "report" : $"report-{p.ToLowerInvariant()}", $"Report of {p}: {i}")
                    {
                        Publisher = p,
                        Published = random.Next(3) == 0 ? null : new DateOnly(2020 + random.Next(3), 1, 1),
                        Edition =
                            random.Next(2) == 0
                                ? null
                                : string.Create(CultureInfo.InvariantCulture, $"v{random.Next(3)}"),
                    }
            )
            .DistinctBy(s => s.Id)
            .ToList();
        return new Plan
        {
            Id = "testby",
            Name = "Testby",
            Kind = JurisdictionKind.City,
            Country = random.Next(2) == 0 ? null : "GB",
            Sources = sources.ToEquatableList(),
            Inventories = sources
                .Where(_ => random.Next(3) > 0)
                .Select(s =>
                    Stated(random.Next(2) == 0 ? "city" : $"city-{s.Id}", s.Id, s.Publisher!, random.Next(1, 99))
                )
                .DistinctBy(i => i.Id)
                .ToEquatableList(),
            Targets = sources
                .Where(_ => random.Next(2) == 0)
                .Select(s => Of(s.Id, new DateOnly(2020, 1, 1), 1, 2030 + random.Next(3)).Targets[0])
                .DistinctBy(t => t.Id)
                .ToEquatableList(),
            Population =
                random.Next(2) == 0 || sources.Count == 0
                    ? null
                    : new YearSeries(
                        Unit.Parse("person"),
                        [new YearCell(2019, Cell.Of(random.Next(1, 9)), new Provenance(sources[0].Id))]
                    ),
        };
    }

    private static ImportedPlan Fresh(Plan plan) => new(plan.Id, plan.Name, PlanText.Files(plan));

    private static PlanFiles Files(params (string Path, string Text)[] files) =>
        new(files.Select(f => new KeyValuePair<string, ReadOnlyMemory<byte>>(f.Path, Encoding.UTF8.GetBytes(f.Text))));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static void AssertSame(PlanFiles a, PlanFiles b)
    {
        Assert.Equal(a.Paths, b.Paths);
        foreach (var (path, bytes) in a)
        {
            b.TryGet(path, out var other);
            Assert.Equal(Text(bytes), Text(other));
        }
    }

    /// <summary>Every line of the old text stands in the new one, in the same order.</summary>
    private static void AssertWithin(string before, string after)
    {
        var lines = new Queue<string>(before.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        foreach (var line in after.Split('\n'))
        {
            if (lines.TryPeek(out var next) && next == line)
            {
                lines.Dequeue();
            }
        }

        Assert.Empty(lines);
    }
}
