// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Scenarios;
using Lodestar.Web.Components.Scenarios;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Scenarios;

/// <summary>Scenarios as tables for machines; nothing is rounded but what must add up.</summary>
public static class ScenariosCsv
{
    internal static readonly string[] Head = ["scenario", "kind", "year", "unit", "amount", "p05", "p50", "p95"];
    internal static readonly string[] ComparedHead = ["from", "to", "by", "key", "unit", "a", "b", "difference"];

    internal static readonly string[] ChangeHead =
    [
        "from",
        "to",
        "sector",
        "unit",
        "before",
        "activity",
        "mix",
        "intensity",
        "other",
        "after",
    ];

    /// <summary>A row a scenario and year.</summary>
    public static string Write(ScenarioView? view) => CsvLines.Write(Head, Rows(view));

    /// <summary>A row a line of the comparison; the key of what no line of the model counts is blank.</summary>
    public static string Write(ScenarioComparisonContract compared) => CsvLines.Write(ComparedHead, Rows(compared));

    /// <summary>A row a sector, and one for all; the sector of what no line of the model counts is blank.</summary>
    public static string Write(ScenarioChangeContract change) => CsvLines.Write(ChangeHead, Rows(change));

    internal static IEnumerable<object?[]> Rows(ScenarioChangeContract change)
    {
        foreach (var row in change.Sectors)
        {
            yield return Row(row.Sector, row);
        }

        if (change.Total is { } total)
        {
            yield return Row("total", total);
        }

        object?[] Row(string? sector, ChangeRowContract row) =>
            [
                change.From,
                change.To,
                sector,
                change.Unit,
                row.Before,
                row.Activity,
                row.Mix,
                row.Intensity,
                row.Other,
                row.After,
            ];
    }

    internal static IEnumerable<object?[]> Rows(ScenarioView? view) =>
        from run in view?.Outlook.Runs ?? []
        from index in Enumerable.Range(0, run.Path.Length)
        let band = run.Bands.IsEmpty ? null : run.Bands[index]
        select new object?[]
        {
            run.Case.Id,
            run.Case.Kind == ScenarioKind.NotStated ? null : run.Case.Kind.ToString(),
            run.FirstYear + index,
            view!.Outlook.Model.Unit.Symbol,
            run.Path[index],
            band?.P05,
            band?.P50,
            band?.P95,
        };

    internal static IEnumerable<object?[]> Rows(ScenarioComparisonContract compared)
    {
        foreach (var years in compared.Years)
        {
            yield return Row(years, "total", years.Total);
            foreach (var row in years.Sectors)
            {
                yield return Row(years, "sector", row);
            }

            foreach (var row in years.Gases)
            {
                yield return Row(years, "gas", row);
            }
        }

        foreach (var item in compared.Cost?.Items ?? [])
        {
            yield return
            [
                compared.Cost!.From,
                compared.Cost.To,
                "cost",
                item.Id,
                "M" + item.Unit,
                item.SumBefore,
                item.Sum,
                item.Extra,
            ];
        }

        object?[] Row(ComparedYearsContract years, string by, ComparedRowContract row) =>
            [
                years.From,
                years.To,
                by,
                by == "gas" && row.Key is "" ? "CO2e" : row.Key,
                compared.Unit,
                row.A,
                row.B,
                row.Difference,
            ];
    }
}
