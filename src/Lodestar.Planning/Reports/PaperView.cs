// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.Reports;

/// <summary>A plan's scenarios as a paper shows them, all in the unit of its model.</summary>
/// <param name="Outlook">The scenarios, run.</param>
/// <param name="Promise">Null where nothing is promised, or the model counts something else than the target.</param>
/// <param name="Date">The day of the assessment.</param>
internal sealed record PaperView(PlanOutlook Outlook, ModelPromise? Promise, DateOnly Date)
{
    private const int MostStops = 4;

    // The largest number of a table has four digits that count.
    private const int Digits = 4;

    public string Unit => Outlook.Model.Unit.Display;

    /// <summary>The year that sums begin with.</summary>
    public int From => Math.Clamp(Date.Year, Outlook.Model.FirstYear, Outlook.Model.LastYear);

    public int LastYear => Outlook.Model.LastYear;

    /// <summary>Whether odds may be said as percentages (DESIGN §5).</summary>
    public bool IsFirm => Outlook.Trust is { IsFirm: true };

    /// <summary>What is promised for years ahead that the model has: the next ones and the last.</summary>
    public IReadOnlyList<PromisedStop> Stops
    {
        get
        {
            var ahead = (Promise?.Stops ?? EquatableList<PromisedStop>.Empty)
                .Where(s => s.Year >= Date.Year && s.Year >= Outlook.Model.FirstYear && s.Year <= LastYear)
                .ToList();
            return ahead.Count <= MostStops ? ahead : [.. ahead.Take(MostStops - 1), ahead[^1]];
        }
    }

    /// <summary>The years that tables have: those of the stops, else the last of the model.</summary>
    public IReadOnlyList<int> Years => Stops.Count > 0 ? [.. Stops.Select(s => s.Year).Distinct()] : [LastYear];

    public static PaperView? Of(PaperInput input) =>
        input.Outlook is { } outlook
            ? new PaperView(outlook, ModelPromise.Of(outlook, input.Plan, input.Assessment), input.Assessment.Date)
            : null;

    /// <summary>How many decimals a table has whose largest amount is this.</summary>
    public static int Decimals(double largest) => Series.Rounding.Figures(largest, Digits);

    public Message Name(ScenarioRun run) => ScenarioWords.Name(Outlook.Set, run.Case);

    public string MeasureTitle(string id) => Outlook.Model.Measure(id)?.Title ?? id;
}
