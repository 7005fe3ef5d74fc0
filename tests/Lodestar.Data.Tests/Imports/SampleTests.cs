// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

/// <summary>The samples are what the importer makes of the publisher's file, rounded, with targets written by hand.</summary>
public sealed class SampleTests
{
    /// <summary>What the tracker's wording means for a sample, beyond its fields.</summary>
    private static readonly Dictionary<string, string> TrackerNotes = new()
    {
        ["manchester"] =
            "The cut of 50 % by 2025 is stated for homes, workplaces and ground transport; here it is applied to the "
            + "whole total. The base year 2020 is the milestone's; none is stated for the end target.",
    };

    private static readonly Source Tracker = new("nzt-2022", "Net Zero Tracker")
    {
        Publisher = "Net Zero Tracker",
        Edition = "Snapshot of 20 December 2022",
        Published = new DateOnly(2022, 12, 20),
        Licence = "CC-BY-4.0",
    };

    public static TheoryData<string> Names => new("glasgow", "manchester", "nottingham");

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_Inventory_IsThePublishersRounded(string name)
    {
        var file = PublisherData.RequireFile("uk-la-emissions/local_authority_emissions.csv");
        var imported = Imported.Plan(Imported.File(file, new ImportOptions { Only = [name] }));
        var sample = imported with
        {
            Population = imported.Population is { } people ? Rounded(people, 0) : null,
            Inventories = imported
                .Inventories.Select(i =>
                    i with
                    {
                        Rows = i.Rows.Select(r => r with { Series = Rounded(r.Series, 3) }).ToEquatableList(),
                    }
                )
                .ToEquatableList(),
            Sources = imported
                .Sources.Select(s => s with { Note = $"{s.Note} Rounded to three decimals of a kilotonne." })
                .Append(Tracker with { Note = TrackerNotes.GetValueOrDefault(name) })
                .Concat(ByHand(name))
                .ToEquatableList(),
        };

        foreach (var (path, bytes) in PlanText.Files(sample))
        {
            Golden.Match(Encoding.UTF8.GetString(bytes.Span), $"../../../samples/{name}/{path}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_Folder_ReadsWithoutAFault(string name)
    {
        var files = PlanDirectory.Read(Repository.Path($"samples/{name}"));
        var reading = PlanReader.Read(files.Files);

        Assert.Empty(files.Diagnostics);
        Assert.Empty(reading.Diagnostics);
        var version = Assert.Single(Assert.Single(reading.Plan.Targets).Versions);
        Assert.InRange(version.NetZeroYear!.Value, 2028, 2038);
        Assert.NotNull(reading.Plan.FindSource(version.Source));
        var inventory = Assert.Single(reading.Plan.Inventories);
        Assert.Equal(16, inventory.Rows[0].Series.NumberYears.Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_StatedTotals_AreTheSumOfTheirRoundedParts(string name)
    {
        var rows = PlanReader
            .Read(PlanDirectory.Read(Repository.Path($"samples/{name}")).Files)
            .Plan.Inventories[0]
            .Rows;
        foreach (var total in rows.Where(r => r.Role == RowRole.StatedTotal))
        {
            var parts = rows.Where(r =>
                    r.Role == RowRole.Part
                    && (total.Category == "total" || GpcTable.IsWithin(r.Category!, total.Category!))
                )
                .ToList();
            foreach (var year in total.Series.NumberYears)
            {
                Assert.Equal(
                    Number(total.Series[year]),
                    parts.Sum(p => Number(p.Series[year])),
                    0.0005 * (parts.Count + 1)
                );
            }
        }
    }

    /// <summary>Sources of what was read by hand beside the two publishers' files: they stand after those.</summary>
    private static IEnumerable<Source> ByHand(string name) =>
        PlanReader.Read(PlanDirectory.Read(Repository.Path($"samples/{name}")).Files).Plan.Sources.Skip(2);

    private static double Number(Cell cell) => cell.TryGetNumber(out var number) ? number : 0;

    private static YearSeries Rounded(YearSeries series, int decimals) =>
        new(
            series.Unit,
            series.Cells.Select(c =>
                c with
                {
                    Cell = c.Cell.TryGetNumber(out var n) ? Cell.Of(Math.Round(n, decimals)) : c.Cell,
                }
            )
        );
}
