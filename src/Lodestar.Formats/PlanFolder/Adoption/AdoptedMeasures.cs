// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Declarations;
using Lodestar.Planning.Adoption;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Model;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanFolder.Adoption;

/// <summary>A measure of the library that a plan has taken over.</summary>
/// <param name="Measure">It in the plan.</param>
/// <param name="Effect">What it does beside all other measures; null where the model cannot say.</param>
/// <param name="Observed">What was counted of it, beside what was expected; empty where nothing was.</param>
public sealed record AdoptedMeasure(
    ReportedMeasure Measure,
    AnnouncedEffect? Effect,
    IReadOnlyList<ExpectedAndObserved> Observed
)
{
    /// <summary>All that a plan has taken over.</summary>
    /// <param name="files">The plan's files.</param>
    /// <param name="plan">What was read from them.</param>
    /// <param name="model">Its model, checked.</param>
    /// <returns>In the order of the plan; empty where its model is at fault.</returns>
    public static IReadOnlyList<AdoptedMeasure> Of(PlanFiles files, Plan plan, CheckedModel model)
    {
        if (model.Model is not { } bound)
        {
            return [];
        }

        var planned = PlanAdoption.Planned(plan, model);
        var counted = MeasureObservations.Read(files).Rows.ToLookup(r => r.Measure, StringComparer.Ordinal);
        return
        [
            .. plan
                .Measures.Where(m => m.AdoptedFrom is not null)
                .Select(m =>
                {
                    var effect = AnnouncedEffect.OfMeasure(bound, planned, m.Id);
                    return new AdoptedMeasure(
                        m,
                        effect,
                        effect is null
                            ? []
                            :
                            [
                                .. counted[m.Id]
                                    .Select(r => ExpectedAndObserved.Of(r, m.AdoptedFrom!, Ramp(model, m.Id), effect)),
                            ]
                    );
                }),
        ];
    }

    /// <summary>The year in which a measure begins: the one it states, else the one where its ramp does; null where neither is stated.</summary>
    /// <param name="measure">A measure of the plan.</param>
    /// <param name="model">The plan's model, sound or not: only what its files state is read.</param>
    public static int? BeginOf(ReportedMeasure measure, CheckedModel model) =>
        measure.StartYear ?? (Stated(model, measure.Id) is { } stated ? ModelMeasure.RampOf(stated).From : null);

    private static MeasureText? Stated(CheckedModel model, string measure)
    {
        var id = measure.Replace('-', '_');
        return model.Text?.Measures.FirstOrDefault(m => m.Id.Text == id);
    }

    private static (int From, int To)? Ramp(CheckedModel model, string measure)
    {
        var ramp = Stated(model, measure)?.Ramp;
        return
            int.TryParse(ramp?.From?.Text, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(ramp?.To?.Text, CultureInfo.InvariantCulture, out var to)
            ? (from, to)
            : null;
    }
}
