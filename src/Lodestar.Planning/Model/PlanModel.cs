// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Explain;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Model;

/// <summary>A line of a model's emissions: a variable that states the category of the inventory it is counted in.</summary>
/// <param name="Variable">Emissions a year; its cells are added up.</param>
/// <param name="Category">"I.1", "ipcc2006:1.A.3".</param>
/// <param name="Gas">"CO2", "CH4"; null for CO2e.</param>
/// <param name="Factor">From the variable's unit to a year's amount in <see cref="PlanModel.Unit"/>.</param>
public sealed record EmissionLine(BoundVariable Variable, string Category, string? Gas, double Factor)
{
    /// <summary>"I" of "I.1"; the category itself in schemes without sectors.</summary>
    public string Sector => Categories.SectorOf(Category) ?? Category;
}

/// <summary>A measure of a model.</summary>
/// <param name="Id">As formulas name it: "heat_pumps".</param>
/// <param name="Text">What the model's files state.</param>
/// <param name="Switch">0 to 1: how much of it comes.</param>
/// <param name="Delay">Years by which it is late; null where nothing of it depends on years.</param>
public sealed record ModelMeasure(string Id, MeasureText Text, Parameter Switch, Parameter? Delay)
{
    public string Title => Text.Title?.Text ?? Id;

    public string? Controller => Text.Controller?.Text ?? Reported?.Controller;

    public string? Source => Text.Source?.Text ?? Reported?.Source;

    public MeasureStatus Status => Reported?.Status ?? MeasureStatus.NotStated;

    /// <summary>For how many years it stands still; null where nothing of it depends on years.</summary>
    public Parameter? Lateness { get; init; }

    /// <summary>The share of what is left of it that comes.</summary>
    public required Parameter Delivered { get; init; }

    /// <summary>What measures/ says of it beside the model; null when nothing.</summary>
    public ReportedMeasure? Reported { get; init; }

    /// <summary>The first and the last year of its ramps, as far as they are stated.</summary>
    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>The categories whose lines it changes, in the model's order.</summary>
    public EquatableList<string> Categories { get; init; } = EquatableList<string>.Empty;

    /// <summary>Whether a price that it states is in what the model says things cost.</summary>
    public bool IsPriced { get; init; }

    /// <summary>The first and the last year of a measure's ramps, as far as they are stated; no model needs to be sound for it.</summary>
    public static (int? From, int? To) RampOf(MeasureText stated)
    {
        var ramps = stated.Effects.Select(e => e.Ramp ?? stated.Ramp).OfType<RampText>().ToList();
        return (ramps.Select(r => YearOf(r.From ?? r.To)).Min(), ramps.Select(r => YearOf(r.To ?? r.From)).Max());
    }

    private static int? YearOf(Lodestar.Formula.Text.Piece? piece) =>
        int.TryParse(piece?.Text.Trim(), System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
}

/// <summary>A number of the model that anyone may move.</summary>
/// <param name="Parameter">With its range.</param>
/// <param name="Variable">The variable that states it.</param>
/// <param name="Categories">The categories whose lines it changes.</param>
public sealed record ModelLever(Parameter Parameter, BoundVariable Variable, EquatableList<string> Categories)
{
    public string Title => Variable.Title ?? Variable.Name;
}

/// <summary>A plan's model as its scenarios use it: which answer is the emissions, their lines, measures and levers.</summary>
public sealed class PlanModel
{
    private static readonly Unit OneYear = Unit.Parse("yr");

    private PlanModel(BoundModel model, ModelText text, BoundVariable emissions, Unit unit, double factor)
    {
        (Model, Text, Emissions, Unit, Factor) = (model, text, emissions, unit, factor);
    }

    public BoundModel Model { get; }

    public ModelText Text { get; }

    /// <summary>The answer that is the place's emissions a year.</summary>
    public BoundVariable Emissions { get; }

    /// <summary>The unit of a year's emissions: "kt CO2e".</summary>
    public Unit Unit { get; }

    /// <summary>From the unit of <see cref="Emissions"/> to <see cref="Unit"/>.</summary>
    public double Factor { get; }

    public ImmutableArray<EmissionLine> Lines { get; private init; } = [];

    public ImmutableArray<ModelMeasure> Measures { get; private init; } = [];

    public ImmutableArray<ModelLever> Levers { get; private init; } = [];

    /// <summary>Answers in money a year: each total before its parts.</summary>
    public ImmutableArray<CostItem> Costs { get; private init; } = [];

    public int FirstYear => Model.FirstYear;

    public int LastYear => Model.FirstYear + Model.YearCount - 1;

    /// <summary>Finds a measure by its id, with hyphens or underlines.</summary>
    public ModelMeasure? Measure(string id)
    {
        var name = id.Replace('-', '_');
        return Measures.FirstOrDefault(m => m.Id == name);
    }

    /// <summary>Reads a model as one of a place's emissions.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="model">Its model, checked.</param>
    /// <param name="text">What the model's files state.</param>
    /// <param name="unit">The unit of the inventory it stands beside; null for the model's own.</param>
    /// <returns>Null where no answer is emissions a year in that unit.</returns>
    public static PlanModel? Of(Plan plan, BoundModel model, ModelText text, Unit? unit = null)
    {
        var answer = ModelAnswers.Of(model).FirstOrDefault(ModelAnswers.IsEmissions);
        if (answer is null)
        {
            return null;
        }

        var year = answer.Unit * OneYear;
        if (CommonUnit.Factor(year, unit ??= year.Simplify(), plan.GwpSet) is not { } factor)
        {
            return null;
        }

        var lines = LinesOf(plan, model, answer, unit).ToImmutableArray();
        var read = ModelGraph.Of(model).Links;
        var links = read.ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        var reach = new Reach(links, lines);
        var costs = CostItem.Of(
            model,
            read.Where(l => !l.IsEarlier).ToLookup(l => l.From, l => l.To, StringComparer.Ordinal)
        );
        var prices = costs.IsEmpty ? [] : CostItem.Reads(links, costs);
        return new PlanModel(model, text, answer, unit, factor)
        {
            Lines = lines,
            Measures = [.. MeasuresOf(plan, model, text, reach, prices)],
            Levers =
            [
                .. model
                    .Parameters.Where(p => p is { IsInput: true, IsFitted: false, Low: not null, High: not null })
                    .Select(p => (Parameter: p, Variable: model.Find(p.Name)))
                    .Where(p => p.Variable is not null)
                    .Select(p => new ModelLever(p.Parameter, p.Variable!, reach.From(p.Variable!.Name))),
            ],
            Costs = costs,
        };
    }

    private static IEnumerable<EmissionLine> LinesOf(Plan plan, BoundModel model, BoundVariable answer, Unit unit)
    {
        var needed = model.Only([answer]).Strata.SelectMany(s => s).ToHashSet();
        foreach (var variable in model.Variables.Where(v => v.Category is not null && needed.Contains(v)))
        {
            var mass = variable.Unit * OneYear;
            if (CommonUnit.Factor(mass, unit, plan.GwpSet) is { } factor)
            {
                var gas = mass.Dimension.TryGetGasMass(out var one) ? one.Id : null;
                yield return new EmissionLine(variable, variable.Category!, gas, factor);
            }
        }
    }

    private static IEnumerable<ModelMeasure> MeasuresOf(
        Plan plan,
        BoundModel model,
        ModelText text,
        Reach reach,
        HashSet<string> prices
    )
    {
        foreach (var parameter in model.Parameters.Where(p => p.IsSwitch))
        {
            var id = parameter.Name["measures.".Length..];
            if (text.Measures.FirstOrDefault(m => m.Id.Text == id) is not { } stated)
            {
                // The measures of a module stand under its name and belong to it.
                continue;
            }

            var (from, to) = ModelMeasure.RampOf(stated);
            Parameter? Of(ParameterRole role, string ending) =>
                model.Parameters.FirstOrDefault(p => p.Role == role && p.Name == parameter.Name + ending);
            yield return new ModelMeasure(id, stated, parameter, Of(ParameterRole.Delay, ".delay"))
            {
                Lateness = Of(ParameterRole.Lateness, ".late"),
                Delivered = Of(ParameterRole.Delivered, ".delivered")!,
                Reported = plan.Measures.FirstOrDefault(m => m.Id.Replace('-', '_') == id),
                From = from,
                To = to,
                Categories = reach.From(parameter.Name),
                IsPriced = stated.Variables.Any(v => prices.Contains($"{parameter.Name}.{v.Name.Text}")),
            };
        }
    }

    /// <summary>Which lines each name of the model leads to.</summary>
    private sealed class Reach(ILookup<string, string> links, ImmutableArray<EmissionLine> lines)
    {
        public EquatableList<string> From(string name)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal) { name };
            var waiting = new Stack<string>([name]);
            while (waiting.TryPop(out var at))
            {
                foreach (var next in links[at].Where(reached.Add))
                {
                    waiting.Push(next);
                }
            }

            return lines
                .Where(l => reached.Contains(l.Variable.Name))
                .Select(l => l.Category)
                .Distinct(StringComparer.Ordinal)
                .ToEquatableList();
        }
    }
}
