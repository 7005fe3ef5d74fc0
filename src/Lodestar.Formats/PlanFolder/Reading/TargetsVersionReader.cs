// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads one version of a target.</summary>
internal sealed class TargetsVersionReader(YamlFile file, Plan plan, PlanUnits units)
{
    private readonly HashSet<string> _sources = [.. plan.Sources.Select(s => s.Id)];
    private readonly HashSet<string> _inventories = [.. plan.Inventories.Select(i => i.Id)];

    public TargetVersion Read(MapReader item, string id)
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
            IntensityBasis = item.Choice("per") is { } per ? (IntensityBasis)per : null,
            BaseIntensity = item.Intensity("base_intensity", units),
            Inventory = item.Reference("inventory", Faults.UnknownInventory, _inventories),
            Scope = item.Submap("scope") is { } scope ? TargetsParts.Scope(scope) : new TargetScope(),
            Baseline = item.Submap("baseline") is { } baseline ? YearNumbers.Read(baseline, units) : null,
            NetZeroYear = item.Year("net_zero_year"),
            Residual = item.Level("residual", units, isResidual: true),
            Removals = TargetsParts.Positive(item, "removals", units),
            Credits = item.Submap("credits") is { } credits ? TargetsParts.Credits(credits) : new CreditTerms(),
            Path = item.Submap("path") is { } path ? YearNumbers.Read(path, units) : null,
            ReviewYears = item.SpanYears("review", units),
            IndependentOversight = item.Answer("independent_oversight"),
            Statements = item.Submap("statements") is { } said ? TargetsParts.Statements(said) : new TargetStatements(),
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

        version = version with
        {
            Budget = item.Submap("budget") is { } budget ? TargetsParts.Budget(budget, units, baseYear) : null,
            Milestones = MilestonesOf(item, baseYear, version.NetZeroYear),
        };
        if (baseYear is null && version is { BaseLevel: null, BaseIntensity: null } && NeedsBase(version))
        {
            item.Fault(Faults.NoBaseYear, "base_year");
        }

        ReportKind(item, version);
        return version;
    }

    /// <summary>A cut needs its reference; what lies below a baseline needs no base year.</summary>
    private static bool NeedsBase(TargetVersion version) =>
        version.Kind == TargetKind.BaseYear
        || (
            version.Kind != TargetKind.BelowBaseline
            && (
                version.Residual is Level.Cut
                || version.Milestones.Any(m => m.Level is Level.Cut || m.Conditional is Level.Cut)
            )
        );

    /// <summary>A version that does not say its kind shows it in its numbers.</summary>
    private static TargetKind KindOf(MapReader item) =>
        item.Choice("kind") is { } kind ? (TargetKind)kind
        : item.Has("budget") ? TargetKind.Budget
        : item.Has("per") || item.Has("base_intensity") ? TargetKind.Intensity
        : item.Has("baseline") ? TargetKind.BelowBaseline
        : item.Has("base_year") || item.Has("base_level") ? TargetKind.BaseYear
        : TargetKind.FixedLevel;

    /// <summary>What a kind lacks, and what stands there that belongs to another.</summary>
    private static void ReportKind(MapReader item, TargetVersion version)
    {
        var kind = TargetKeys.Kinds[(int)version.Kind];
        if (version.Kind == TargetKind.Budget && !item.Has("budget"))
        {
            item.Fault(Faults.KindWithoutPart, "kind", ("kind", kind), ("part", "budget"));
        }

        foreach (var (part, of) in Parts)
        {
            if (version.Kind != of && item.Has(part))
            {
                item.Fault(Faults.PartOfOtherKind, part, ("kind", kind), ("part", part));
            }
        }

        var intensities = version
            .Milestones.SelectMany(m => new[] { m.Level, m.Conditional })
            .Append(version.Residual)
            .OfType<Level.PerUnit>()
            .Select(p => p.Amount)
            .Concat(version.BaseIntensity is { } atBase ? [atBase] : [])
            .ToList();
        if (version.Kind == TargetKind.Intensity && version.IntensityBasis is null && intensities.Count == 0)
        {
            item.Fault(Faults.IntensityWithoutBasis, "kind");
        }

        var basis = version.IntensityBasis;
        var other = intensities.Find(i => basis is not null && IntensityUnits.BasisOf(i.Unit) != basis);
        if (other.Unit is not null && other != default && basis is { } stated)
        {
            var (first, second) = (TargetKeys.Bases[(int)stated], TargetKeys.Bases[1 - (int)stated]);
            item.Fault(Faults.BasisDiffers, "per", ("stated", first), ("unit", second));
        }
    }

    private static IEnumerable<(string Key, TargetKind Kind)> Parts =>
        [
            ("per", TargetKind.Intensity),
            ("base_intensity", TargetKind.Intensity),
            ("baseline", TargetKind.BelowBaseline),
        ];

    private EquatableList<Milestone> MilestonesOf(MapReader version, int? baseYear, int? zeroYear)
    {
        var years = new HashSet<int>();
        var last = int.MinValue;
        var milestones = new Identified<Milestone>(file, "milestones").Read(
            version,
            (item, id) =>
            {
                var level = MapReader.LevelOrCut(item, units);
                var conditional = item.Level("conditional", units);
                var condition = item.Text("condition");
                var source = item.Reference("source", Faults.UnknownSource, _sources);
                if (condition is not null && !item.Has("conditional"))
                {
                    item.Fault(Faults.ConditionAlone, "condition");
                }

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
                return level is null
                    ? null
                    : new Milestone(id, year, level, item.Place)
                    {
                        Source = source,
                        Conditional = conditional,
                        Condition = condition,
                    };
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
}
