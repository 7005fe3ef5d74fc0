// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Control;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;

namespace Lodestar.Web.Features.Asks;

/// <summary>What a place asks of others.</summary>
public sealed record AsksContract(string PlanId, string Revision, IReadOnlyList<AskContract> Asks);

/// <summary>One ask.</summary>
/// <param name="Level">Of the addressee.</param>
/// <param name="Place">Code or id of the place that the addressee governs.</param>
/// <param name="Since">"2022" where the year alone is known, else a day.</param>
/// <param name="Unlocks">By year, in the unit that the plan states; a year without a figure is absent.</param>
/// <param name="Unit">Null where nothing is stated.</param>
/// <param name="Stands">False once refused or withdrawn.</param>
public sealed record AskContract(
    string Id,
    string Title,
    string? Description,
    string? Addressee,
    ControlLevel Level,
    string? Place,
    AskInstrument Instrument,
    AskStatus Status,
    bool Stands,
    string? Since,
    IReadOnlyList<string> Measures,
    IReadOnlyList<string> Sectors,
    IReadOnlyDictionary<int, double> Unlocks,
    string? Unit,
    ValueKind Kind,
    IReadOnlyList<string> Allies,
    string? Source
)
{
    internal static AskContract From(Ask ask) =>
        new(
            ask.Id,
            ask.Title,
            ask.Description,
            ask.Addressee,
            ask.AddresseeLevel,
            ask.AddresseePlace,
            ask.Instrument,
            ask.Status,
            ask.Stands,
            ask.Since is not { } since ? null
                : ask.SinceYearOnly ? FormattableString.Invariant($"{since.Year}")
                : FormattableString.Invariant($"{since:yyyy-MM-dd}"),
            ask.Measures,
            ask.Sectors,
            ask.Unlocks?.NumberYears.ToDictionary(y => y, y => ask.Unlocks[y].TryGetNumber(out var n) ? n : 0) ?? [],
            ask.Unlocks?.Unit.Symbol,
            ask.Kind,
            ask.Allies,
            ask.Source
        );
}

/// <summary>Who controls what a place plans.</summary>
/// <param name="Year">The year whose cuts are compared; null where measures are counted.</param>
/// <param name="Unit">Of the cuts; null where measures are counted.</param>
/// <param name="Powers">Powers as the plan states them.</param>
public sealed record ControlContract(
    string PlanId,
    string Revision,
    DateOnly Date,
    Verdict Verdict,
    MessageContract Sentence,
    int? Year,
    string? Unit,
    IReadOnlyList<HeldPowerContract> Powers,
    IReadOnlyList<MeasureControlContract> Measures
)
{
    internal static ControlContract From(PlaceControl place, MessageCatalog texts)
    {
        var finding = place.Open.Assessment.FindingOf("control");
        return new(
            place.Open.Revision.PlanId,
            place.Open.Revision.Id,
            place.Open.Assessment.Date,
            finding.Verdict,
            MessageContract.From(finding.Sentence, texts),
            place.Cuts.Year,
            place.Cuts.Unit?.Symbol,
            [.. place.Plan.Powers.Select(p => new HeldPowerContract(p.Power, p.Held, p.Holder, p.HolderLevel))],
            [.. place.Measures.Select(m => MeasureControlContract.From(m, place.Cuts))]
        );
    }
}

public sealed record HeldPowerContract(string Power, Stated Held, string? Holder, ControlLevel HolderLevel);

/// <summary>Who controls a measure.</summary>
/// <param name="Control">own, shared, others or not-stated.</param>
/// <param name="Cut">In the unit of the whole; null without a figure for the year.</param>
/// <param name="Holders">Who else decides.</param>
/// <param name="Influence">The firmest hold that the place still has.</param>
/// <param name="Asks">Ids of the standing asks that it waits for.</param>
public sealed record MeasureControlContract(
    string Measure,
    string Title,
    ControlVerdict Control,
    double? Cut,
    IReadOnlyList<PowerNeedContract> Requires,
    string? Controller,
    IReadOnlyList<ControlHolder> Holders,
    Influence Influence,
    IReadOnlyList<string> Asks
)
{
    internal static MeasureControlContract From(PlannedCut cut, PlannedCuts cuts) =>
        new(
            cut.Measure.Id,
            cut.Measure.Title,
            cut.Control.Verdict,
            cuts.Unit is null || double.IsNaN(cut.Weight) ? null : cut.Weight,
            [
                .. cut.Control.Needs.Select(n => new PowerNeedContract(
                    n.Requirement.Power,
                    n.Requirement.Whole,
                    n.Requirement.Mandatory,
                    n.Verdict
                )),
            ],
            cut.Measure.Controller,
            cut.Control.Holders,
            cut.Control.Influence,
            [.. cut.Asks.Select(a => a.Id)]
        );
}

public sealed record PowerNeedContract(string Power, bool Whole, bool Mandatory, ControlVerdict Control);

/// <summary>The asks of an alliance, summed for one year in tonnes of CO2e with overlap removed.</summary>
/// <param name="Members">Places that belong to it.</param>
/// <param name="Planned">Members with a plan.</param>
/// <param name="Asking">Members whose plan states an ask.</param>
/// <param name="Tonnes">The whole; null where no standing ask states tonnes for the year.</param>
/// <param name="Granted">What of the whole is granted already.</param>
/// <param name="Open">What of it nobody has granted yet.</param>
/// <param name="Overlap">What the rows add up to beyond the whole.</param>
/// <param name="Fallen">Refused and withdrawn: they unlock nothing.</param>
public sealed record AllianceAsksContract(
    string Alliance,
    int Members,
    int Planned,
    int Asking,
    int? Year,
    double? Tonnes,
    double? Granted,
    double? Open,
    double Overlap,
    IReadOnlyList<KindTonnesContract> Kinds,
    IReadOnlyList<AddresseeContract> Rows,
    IReadOnlyList<SummedAskContract> Fallen
)
{
    internal static AllianceAsksContract From(AllianceAsks asks) =>
        new(
            asks.Alliance.Id,
            asks.Inputs.Members,
            asks.Inputs.Planned,
            asks.Inputs.Asking,
            asks.Total.Year,
            asks.Total.Tonnes,
            asks.Total.Granted,
            asks.Total.Open,
            asks.Total.Overlap,
            [.. asks.Total.Kinds.Select(KindTonnesContract.From)],
            [.. asks.Total.Rows.Select(AddresseeContract.From)],
            [
                .. asks.Total.Fallen.Select(f =>
                    SummedAskContract.From(
                        new SummedAsk(
                            f,
                            asks.Total.Year is { } year ? f.In(year) : null,
                            0,
                            AskEntry.Fallen,
                            Planning.Diagnostics.EquatableList<string>.Empty
                        )
                    )
                ),
            ]
        );
}

public sealed record KindTonnesContract(ValueKind Kind, double Tonnes, int Asks)
{
    internal static KindTonnesContract From(KindTonnes kind) => new(kind.Kind, kind.Tonnes, kind.Asks);
}

/// <summary>The asks to one addressee for one instrument.</summary>
/// <param name="Granted">What of the row's tonnes is granted already.</param>
/// <param name="Open">What of them nobody has granted yet.</param>
/// <param name="NoFigure">Asks that state no tonnes for the year.</param>
public sealed record AddresseeContract(
    string? Addressee,
    ControlLevel Level,
    string? Place,
    AskInstrument Instrument,
    double? Tonnes,
    double? Granted,
    double? Open,
    int NoFigure,
    IReadOnlyList<KindTonnesContract> Kinds,
    IReadOnlyList<SummedAskContract> Asks
)
{
    internal static AddresseeContract From(AddresseeSum row) =>
        new(
            row.Addressee,
            row.Level,
            row.AddresseePlace,
            row.Instrument,
            row.Tonnes,
            row.Granted,
            row.Open,
            row.NoFigure,
            [.. row.Kinds.Select(KindTonnesContract.From)],
            [.. row.Asks.Select(SummedAskContract.From)]
        );
}

/// <summary>An ask in the sum.</summary>
/// <param name="Tonnes">As stated for the year.</param>
/// <param name="Added">What of it enters its row, after overlap.</param>
/// <param name="Entry">counted, no-figure, same-measure, in-parent or fallen.</param>
public sealed record SummedAskContract(
    string PlanId,
    string Ask,
    string Title,
    AskStatus Status,
    double? Tonnes,
    ValueKind Kind,
    double Added,
    AskEntry Entry
)
{
    internal static SummedAskContract From(SummedAsk ask) =>
        new(ask.Ask.PlaceId, ask.Ask.Id, ask.Ask.Title, ask.Ask.Status, ask.Tonnes, ask.Ask.Kind, ask.Added, ask.Entry);
}
