// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads targets.yaml.</summary>
internal sealed class TargetsReader(YamlFile file, Plan plan, PlanUnits units)
{
    private readonly HashSet<string> _sources = [.. plan.Sources.Select(s => s.Id)];
    private readonly HashSet<string> _inventories = [.. plan.Inventories.Select(i => i.Id)];

    public EquatableList<Target> Read() =>
        PlanYamlReader.Root(file, PlanKeys.Targets) is { } root
            ? new Identified<Target>(file, "targets").Read(root, TargetOf)
            : EquatableList<Target>.Empty;

    private Target TargetOf(MapReader item, string id)
    {
        var versions = new Identified<TargetVersion>(file, "versions").Read(item, VersionOf);
        if (versions.Count == 0 && item.Has("versions"))
        {
            item.Fault(Faults.NoVersion, "versions");
        }

        return new Target(id, versions) { Title = item.Text("title") };
    }

    private TargetVersion VersionOf(MapReader item, string id)
    {
        var stated = item.DateOrYear("stated");
        var version = new TargetVersion(id, KindOf(item), item.Place)
        {
            Title = item.Text("title"),
            Stated = stated?.Date,
            StatedYearOnly = stated?.YearOnly ?? false,
            Form = item.Choice("form") is { } form ? (LegalForm)(form + 1) : LegalForm.NotStated,
            BaseYear = item.Year("base_year"),
            BaseLevel = item.Emission("base_level", units),
            Inventory = item.Reference("inventory", Faults.UnknownInventory, _inventories),
            Scope = item.Submap("scope") is { } scope ? ScopeOf(scope) : new TargetScope(),
            NetZeroYear = item.Year("net_zero_year"),
            Residual = item.Level("residual", units),
            Path = item.Submap("path") is { } path ? PathOf(path) : null,
            ReviewYears = item.SpanYears("review", units),
            IndependentOversight = item.Answer("independent_oversight"),
            Reason = item.Text("reason"),
            Source = item.Reference("source", Faults.UnknownSource, _sources),
        };
        if (!item.Has("stated"))
        {
            item.Fault(Faults.VersionUndated, "stated");
        }

        var baseYear = version.BaseYear ?? plan.BaseYear;
        if (version.NetZeroYear < baseYear)
        {
            item.Fault(Faults.BeforeBaseYear, "net_zero_year", ("base", baseYear.Value));
            version = version with { NetZeroYear = null };
        }

        version = version with { Milestones = MilestonesOf(item, baseYear, version.NetZeroYear) };
        if (baseYear is null && version.BaseLevel is null && NeedsBase(version))
        {
            item.Fault(Faults.NoBaseYear, "base_year");
        }

        return version;
    }

    private static bool NeedsBase(TargetVersion version) =>
        version.Kind == TargetKind.BaseYear
        || version.Residual is Level.Cut
        || version.Milestones.Any(m => m.Level is Level.Cut);

    /// <summary>A version that does not say its kind shows it in its numbers.</summary>
    private static TargetKind KindOf(MapReader item) =>
        item.Choice("kind") is { } kind ? (TargetKind)kind
        : item.Has("base_year") || item.Has("base_level") ? TargetKind.BaseYear
        : TargetKind.FixedLevel;

    private static TargetScope ScopeOf(MapReader scope) =>
        new()
        {
            Sectors = PlanLists.Sectors(scope, "sectors"),
            Gases = PlanLists.Gases(scope, "gases"),
            Scopes = PlanLists.Scopes(scope, "scopes"),
            InternationalTransport = scope.Answer("international_transport"),
            Credits = scope.Answer("credits"),
            SeparateRemovals = scope.Answer("separate_removals"),
        };

    private EquatableList<Milestone> MilestonesOf(MapReader version, int? baseYear, int? zeroYear)
    {
        var years = new HashSet<int>();
        var last = int.MinValue;
        var milestones = new Identified<Milestone>(file, "milestones").Read(
            version,
            (item, id) =>
            {
                var level = MapReader.LevelOrCut(item, units);
                var source = item.Reference("source", Faults.UnknownSource, _sources);
                if (item.Year("year") is not { } year || !IsPossible(item, year, baseYear, years))
                {
                    return null;
                }

                if (year > zeroYear)
                {
                    item.Fault(Faults.MilestoneAfterZero, "year", ("zero", zeroYear.Value));
                }

                if (year < last)
                {
                    item.Fault(Faults.MilestoneOrder, "year", ("before", last));
                }

                last = Math.Max(last, year);
                return level is null ? null : new Milestone(id, year, level, item.Place) { Source = source };
            }
        );
        return milestones.OrderBy(m => m.Year).ToEquatableList();
    }

    private static bool IsPossible(MapReader item, int year, int? baseYear, HashSet<int> years)
    {
        if (!years.Add(year))
        {
            item.Fault(Faults.MilestoneTwice, "year");
            return false;
        }

        if (year < baseYear)
        {
            item.Fault(Faults.BeforeBaseYear, "year", ("base", baseYear.Value));
            return false;
        }

        return true;
    }

    private YearSeries? PathOf(MapReader path)
    {
        var unit = path.EmissionUnit("unit", units);
        var cells = new Dictionary<int, YearCell>();
        foreach (var (key, value) in path.Pairs("values", ValueForm.YearNumbers))
        {
            if (!PlanNumbers.TryReadYear(key.Value, out var year))
            {
                file.Fault(Faults.BadYear, key, null, MapReader.YearBounds);
            }
            else if (PlanNumbers.TryRead(value.Value, out var number))
            {
                cells[year] = new YearCell(year, Cell.Of(number));
            }
            else if (PlanNumbers.LooksGrouped(value.Value))
            {
                file.Fault(Faults.GroupedNumber, value, PlanNumbers.Ungrouped(value.Value));
            }
            else if (!value.IsNothing)
            {
                file.Fault(Faults.BadNumber, value);
            }
        }

        return unit is null || cells.Count == 0 ? null : new YearSeries(unit, cells.Values);
    }
}
