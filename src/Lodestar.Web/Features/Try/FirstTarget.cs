// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Try;

/// <summary>A simple net-zero target, as a form asks for it: enough for a first verdict.</summary>
internal sealed record FirstTarget(
    int NetZeroYear,
    int BaseYear,
    int? MilestoneYear,
    double? MilestoneCut,
    DateOnly Stated
)
{
    public const string File = "targets.yaml";
    private const int FirstYear = 1850;
    private const int LastYear = 2150;

    /// <summary>The target, or what is wrong with the form in the reader's words.</summary>
    public static (FirstTarget? Target, EquatableList<Diagnostic> Faults) Read(IFormCollection form, DateOnly today)
    {
        var faults = new List<Diagnostic>();
        var zero = Year(form, "net-zero", faults, required: true);
        var basis = Year(form, "base", faults, required: true);
        var milestone = Year(form, "milestone", faults, required: false);
        var cut = Cut(form, milestone, faults);
        var stated = Date(form, today, faults);
        if (faults.Count == 0 && zero <= basis)
        {
            faults.Add(
                Fault("LS5512", Message.Of("web.fault.zero-before-base", ("zero", zero ?? 0), ("base", basis ?? 0)))
            );
        }

        if (faults.Count == 0 && milestone is { } year && (year <= basis || year >= zero))
        {
            faults.Add(Fault("LS5513", Message.Of("web.fault.milestone-outside", ("year", year))));
        }

        return faults.Count > 0
            ? (null, faults.ToEquatableList())
            : (new FirstTarget(zero!.Value, basis!.Value, milestone, cut, stated), EquatableList<Diagnostic>.Empty);
    }

    /// <summary>The folder with this target in it; a target file that is there already is replaced.</summary>
    public PlanFiles AddTo(PlanFiles files) => files.With(File, Encoding.UTF8.GetBytes(ToYaml()));

    private string ToYaml()
    {
        var milestones = MilestoneYear is { } year
            ? Line($"        milestones:\n          - {{id: m{year}, year: {year}, cut: {MilestoneCut} %}}\n")
            : "";
        return Line(
                $"""
                targets:
                  - id: net-zero
                    title: Net zero
                    versions:
                      - id: net-zero-{Stated:yyyy}
                        kind: base-year
                        stated: {Stated:yyyy-MM-dd}
                        form: proposed
                        base_year: {BaseYear}

                """
            )
            + milestones
            + Line($"        net_zero_year: {NetZeroYear}\n");
    }

    private static string Line(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture).ReplaceLineEndings("\n");

    private static int? Year(IFormCollection form, string field, List<Diagnostic> faults, bool required)
    {
        var text = form[field].ToString().Trim();
        if (text.Length == 0 && !required)
        {
            return null;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear
        )
        {
            return year;
        }

        faults.Add(Fault("LS5510", Message.Of("web.fault.year", ("field", Message.Of($"web.try.{field}"))), text));
        return null;
    }

    private static double? Cut(IFormCollection form, int? milestone, List<Diagnostic> faults)
    {
        var text = form["cut"].ToString().Replace("%", "", StringComparison.Ordinal).Replace(',', '.').Trim();
        if (milestone is null && text.Length == 0)
        {
            return null;
        }

        if (
            milestone is not null
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and <= 100
        )
        {
            return percent;
        }

        faults.Add(Fault("LS5511", Message.Of("web.fault.cut"), text));
        return null;
    }

    private static DateOnly Date(IFormCollection form, DateOnly today, List<Diagnostic> faults)
    {
        var text = form["stated"].ToString().Trim();
        if (text.Length == 0)
        {
            return today;
        }

        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date <= today
        )
        {
            return date;
        }

        faults.Add(Fault("LS5514", Message.Of("web.fault.date"), text));
        return today;
    }

    private static Diagnostic Fault(string id, Message reason, string? text = null) =>
        new(id, Severity.Error, Place.Folder, reason, Message.Of("web.fault.again")) { Text = text };
}
