// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.NetZeroTracker;

/// <summary>
/// The targets of one row. An interim target is a milestone of the end target where both count from the same base year,
/// or the end target has none; else it is a target of its own, since one version has one base.
/// </summary>
internal sealed partial class NztTargets(NztRow row, string sourceId, DateOnly snapshot, DiagnosticBag faults)
{
    private const int LongestTitle = 300;

    private static readonly string[] CurrentMoney = ["nominal", "current"];

    private readonly NztWords _words = new(row, faults);

    /// <summary>One of the two targets of a row, with the numbers that can be used.</summary>
    private sealed record Part(string Prefix, NztGoal Goal, string Wording)
    {
        public int? Year { get; init; }
        public int? BaseYear { get; init; }
        public double? Cut { get; init; }
        public IntensityBasis? Basis { get; init; }
        public string? Text { get; init; }

        public TargetKind Kind =>
            Goal switch
            {
                NztGoal.BelowBaseline => TargetKind.BelowBaseline,
                NztGoal.Intensity => TargetKind.Intensity,
                _ => BaseYear is null ? TargetKind.FixedLevel : TargetKind.BaseYear,
            };
    }

    public EquatableList<Target> Read()
    {
        var (end, interim) = (PartOf("end_target"), PartOf("interim_target"));
        var targets = new List<Target>();
        if (end.Goal != NztGoal.None)
        {
            var joined = Joins(end, interim);
            targets.Add(TargetOf(end, joined ? interim : null));
            if (joined)
            {
                return targets.ToEquatableList();
            }
        }

        if (interim.Goal != NztGoal.None)
        {
            targets.Add(TargetOf(interim, null));
        }

        return targets.ToEquatableList();
    }

    private static bool Joins(Part end, Part interim) =>
        interim is { Cut: not null, Year: not null }
        && !(interim.Year > end.Year)
        && (
            (interim.Goal == NztGoal.Cut && end.Goal == NztGoal.Zero)
            || (interim.Goal == end.Goal && interim.BaseYear == end.BaseYear && interim.Year != end.Year)
        );

    private Part PartOf(string prefix)
    {
        var part = new Part(prefix, _words.Goal(prefix), row.Text(prefix));
        if (part.Goal == NztGoal.None)
        {
            return part;
        }

        part = part with
        {
            Year = row.Year($"{prefix}_year"),
            BaseYear = row.Year($"{prefix}_baseline_year"),
            Cut = CutOf(prefix),
            Text = row.Text($"{prefix}_other"),
        };
        part = Dated(part);
        if (part.Goal == NztGoal.Intensity)
        {
            // Without a basis nobody can say what is cut, so that no number of it is kept as one.
            part = BasisOf(prefix) is { } basis
                ? part with
                {
                    Basis = basis,
                }
                : part with
                {
                    Goal = NztGoal.Other,
                    Cut = null,
                };
        }

        if (part is { Goal: NztGoal.Cut or NztGoal.Intensity, Cut: { } cut, BaseYear: null })
        {
            faults.Add(ImportFaults.NztCutWithoutBase(row.PlaceOf($"{prefix}_baseline_year"), row.Name, cut));
            var words = $"{part.Wording}: {row.Text($"{prefix}_percentage_reduction")} %";
            part = part with { Goal = NztGoal.Other, Cut = null, Text = words };
        }

        NoteWhatIsNotTaken(part);
        return part;
    }

    private double? CutOf(string prefix)
    {
        var column = $"{prefix}_percentage_reduction";
        var percent = row.Number(column);
        if (percent is null or (> 0 and <= 200))
        {
            // Through decimal, since 68.8 / 100 is not 0.688 in binary.
            return percent is { } p ? (double)((decimal)p / 100) : null;
        }

        faults.Add(ImportFaults.NztNoCut(row.PlaceOf(column), row.Text(column)));
        return null;
    }

    /// <summary>A baseline is of the target's own year; a base year must lie before it.</summary>
    private Part Dated(Part part)
    {
        if (part.Goal == NztGoal.BelowBaseline)
        {
            return part with { BaseYear = null };
        }

        if (part.BaseYear is { } from && part.Year is { } to && to <= from)
        {
            faults.Add(ImportFaults.NztYearBeforeBase(row.PlaceOf($"{part.Prefix}_year"), row.Name, to, from));
            return part with { BaseYear = null, Cut = null, Year = part.Goal == NztGoal.Zero ? part.Year : null };
        }

        return part;
    }

    private IntensityBasis? BasisOf(string prefix)
    {
        var column = $"{prefix}_intensity_unit";
        var unit = row.Text(column);
        if (unit.Contains("capita", StringComparison.OrdinalIgnoreCase))
        {
            return IntensityBasis.Person;
        }

        if (unit.Contains("gdp", StringComparison.OrdinalIgnoreCase))
        {
            if (CurrentMoney.Any(w => unit.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                faults.Add(ImportFaults.NztCurrentMoney(row.PlaceOf(column), row.Name, unit));
                return null;
            }

            faults.Add(ImportFaults.NztMoneyOfNoYear(row.PlaceOf(column), row.Name, unit));
            return IntensityBasis.Gdp;
        }

        faults.Add(ImportFaults.NztNoBasis(row.PlaceOf(column), row.Name, unit));
        return null;
    }

    private void NoteWhatIsNotTaken(Part part)
    {
        foreach (var column in new[] { "baseline_emissions", "target_emissions", "bau_emissions" })
        {
            var name = $"{part.Prefix}_{column}";
            if (row.Text(name) is { Length: > 0 } text)
            {
                faults.Add(ImportFaults.NztLevelWithoutUnit(row.PlaceOf(name), row.Name, name, text));
            }
        }

        if (part.Goal == NztGoal.Zero && part.Year is null)
        {
            faults.Add(ImportFaults.NztZeroWithoutYear(row.PlaceOf($"{part.Prefix}_year"), row.Name, part.Wording));
        }

        if (part.Goal is NztGoal.Absolute or NztGoal.Other || NeedsNumbers(part))
        {
            faults.Add(ImportFaults.NztNoNumbers(row.PlaceOf(part.Prefix), row.Name, part.Wording));
        }

        if (part.Cut is null)
        {
            NotePercentages(part.Prefix);
        }
    }

    private static bool NeedsNumbers(Part part) =>
        part.Goal is NztGoal.Cut or NztGoal.BelowBaseline or NztGoal.Intensity
        && (part.Cut is null || part.Year is null);

    /// <summary>Shares that stand in free text may be of anything, so that they are shown and not taken.</summary>
    private void NotePercentages(string prefix)
    {
        foreach (var column in new[] { $"{prefix}_text", $"{prefix}_other" })
        {
            var found = Percentage()
                .Matches(row.Text(column))
                .Select(m => $"{m.Groups[1].Value} %")
                .Distinct()
                .ToArray();
            if (found.Length > 0)
            {
                faults.Add(ImportFaults.NztPercentInText(row.PlaceOf(column), row.Name, found));
            }
        }
    }

    private Target TargetOf(Part part, Part? stop)
    {
        var isEnd = part.Prefix == "end_target";
        var id =
            part.Goal == NztGoal.Zero ? "net-zero"
            : isEnd ? "end-target"
            : "interim-target";
        // The tracker's status and its date are those of the end target.
        var stated = isEnd ? StatedYear() : null;
        var year = stated ?? snapshot.Year;
        var first = stop ?? part;
        var version = new TargetVersion(
            string.Create(CultureInfo.InvariantCulture, $"{id}-{year}"),
            (part.Goal == NztGoal.Zero && stop is null ? part : first).Kind,
            row.Place
        )
        {
            Title = TitleOf(part),
            Stated = stated is { } y ? new DateOnly(y, 12, 31) : null,
            StatedYearOnly = stated is not null,
            Form = isEnd ? _words.Form("end_target_status") : LegalForm.NotStated,
            BaseYear = stop?.BaseYear ?? part.BaseYear,
            IntensityBasis = part.Basis ?? stop?.Basis,
            Milestones = new[] { stop, part }
                .Select(MilestoneOf)
                .OfType<Milestone>()
                .OrderBy(m => m.Year)
                .ToEquatableList(),
            NetZeroYear = part.Goal == NztGoal.Zero ? part.Year : null,
            Scope = NztTerms.Scope(row, _words),
            Credits = NztTerms.Credits(row, _words, faults),
            Statements = NztTerms.Statements(_words),
            Source = sourceId,
        };
        return new Target(id, EquatableList.Of(version)) { Title = part.Wording };
    }

    private Milestone? MilestoneOf(Part? part) =>
        part is { Cut: { } cut, Year: { } year } && part.Goal != NztGoal.Zero
            ? new Milestone(
                string.Create(CultureInfo.InvariantCulture, $"m{year}"),
                year,
                new Level.Cut(cut),
                row.PlaceOf($"{part.Prefix}_year")
            )
            {
                Source = sourceId,
            }
            : null;

    private int? StatedYear()
    {
        var year = row.Year("status_date");
        if (year <= snapshot.Year || year is null)
        {
            return year;
        }

        faults.Add(ImportFaults.NztStatedLater(row.PlaceOf("status_date"), row.Name, year.Value, snapshot.Year));
        return null;
    }

    /// <summary>What is left of a goal without numbers: its own words, and its year.</summary>
    private static string? TitleOf(Part part)
    {
        var text = part.Text ?? "";
        if (part.Goal is not (NztGoal.Other or NztGoal.Absolute))
        {
            return null;
        }

        var title = text.Length == 0 ? part.Wording : text;
        title = part.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{title} ({year})") : title;
        return title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, LongestTitle - 1), "…");
    }

    [GeneratedRegex(@"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per\s?cent)", RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();
}
