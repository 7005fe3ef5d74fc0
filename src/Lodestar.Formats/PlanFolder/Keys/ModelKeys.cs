// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of the files of model/, of modules, and of the levers in measures/.</summary>
internal static class ModelKeys
{
    public static readonly IReadOnlyList<string> Operations = ["add", "scale", "replace", "shift", "floor", "cap"];
    public static readonly IReadOnlyList<string> Between = ["linear", "step", "growth"];
    public static readonly IReadOnlyList<string> Kinds = ["total", "intensity"];
    public static readonly IReadOnlyList<string> Shapes = ["linear", "s-curve", "step"];
    public static readonly IReadOnlyList<string> Grades = ["observed", "reported", "estimated", "default", "modelled"];

    public static readonly KeyTable Time = new(
        "time",
        "The years of the model.",
        new PlanKey("from", ValueForm.Year, "The first year.", "2005") { Required = true },
        new PlanKey("to", ValueForm.Year, "The last year.", "2050") { Required = true }
    );

    public static readonly KeyTable Axis = new(
        "axis",
        "A named list of labels.",
        new PlanKey("labels", ValueForm.Labels, "The labels in their order.", "[electricity, gas, oil]")
        {
            Required = true,
        },
        new PlanKey("sets", ValueForm.LabelSets, "Names for some of the labels.", "{fossil: [gas, oil]}"),
        new PlanKey(
            "to",
            ValueForm.LabelMaps,
            "For another axis, which of its labels each label belongs to.",
            "{scope: {gas: direct, oil: direct, electricity: bought}}"
        )
    );

    public static readonly KeyTable Stock = new(
        "stock",
        "What changes a stock from year to year.",
        new PlanKey("initial", ValueForm.Formula, "What stood in the first year.", "5000 ha"),
        new PlanKey("inflow", ValueForm.Formula, "What comes in, a year.", "planting"),
        new PlanKey("outflow", ValueForm.Formula, "What goes, a year.", "felling"),
        new PlanKey("decay", ValueForm.Formula, "The share that is lost, a year.", "0.09 1/yr"),
        new PlanKey("life", ValueForm.Formula, "How long each year's inflow stands.", "weibull(15 yr, 3.2)"),
        new PlanKey(
            "survival",
            ValueForm.Shares,
            "Shares of an inflow that still stand, by age; instead of life.",
            "{0: 1, 10: 0.8, 20: 0}"
        ),
        new PlanKey(
            "ages",
            ValueForm.Shares,
            "Ages of what stood in the first year: steady, or shares by age.",
            "steady"
        )
    );

    public static readonly KeyTable Variable = new(
        "variable",
        "One quantity of the model: its unit, and one of value, data and stock.",
        new PlanKey("title", ValueForm.Text, "What it is, for people.", "Heated floor area"),
        new PlanKey("unit", ValueForm.Text, "The unit of its values.", "GWh/yr"),
        new PlanKey(
            "value",
            ValueForm.Values,
            "A number, a distribution or a formula; or values by label and year.",
            "floor_area * heat_need"
        ),
        new PlanKey(
            "initial",
            ValueForm.Formula,
            "The value of the first year, where it is another one.",
            "100 GWh/yr"
        ),
        new PlanKey("data", ValueForm.Path, "A table of this folder.", "data/population.csv"),
        new PlanKey(
            "between",
            ValueForm.Choice,
            "What stands between the years of a table; linear when left out.",
            "step"
        )
        {
            Choices = Between,
        },
        new PlanKey("before", ValueForm.Formula, "What stands before a table's first year: hold.", "hold"),
        new PlanKey(
            "after",
            ValueForm.Formula,
            "What follows a table's last year: hold, trend or grow.",
            "grow(0.6 %/yr)"
        ),
        new PlanKey("absent", ValueForm.Formula, "What a cell is that a table does not give.", "0"),
        new PlanKey("kind", ValueForm.Choice, "Whether it adds up; told by its unit when left out.", "total")
        {
            Choices = Kinds,
        },
        new PlanKey("sums_to_one", ValueForm.Text, "The axis over which its values are shares of one whole.", "fuel"),
        new PlanKey("range", ValueForm.Pair, "The least and the greatest value of a lever.", "[0, 60 %]"),
        new PlanKey("fitted", ValueForm.Flag, "yes when its value was fitted, and may be fitted again.", "yes"),
        new PlanKey("vary", ValueForm.Labels, "Axes over which an uncertain value is drawn anew.", "[district]"),
        new PlanKey("stock", ValueForm.Map, Stock.Description) { Keys = Stock },
        new PlanKey("source", ValueForm.Text, "Id of a source.", "city-energy-2024"),
        new PlanKey("grade", ValueForm.Choice, "How good the figure is.", "estimated") { Choices = Grades },
        new PlanKey("category", ValueForm.Text, "The category of the inventory it is counted in.", "I.1"),
        new PlanKey("outcome", ValueForm.Flag, "yes when it is an answer of the model.", "yes")
    );

    public static readonly KeyTable Ramp = new(
        "ramp",
        "When an effect comes.",
        new PlanKey("from", ValueForm.Year, "The last year without effect.", "2026"),
        new PlanKey("to", ValueForm.Year, "The first year of the whole effect.", "2038"),
        new PlanKey("until", ValueForm.Year, "The last year of the effect; for ever when left out.", "2045"),
        new PlanKey("shape", ValueForm.Choice, "How it grows; linear when left out.", "s-curve") { Choices = Shapes }
    );

    private static readonly PlanKey EffectOf = new("of", ValueForm.Text, "The variable that it changes.", "heat_share")
    {
        Required = true,
    };

    private static readonly PlanKey Amount = new(
        "amount",
        ValueForm.Formula,
        "How much: what is added, the factor, the new value, the share that moves, the least or the most.",
        "80 %"
    )
    {
        Required = true,
    };

    private static readonly PlanKey[] EffectRest =
    [
        new("where", ValueForm.Formula, "Labels that it is limited to.", "era in old"),
        new("ramp", ValueForm.Map, "Instead of the measure's own.") { Keys = Ramp },
    ];

    public static readonly KeyTable Effect = new(
        "operation",
        "A change of one variable.",
        [EffectOf, Amount, .. EffectRest]
    );

    public static readonly KeyTable Shift = new(
        "shift",
        "A share of an activity that moves from some labels to another one.",
        [
            EffectOf,
            new PlanKey("from", ValueForm.Labels, "The labels that it leaves.", "[gas, oil]"),
            new PlanKey("to", ValueForm.Text, "The label that it goes to.", "electricity"),
            Amount,
            .. EffectRest,
        ]
    );

    private static readonly PlanKey[] OperationKeys =
    [
        new("shift", ValueForm.Map, Shift.Description, "{of: heat_share, from: [gas], to: electricity, amount: 80 %}")
        {
            Keys = Shift,
        },
        new("scale", ValueForm.Map, "Multiplies a variable by the amount.", "{of: heat_need, amount: 0.7}")
        {
            Keys = Effect,
        },
        new("add", ValueForm.Map, "Adds the amount to a variable.", "{of: trees, amount: 500 ha}") { Keys = Effect },
        new("replace", ValueForm.Map, "Puts the amount in the place of a variable.", "{of: speed, amount: 30 km/h}")
        {
            Keys = Effect,
        },
        new(
            "floor",
            ValueForm.Map,
            "Keeps a variable from falling below the amount.",
            "{of: price, amount: 50 EUR_2020/t}"
        )
        {
            Keys = Effect,
        },
        new(
            "cap",
            ValueForm.Map,
            "Keeps a variable from rising above the amount.",
            "{of: heat_need, amount: 60 kWh/(m2 yr)}"
        )
        {
            Keys = Effect,
        },
    ];

    public static readonly KeyTable Operation = new("effects", "One operation of several.", OperationKeys);

    /// <summary>What makes a measure a lever of the model, beside its other keys.</summary>
    public static readonly PlanKey[] LeverKeys =
    [
        .. OperationKeys,
        new("effects", ValueForm.List, "Several operations.") { Keys = Operation },
        new("ramp", ValueForm.Map, Ramp.Description) { Keys = Ramp },
        new("cost", ValueForm.Named, "Variables of the measure itself, such as what it costs.", "{life: 18 yr}")
        {
            Keys = Variable,
            Short = ValueForm.Formula,
        },
        new("active", ValueForm.Flag, "no when it is off unless switched on.", "no"),
    ];

    public static readonly KeyTable Measure = new(
        "measure",
        "A lever of the model: one operation or several, and when they come.",
        [
            new PlanKey("title", ValueForm.Text, "What it is, for people.", "Heat pumps"),
            .. LeverKeys,
            new PlanKey("controller", ValueForm.Text, "Who decides on it.", "private"),
            new PlanKey("source", ValueForm.Text, "Id of a source."),
        ]
    );

    public static readonly KeyTable Correlation = new(
        "correlation",
        "Uncertain variables that move together.",
        new PlanKey("between", ValueForm.Labels, "The variables.", "[rent, wages]") { Required = true },
        new PlanKey("is", ValueForm.Formula, "The rank correlation, from -1 to 1.", "0.6") { Required = true }
    );

    public static readonly KeyTable Fit = new(
        "fit",
        "A variable that is brought near what was observed, and judged by years that are held out.",
        new PlanKey("of", ValueForm.Text, "The variable that is computed.", "emissions.homes") { Required = true },
        new PlanKey("to", ValueForm.Text, "The variable that holds what was observed.", "observed.homes")
        {
            Required = true,
        },
        new PlanKey("from", ValueForm.Year, "The first year that is fitted; the model's first when left out.", "2005"),
        new PlanKey("until", ValueForm.Year, "The last year that is fitted; the model's last when left out.", "2017"),
        new PlanKey("test", ValueForm.Year, "The last year that is held out, to judge the model by.", "2020"),
        new PlanKey(
            "weight",
            ValueForm.Formula,
            "How much it counts beside other fits: 1 when left out, 0 not at all.",
            "0"
        )
    );

    public static readonly KeyTable Use = new(
        "module",
        "A model used inside this one, under a name of its own.",
        new PlanKey("model", ValueForm.Text, "A module of the library, or of model/modules/.", "buildings@1")
        {
            Required = true,
        },
        new PlanKey("with", ValueForm.Settings, "Formulas for variables of the module.", "{people: population}")
    );

    public static readonly KeyTable Model = new(
        "model",
        "A model in the plan language, or a part of one.",
        new PlanKey("model", ValueForm.Text, "The model's name.", "lindholm"),
        new PlanKey("title", ValueForm.Text, "What it is, for people.", "Lindholm to 2050"),
        new PlanKey("time", ValueForm.Map, Time.Description, "{from: 2005, to: 2050}") { Keys = Time },
        new PlanKey("axes", ValueForm.Named, "Named lists of labels.", "{fuel: [electricity, gas]}")
        {
            Keys = Axis,
            Short = ValueForm.Labels,
        },
        new PlanKey("variables", ValueForm.Named, "The quantities.", "{population: 71000 person}")
        {
            Keys = Variable,
            Short = ValueForm.Formula,
        },
        new PlanKey("measures", ValueForm.Named, "What could be done.") { Keys = Measure },
        new PlanKey("correlations", ValueForm.List, "Uncertain variables that move together.") { Keys = Correlation },
        new PlanKey("uses", ValueForm.Named, "Modules that the model is composed of.", "{homes: {model: buildings@1}}")
        {
            Keys = Use,
            Short = ValueForm.Text,
        },
        new PlanKey("checks", ValueForm.Formulas, "Comparisons that must hold.", "[\"population > 0 person\"]"),
        new PlanKey("fits", ValueForm.List, "What is fitted to observations, and measured against them.")
        {
            Keys = Fit,
        },
        new PlanKey("sources", ValueForm.List, "Sources that the variables name, beside those of plan.yaml.")
        {
            Keys = PlanKeys.Source,
        }
    );
}
