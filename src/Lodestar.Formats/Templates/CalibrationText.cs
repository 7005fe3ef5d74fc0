// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Planning.Templates;

namespace Lodestar.Formats.Templates;

/// <summary>Writes the model file that ties the lines to the inventory: activities, the years behind, residuals, the total.</summary>
internal sealed class CalibrationText(
    ObservedGroups observed,
    CalibrationNumbers numbers,
    string source,
    IReadOnlySet<string> read
)
{
    private static readonly string[] Kinds = ["scale", "activity"];

    private readonly StringBuilder _text = new();
    private readonly string _unit = $"kt {observed.Gas}/yr";

    /// <summary>The file; its tables are those of <see cref="Tables"/>.</summary>
    /// <param name="heading">Comment lines that say what it is.</param>
    /// <param name="scaled">Scales and activities of lines without emissions here that other files read.</param>
    public string File(IEnumerable<string> heading, IEnumerable<string> scaled)
    {
        foreach (var line in heading)
        {
            _text.Append("# ").Append(line.ReplaceLineEndings(" ")).Append('\n');
        }

        Line("variables:");
        foreach (var group in observed.Groups.Where(g => g.Lines.Count > 0))
        {
            Group(group);
        }

        foreach (var name in scaled)
        {
            Line(
                $"  {name}: {{title: Not in the inventory, unit: 1, kind: intensity, value: 1, source: unverified, grade: default}}"
            );
        }

        foreach (var group in observed.Groups.Where(g => g.Lines.Count == 0))
        {
            Line("  # No line of the template answers for these rows: they stand as the inventory has them.");
            Line(
                $"  residual.{group.Id}: {{title: {Quoted(group.Title.Text)}, unit: {_unit}, data: {TableOf(group)}, between: linear, before: hold, after: hold, {Provenance("reported")}{CategoryOf(group)}}}"
            );
        }

        Total();
        Fits();
        return _text.ToString();
    }

    /// <summary>The tables of what was observed, by path.</summary>
    public IEnumerable<(string Path, string Text)> Tables() =>
        observed
            .Groups.Where(g => g.Lines.Count == 0 || numbers.Histories.ContainsKey(g.Id))
            .Select(g =>
                (
                    TableOf(g),
                    "year,value\n" + string.Concat(g.Years.Select(y => $"{Year(y.Year)},{Number(y.Amount)}\n"))
                )
            );

    private void Line(string text) => _text.Append(text).Append('\n');

    private void Group(ObservedGroup group)
    {
        var (id, title) = (group.Id, group.Title.Text);
        var ratio = numbers.Ratios.GetValueOrDefault(id, 1);
        Line($"  # {title}");
        Line(
            $"  activity.{id}: {{title: {Quoted($"Activity of the default: {title}")}, unit: 1, kind: intensity, value: {Number(ratio)}, {Provenance("modelled")}}}"
        );
        if (group.Activity is not null)
        {
            Line(
                $"  factor.{id}: {{title: {Quoted($"Emission factor of the default: {title}")}, unit: 1, kind: intensity, value: {Number(numbers.Factors.GetValueOrDefault(id, 1))}, {Provenance("modelled")}}}"
            );
        }

        Line(
            $"  accuracy.{id}: {{title: {Quoted($"Accuracy of the inventory: {title}")}, unit: 1, kind: intensity, value: \"normal(1, {Number(Accuracy(group))})\", {AccuracySource(group)}}}"
        );
        if (numbers.Histories.TryGetValue(id, out var history))
        {
            var (low, high) = (0.0, 10 * Math.Max(1e-6, history.Level));
            Line(
                $"  level.{id}: {{title: {Quoted($"Level that the years behind give: {title}")}, unit: 1, kind: intensity, value: {Number(history.Level)}, range: [{Number(low)}, {Number(high)}], fitted: yes, {Provenance("modelled")}}}"
            );
            Line(
                $"  trend.{id}: {{title: {Quoted($"Yearly change in the years behind: {title}")}, unit: 1/yr, value: {Number(history.Trend)}, range: [-0.5, 0.5], fitted: yes, {Provenance("modelled")}}}"
            );
            Line(
                $"  history.{id}: {{title: {Quoted($"The years behind: {title}")}, unit: 1, kind: intensity, value: level.{id} * exp(trend.{id} * (year - {Year(observed.BaseYear)}) * 1 yr)}}"
            );
            Line(
                $"  scale.{id}: {{title: {Quoted($"Activity of the default by year: {title}")}, unit: 1, kind: intensity, value: \"(if year < {Year(observed.BaseYear)} then history.{id} else activity.{id}) * accuracy.{id}\"}}"
            );
            Line(
                $"  observed.{id}: {{title: {Quoted($"Observed: {title}")}, unit: {_unit}, data: {TableOf(group)}, between: linear, before: hold, after: hold, {Provenance("reported")}}}"
            );
            Line(
                $"  backcast.{id}: {{title: {Quoted($"As the fit has it: {title}")}, unit: {_unit}, value: {Emissions(group)} / scale.{id} * history.{id}}}"
            );
        }
        else
        {
            Line(
                $"  scale.{id}: {{title: {Quoted($"Activity of the default: {title}")}, unit: 1, kind: intensity, value: activity.{id} * accuracy.{id}}}"
            );
        }

        foreach (var line in group.Lines)
        {
            Aliases(line, id);
        }

        if (numbers.Residuals.TryGetValue(id, out var residual))
        {
            Line(
                $"  residual.{id}: {{title: {Quoted($"What the model does not explain: {title}")}, unit: {_unit}, value: \"if year < {Year(observed.BaseYear)} then 0 {_unit} else {Number(residual)} {_unit}\", {Provenance("modelled")}{CategoryOf(group)}}}"
            );
        }
    }

    /// <summary>What the line's own files read, where it is not the group's own; a line that buys power keeps its activity apart from the past of the grid.</summary>
    private void Aliases(TemplateLine line, string group)
    {
        var title = Quoted(line.Title.Text);
        if (line.Id != group)
        {
            foreach (var kind in Kinds.Where(k => read.Contains($"{k}.{line.Id}")))
            {
                Line($"  {kind}.{line.Id}: {{title: {title}, unit: 1, kind: intensity, value: {kind}.{group}}}");
            }
        }

        if (read.Contains($"past.{line.Id}"))
        {
            Line(
                $"  past.{line.Id}: {{title: {title}, unit: 1, kind: intensity, value: scale.{group} / activity.{group}}}"
            );
        }
    }

    private void Total()
    {
        var parts = observed
            .Groups.SelectMany(g => g.Lines)
            .Select(l => Calibrator.EmissionsOf(l.Id))
            .Concat(observed.Groups.Where(HasResidual).Select(g => $"residual.{g.Id}"));
        Line("  emissions.total:");
        Line("    title: All lines of the inventory");
        Line($"    unit: {_unit}");
        Line("    value: >-");
        _text.Append("      ").Append(string.Join("\n      + ", parts)).Append('\n');
        Line("    outcome: yes");
    }

    private void Fits()
    {
        if (numbers.Histories.Count == 0)
        {
            return;
        }

        Line("# The last three years are held out: the fit never reads them.");
        Line("fits:");
        foreach (var (id, history) in numbers.Histories)
        {
            var runs = HistoryRuns.Of(history.FittedYears).ToList();
            foreach (var (from, until) in runs)
            {
                var test = history.HeldOutYears.Count > 0 && until == runs[^1].Until ? TestOf(history, until) : null;
                var testing = test is { } last ? $", test: {Year(last)}" : "";
                Line(
                    $"  - {{of: backcast.{id}, to: observed.{id}, from: {Year(from)}, until: {Year(until)}{testing}}}"
                );
            }
        }
    }

    /// <summary>The last year held out; null where the years held out do not follow those that are fitted.</summary>
    private static int? TestOf(HistoryFit history, int until)
    {
        var test = history.HeldOutYears[^1];
        return test - until == history.HeldOutYears.Count ? test : null;
    }

    private bool HasResidual(ObservedGroup group) => group.Lines.Count == 0 || numbers.Residuals.ContainsKey(group.Id);

    private static string Emissions(ObservedGroup group)
    {
        var sum = string.Join(" + ", group.Lines.Select(l => Calibrator.EmissionsOf(l.Id)));
        return group.Lines.Count == 1 ? sum : $"({sum})";
    }

    /// <summary>Half of the stated 95 % interval, as a standard deviation; five per cent where none is stated.</summary>
    private static double Accuracy(ObservedGroup group) =>
        Stated(group) is { } stated ? Math.Round(stated / 1.96, 4) : 0.05;

    private static double? Stated(ObservedGroup group)
    {
        var year = group.Years[^1].Year;
        var parts = group
            .Rows.Select(r =>
                (
                    Amount: r.Series[year].TryGetNumber(out var n) ? Math.Abs(n) : 0,
                    r.Series.ProvenanceOf(year).Uncertainty
                )
            )
            .Where(p => p.Amount > 0)
            .ToList();
        return parts.Count > 0 && parts.All(p => p.Uncertainty is > 0)
            ? parts.Sum(p => p.Amount * p.Uncertainty!.Value) / parts.Sum(p => p.Amount)
            : null;
    }

    private string AccuracySource(ObservedGroup group) =>
        Stated(group) is null ? "source: unverified, grade: default" : Provenance("reported");

    private string Provenance(string grade) => $"source: {YamlWriter.Scalar(source, inFlow: true)}, grade: {grade}";

    private static string CategoryOf(ObservedGroup group) =>
        group.Category.Length > 0 ? $", category: {Quoted(group.Category)}" : "";

    private static string TableOf(ObservedGroup group) => $"data/observed-{group.Id}.csv";

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Quoted(string text) => YamlWriter.DoubleQuoted(text);
}
