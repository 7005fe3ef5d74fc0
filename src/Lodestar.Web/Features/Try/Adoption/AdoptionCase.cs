// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Adoption;
using Lodestar.Planning.Adoption;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;
using Lodestar.Units;
using Microsoft.AspNetCore.WebUtilities;

namespace Lodestar.Web.Features.Try.Adoption;

/// <summary>What an address or a form asks to be taken over, and into what.</summary>
/// <param name="Measure">Id of a measure of the library.</param>
/// <param name="Practice">Id of the practice it comes by.</param>
/// <param name="Plan">Id of a stored plan; or of one of a draft.</param>
/// <param name="Draft">Token of a draft; null for a stored plan.</param>
/// <param name="Effect">Percent, as written.</param>
/// <param name="Reach">Percent, as written.</param>
/// <param name="From">The last year without an effect, as written.</param>
/// <param name="Revision">The revision of the stored plan that was looked at, so that it is the one that is taken; of a draft, what its files are known by.</param>
public sealed record AdoptionAsk(
    string? Measure,
    string? Practice,
    string? Plan,
    string? Draft,
    string? Effect,
    string? Reach,
    string? From,
    string? Revision
)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    public static AdoptionAsk Of(Func<string, string?> value)
    {
        string? Text(string name) => value(name)?.Trim() is { Length: > 0 } text ? text : null;
        return new(
            Text("measure"),
            Text("practice"),
            Text("plan"),
            Text("draft"),
            Text("effect"),
            Text("reach"),
            Text("from"),
            Text("revision")
        );
    }

    /// <summary>What is asked for, as fields of a form, without what is not.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields =>
        new KeyValuePair<string, string?>[]
        {
            new("measure", Measure),
            new("practice", Practice),
            new("plan", Plan),
            new("draft", Draft),
            new("effect", Effect),
            new("reach", Reach),
            new("from", From),
            new("revision", Revision),
        }.Where(f => f.Value is not null);

    public string Address => QueryHelpers.AddQueryString("/adopt", Fields);

    /// <summary>The wish, as far as it can be understood: what cannot is as if it were not stated.</summary>
    public AdoptionWish Wish(LibraryMeasure measure, GoodPractice? practice, int thisYear) =>
        new(measure, YearOf(From) ?? thisYear + 1)
        {
            Practice = practice,
            Effect = ShareOf(Effect),
            Reach = ShareOf(Reach),
        };

    private static double? ShareOf(string? text) =>
        double.TryParse(
            text?.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var percent
        ) && percent is > 0 and <= 100
            ? percent / 100
            : null;

    private static int? YearOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= FirstYear and <= LastYear
            ? year
            : null;
}

/// <summary>A year of a preview: what the model says without and with the measure, and what is allowed.</summary>
/// <param name="Limit">In the unit of the model; null where no milestone is stated or it is in another unit.</param>
public sealed record AdoptionYear(int Year, double Without, double With, double? Limit, bool IsNetZero)
{
    public double Change => With - Without;
}

/// <summary>A plan with a measure tried out on it.</summary>
public sealed record AdoptionCase(
    AdoptionAsk Ask,
    LibraryMeasure Measure,
    GoodPractice? Practice,
    Plan Plan,
    PlanFiles Files,
    AdoptionWish Wish,
    AdoptionPreview Preview
)
{
    private static readonly Unit OneYear = Unit.Parse("yr");

    /// <summary>Milestones, the net-zero year, the year of the whole effect and the model's last, in order.</summary>
    public required IReadOnlyList<AdoptionYear> Years { get; init; }

    public static AdoptionCase Of(
        AdoptionAsk ask,
        LibraryMeasure measure,
        SharedLibrary library,
        PlanFiles files,
        DateOnly today
    )
    {
        var reading = PlanReader.Read(files, library);
        var practice =
            library.FindPractice(ask.Practice) is { } named && named.Measure?.Id == measure.Id ? named : null;
        var wish = ask.Wish(measure, practice, today.Year);
        var preview = PlanAdoption.Preview(files, reading.Plan, wish);
        return new AdoptionCase(ask, measure, practice, reading.Plan, files, wish, preview)
        {
            Years = preview is { Effect: { } effect, Draft: { } draft }
                ? YearsOf(effect, reading.Plan, Assessor.Assess(reading.Plan, today), [draft.ToYear, effect.LastYear])
                : [],
        };
    }

    public static IReadOnlyList<AdoptionYear> YearsOf(
        AnnouncedEffect effect,
        Plan plan,
        PlanAssessment assessment,
        IEnumerable<int> more
    )
    {
        var stops = assessment.Milestones.GroupBy(m => m.Year).ToDictionary(g => g.Key, g => g.Last());
        var factor = assessment.Totals is { } totals
            ? CommonUnit.Factor(totals.Unit, effect.Outcome.Unit * OneYear, plan.GwpSet)
            : null;
        return
        [
            .. stops
                .Keys.Concat(more)
                .Where(y => y >= effect.FirstYear && y <= effect.LastYear)
                .Distinct()
                .Order()
                .Select(y => new AdoptionYear(
                    y,
                    effect.Without[y - effect.FirstYear],
                    effect.With[y - effect.FirstYear],
                    stops.TryGetValue(y, out var stop) && factor is { } times ? stop.Amount * times : null,
                    stops.TryGetValue(y, out var zero) && zero.IsNetZero
                )),
        ];
    }
}
