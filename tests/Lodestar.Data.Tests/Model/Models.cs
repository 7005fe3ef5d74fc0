// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Data.Tests.Model;

/// <summary>Small models for tests.</summary>
internal static class Models
{
    /// <summary>A model with every key of a model file.</summary>
    public const string Everything = """
        model: lindholm
        title: Lindholm to 2050
        time: {from: 2005, to: 2050}
        axes:
          fuel: [electricity, district_heat, gas, oil]
          era: {labels: [old, new], sets: {all_old: [old], all: [old, new]}, to: {period: {old: past, new: future}}}
          period: [past, future]
        variables:
          population: {unit: person, data: data/people.csv, between: linear, before: hold, after: grow(0.6 %/yr), source: census}
          floor_area: {title: Floor area, unit: m2, value: 41 m2/person * population, kind: total}
          heat_need: {unit: kWh/(m2 yr), value: "normal(112, 8)", source: survey, grade: estimated, vary: [era]}
          heat_share[fuel]: {unit: 1, value: {electricity: 0.2, district_heat: 0.5, gas: 0.25, oil: 0.05}, sums_to_one: fuel}
          factor[ fuel , era ]:
            unit: g CO2e/kWh
            value: {gas: {old: {2020: 200, 2030: 190}}}
            between: step
            absent: 0
          cars[fuel]: {unit: vehicle, stock: {initial: 1000, inflow: sales, life: "weibull(15 yr, 3.2)", ages: steady}}
          trucks: {unit: vehicle, stock: {initial: 5, inflow: 1 1/yr, survival: {0: 1, 10: 0}, ages: {0: 0.5, 5: 0.5}}}
          soil: {unit: t, initial: 10 t, value: previous(soil) * 0.9, stock: {initial: 1, decay: 0.1 1/yr, outflow: 1}}
          efficiency: 0.9
          sales: 70 vehicle/yr
          heat_use[fuel]:
            unit: GWh/yr
            value: floor_area * heat_need
              * heat_share
              / efficiency
          emissions.heat[fuel]: {unit: kt CO2e/yr, value: heat_use * factor, category: I.1, outcome: yes}
          saving: {unit: 1, value: 20 %, range: [0, 60 %], fitted: yes}
        fits: [{of: emissions.heat, to: heat_use, from: 2005, until: 2017, test: 2020, weight: 0}]
        correlations: [{between: [heat_need, saving], is: 0.6}]
        uses:
          homes: {model: flats, with: {people: population / 2}}
          others: flats
        checks: ["sum(emissions.heat over fuel) >= 0 kt CO2e/yr"]
        measures:
          heat_pumps:
            title: Heat pumps
            shift: {of: heat_share, from: [gas, oil], to: electricity, amount: 80 %, where: fuel in fossil}
            ramp: {from: 2026, to: 2038, until: 2049, shape: s-curve}
            cost: {capex: "triangular(900, 1135, 1400) EUR_2020/kW", life: {unit: yr, value: 18}}
            controller: private
            source: survey
            active: no
          both:
            effects:
              - scale: {of: heat_need, amount: 0.7, ramp: {from: 2030, to: 2030, shape: step}}
              - cap: {of: sales, amount: 50 vehicle/yr}
        sources:
          - {id: survey, title: A survey}
          - {id: census, title: The census}

        """;

    public const string Flats = """
        model: flats
        variables:
          people: 100 person
        """;

    public const string People = """
        year,value
        2005,61000
        "2020","71000"
        """;

    public static PlanFiles Plan { get; } =
        new([
            .. Plans.Good,
            .. Plans.Files(
                ("model/city.yaml", Everything),
                ("model/modules/flats.yaml", Flats),
                ("data/people.csv", People)
            ),
        ]);

    /// <summary>A model read from one file's text and tables beside it.</summary>
    public static ModelReading Of(string text, params (string Path, string Text)[] beside) =>
        ModelReader.ReadFile(Plans.Files([("city.yaml", text), .. beside]), "city.yaml");

    /// <summary>The text that stands at a place of a file, as long as the piece.</summary>
    public static string InFile(string text, Piece piece)
    {
        var line = text.Split('\n')[piece.Line - 1];
        return line.Substring(piece.Column - 1, Math.Min(piece.Text.Length, line.Length - piece.Column + 1));
    }

    public static VariableText Variable(this ModelReading reading, string name) =>
        Assert.Single(reading.Model!.Variables, v => v.Name.Text == name);

    /// <summary>The model of a text that has no fault.</summary>
    public static BoundModel Sound(string text, params (string Path, string Text)[] beside)
    {
        var model = CheckedModel.Of(Of(text, beside));
        Assert.Equal("", Said(model.Diagnostics));
        return model.Model!;
    }

    /// <summary>The values of a variable in the central run, by year and cell.</summary>
    public static double[] Values(this BoundModel model, string name)
    {
        var central = new double[Lanes.ParameterCells(model)];
        foreach (var (parameter, offset) in model.Parameters.Zip(Lanes.Offsets(model)))
        {
            central.AsSpan(offset, parameter.Cells).Fill(parameter.Central);
        }

        return InterpretedRun.Of(model, central).Values(model.Find(name)!).ToArray();
    }

    /// <summary>The one thing that is said of a model: its place, its id and its reason.</summary>
    public static string OneFault(string text, params (string Path, string Text)[] beside)
    {
        var fault = Assert.Single(CheckedModel.Of(Of(text, beside)).Diagnostics);
        return $"{fault.Place} {fault.Id}: {Texts.Catalog.Render(fault.Reason)}";
    }

    /// <summary>A text without the « that marks a place of it, and the place.</summary>
    public static (string Text, string Place) Marked(string text)
    {
        var before = text[..text.IndexOf('«', StringComparison.Ordinal)];
        var column = before.Length - before.LastIndexOf('\n');
        return (
            text.Replace("«", "", StringComparison.Ordinal),
            $"city.yaml:{before.Count(c => c == '\n') + 1}:{column}"
        );
    }

    public static string Said(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics.Select(Texts.Of));

    /// <summary>Every piece of a model, however deep.</summary>
    public static IEnumerable<Piece> Pieces(object? part) =>
        part switch
        {
            null or string => [],
            Piece piece => [piece],
            System.Collections.IEnumerable list => list.Cast<object>().SelectMany(Pieces),
            System.Runtime.CompilerServices.ITuple tuple => Enumerable
                .Range(0, tuple.Length)
                .SelectMany(i => Pieces(tuple[i])),
            _ when part.GetType().Namespace == typeof(ModelText).Namespace => part.GetType()
                .GetProperties()
                .Where(p => p.GetIndexParameters().Length == 0)
                .SelectMany(p => Pieces(p.GetValue(part))),
            _ => [],
        };

    public static string Dump(object? part, string indent = "")
    {
        var text = new StringBuilder();
        foreach (var property in part!.GetType().GetProperties().Where(p => p.Name != "EqualityContract"))
        {
            var value = property.GetValue(part);
            switch (value)
            {
                case null or false or "":
                case System.Collections.ICollection { Count: 0 }:
                    break;
                case Piece piece:
                    text.Append(indent).Append(property.Name).Append(": ").Append(Written(piece)).Append('\n');
                    break;
                case System.Collections.IEnumerable list:
                    text.Append(indent).Append(property.Name).Append(":\n");
                    foreach (var item in list)
                    {
                        text.Append(Item(item, indent + "  "));
                    }

                    break;
                case System.Runtime.CompilerServices.ITuple tuple:
                    text.Append(indent).Append(property.Name).Append(":\n").Append(Item(tuple, indent + "  "));
                    break;
                case true:
                    text.Append(indent).Append(property.Name).Append('\n');
                    break;
                default:
                    text.Append(indent).Append(property.Name).Append(":\n").Append(Dump(value, indent + "  "));
                    break;
            }
        }

        return text.ToString();
    }

    private static string Item(object item, string indent) =>
        item switch
        {
            Piece piece => $"{indent}{Written(piece)}\n",
            System.Runtime.CompilerServices.ITuple tuple => string.Concat(
                Enumerable.Range(0, tuple.Length).Select(i => Item(tuple[i]!, indent + (i == 0 ? "" : "  ")))
            ),
            System.Collections.IEnumerable row => row.Cast<object>().FirstOrDefault() is Piece
                ? $"{indent}{string.Join(" | ", row.Cast<Piece>().Select(Written))}\n"
                : string.Concat(row.Cast<object>().Select(r => Item(r, indent))),
            _ => $"{indent}-\n{Dump(item, indent + "  ")}",
        };

    private static string Written(Piece piece) =>
        $"{piece.Text.Replace("\n", "⏎", StringComparison.Ordinal)} @{piece.File}:{piece.Line}:{piece.Column}{piece.Cell}";
}
