// SPDX-License-Identifier: Apache-2.0
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Model;

public sealed class ModelReaderTests
{
    [Fact]
    public void Read_EveryKey_SaysWhatStandsThere()
    {
        var reading = ModelReader.Read(Models.Plan);

        Assert.Empty(reading.Diagnostics);
        Golden.Match(Models.Dump(reading.Model), "Goldens/everything.txt");
    }

    [Fact]
    public void Read_EveryPiece_StandsWhereItSays()
    {
        var pieces = Models.Pieces(ModelReader.Read(Models.Plan).Model).Where(p => p.Text.Length > 0).ToList();

        Assert.True(pieces.Count > 150, $"{pieces.Count} pieces");
        Assert.All(
            pieces,
            piece =>
            {
                var file = Plans.Text(Models.Plan, piece.File);
                var first = piece.Text.Split('\n')[0];
                Assert.Equal(first, Models.InFile(file, piece)[..first.Length]);
            }
        );
    }

    [Fact]
    public void Everything_UsesEveryKeyOfTheTable()
    {
        var used = Tables(ModelKeys.Model).Where(t => t != PlanKeys.Source).SelectMany(t => t.Keys).Select(k => k.Name);

        Assert.All(
            used.Except(["data/", "add", "replace", "floor"]),
            key => Assert.Contains(key + ":", Models.Everything, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Docs_NameEveryKey()
    {
        var page = File.ReadAllText(Repository.Path("docs/plan-language.md"));

        Assert.All(
            Tables(ModelKeys.Model).SelectMany(t => t.Keys),
            key => Assert.Contains($"`{key.Name}`", page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ModelSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(ModelKeys.Model), "../../../schemas/model.schema.json");

    [Theory]
    [InlineData("value: a + oops * 2")]
    [InlineData("value: \"a + oops * 2\"")]
    [InlineData("value:     'a + oops * 2'   # why")]
    [InlineData("value: a\n      + oops * 2")]
    [InlineData("value: \"a\n      + oops * 2\"")]
    [InlineData("value: >\n      a\n      + oops * 2\n    unit: m2")]
    [InlineData("value: | # a comment\n\n      a\n        + oops * 2\n    unit: m2")]
    [InlineData("value: >-\n      a + \"gas\"\n      + oops * 2\n")]
    [InlineData("{value: a + oops * 2, unit: m2}")]
    [InlineData("{value: \"max(a, oops)\", unit: m2}")]
    public void Piece_AtAnOffset_IsTheTrueLineAndColumn(string how)
    {
        var text = how[0] == '{' ? $"variables:\n  x: {how}\n" : $"variables:\n  x:\n    {how}\n";
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var file = text.ReplaceLineEndings(lineEnd);

            var value = Models.Of(file).Variable("x").Value!;

            var (line, column) = value.At(value.Text.IndexOf("oops", StringComparison.Ordinal));
            Assert.Equal("oops", file.Split('\n')[line - 1].Substring(column - 1, 4));
        }
    }

    [Fact]
    public void Piece_WithEscapes_IsWhatItSays()
    {
        var reading = Models.Of(
            """
            variables:
              x: "2\t* \u0061"
              y: 'say ''gas'''
            """
        );

        Assert.Equal("2\t* a", reading.Variable("x").Value!.Text);
        Assert.Equal("say 'gas'", reading.Variable("y").Value!.Text);
        Assert.Equal((2, 6), (reading.Variable("x").Value!.Line, reading.Variable("x").Value!.Column));
    }

    [Fact]
    public void Read_ACommaInBraces_IsOneFaultAndTheWholeFormula()
    {
        var reading = Models.Of(
            """
            variables:
              a: {unit: m2, value: normal(112, 8), source: x}
              b: {value: weibull(15 yr, shape: 3.2), unit: m2}
              c: {value: {gas: normal(1, 8), oil: max(1, min(2, 3))}}
            checks: [max(1, 2) > 1, min(1, 2) < 3]
            """
        );

        Assert.Equal("normal(112, 8)", reading.Variable("a").Value!.Text);
        Assert.Equal("x", reading.Variable("a").Source!.Text);
        Assert.Equal("weibull(15 yr, shape: 3.2)", reading.Variable("b").Value!.Text);
        Assert.Equal("m2", reading.Variable("b").Unit!.Text);
        Assert.Equal(
            ["gas normal(1, 8)", "oil max(1, min(2, 3))"],
            reading.Variable("c").Data!.Rows.Select(r => string.Join(" ", r.Select(p => p.Text)))
        );
        Assert.Equal(["max(1, 2) > 1", "min(1, 2) < 3"], reading.Model!.Checks.Select(c => c.Text));
        Assert.Equal(6, reading.Diagnostics.Count);
        Assert.All(reading.Diagnostics, d => Assert.Equal("LS1210", d.Id));
        Assert.Equal(new Place("city.yaml", 2, 24), reading.Diagnostics[0].Place);
    }

    [Fact]
    public void Read_AParenthesisThatNeverCloses_KeepsTheOtherKeys()
    {
        var reading = Models.Of("variables:\n  a: {value: max(1 * b, unit: m2, source: x}\n");

        Assert.Equal("m2", reading.Variable("a").Unit!.Text);
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void Read_SeveralFiles_MakeOneModelInTheOrderOfTheirPaths()
    {
        var reading = ModelReader.Read(
            new PlanFiles([
                .. Plans.Good,
                .. Plans.Files(
                    ("model/b.yaml", "time: {from: 2010, to: 2030}\nvariables: {b: 1}\n"),
                    ("model/a.yaml", "time: {from: 2000, to: 2050}\nvariables: {a: 1}\n")
                ),
            ])
        );

        Assert.Equal(["a", "b"], reading.Model!.Variables.Select(v => v.Name.Text));
        Assert.Equal("2000", reading.Model.Time!.From.Text);
        Assert.Equal("glasgow", reading.Model.Name.Text);
        var fault = Assert.Single(reading.Diagnostics);
        Assert.Equal(("LS3602", "model/b.yaml"), (fault.Id, fault.Place.File));
    }

    [Fact]
    public void Read_MeasuresFile_TakesTheLeversAlone()
    {
        const string measures = """
            measures:
              - id: bus-lanes
                title: Bus lanes
                effect: {unit: kt CO2, values: {2030: 5}}
              - id: heat-pumps
                title: Heat pumps
                effect: {unit: kt CO2, values: {2030: 9}}
                shift: {of: share, from: gas, to: electricity, amount: 80 %}
                active: no
            """;
        var files = Models.Plan.With("measures/all.yaml", Plans.Bytes(measures));

        var levers = ModelReader.Read(files).Model!.Measures;
        var plan = PlanReader.Read(files);

        Assert.Equal(["heat_pumps", "both", "heat_pumps"], levers.Select(m => m.Id.Text));
        Assert.Equal(("measures/all.yaml", 5), (levers[2].Id.File, levers[2].Id.Line));
        Assert.False(levers[2].IsOn);
        Assert.Equal("gas", Assert.Single(levers[2].Effects[0].From).Text);
        Assert.Equal(["bus-lanes", "heat-pumps"], plan.Plan.Measures.Select(m => m.Id));
        Assert.Empty(plan.Diagnostics);
    }

    [Fact]
    public void Read_APlanWithoutModel_HasNone()
    {
        var reading = ModelReader.Read(Plans.Good);

        Assert.Null(reading.Model);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal("uk-la-2022", Assert.Single(reading.Sources).Id);
    }

    [Fact]
    public void Read_ATable_HasItsCells()
    {
        var data = ModelReader.Read(Models.Plan).Variable("population").Data!;

        Assert.Equal(["year", "value"], data.Heading!.Value.Select(p => p.Text));
        Assert.Equal(new Piece("data/people.csv", 3, 2, "2020", "A3"), data.Rows[1][0]);
        Assert.Equal(new Piece("data/people.csv", 3, 9, "71000", "B3"), data.Rows[1][1]);
        Assert.Equal("model/city.yaml", data.Where.File);
    }

    [Fact]
    public void Read_FaultyModel_ReportsEachFaultOnce()
    {
        var reading = Models.Of(
            """
            modle: x
            time: 2005
            axes:
              fuel: {lables: [a]}
              era: [[a]]
              ok: [a, b]
            variables:
              heat[fuel: {unit: m2, value: 1}
              x[]: 1
              y]: 1
              z[a,]: 1
              list: [1, 2]
              a: {unt: m2, value: [1, 2]}
              b: {data: data/nowhere.csv}
              c: {data: ../secret.csv}
              d: {data: data/ragged.csv}
              e: {data: data/semicolons.csv}
              f: {data: {a: 1}}
              g: {value: 1, range: 5}
              h: {value: 1, range: [1, 2, 3], grade: guess, outcome: maybe, category: IX.7, source: nobody}
              i: {value: {gas: {2020: [1]}}}
              j: {stock: {initial: {a: 1}, survival: [1, 2]}}
            measures:
              m1: {title: Nothing}
              m2: 5
              m3: {shift: {form: [a], amount: 1}}
              m4: {effects: [{scale: {of: a, amount: 2}, add: {of: a, amount: 1}}, {}, 7]}
            correlations: [{between: [a, b]}, x]
            uses:
              u1: nobody
              u2: {modle: x}
              u3: {model: "flats@7"}
            sources: [{id: somebody, title: Somebody}]
            """,
            ("data/ragged.csv", "year,value\n2005,1\n2006\n2007,1,2\n"),
            ("data/semicolons.csv", "year;value\n2005;1\n")
        );

        Assert.Equal(
            ["heat", "x", "y]", "z", "list", "a", "b", "c", "d", "e", "f", "i", "j"],
            reading.Model!.Variables.Where(v => v.IsBroken).Select(v => v.Name.Text)
        );
        Golden.Match(Models.Said(reading.Diagnostics), "Goldens/faulty-model.txt");
    }

    [Fact]
    public void Read_ModulesThatUseOneAnother_EndWithAFault()
    {
        var reading = Models.Of(
            "uses: {a: one}\n",
            ("modules/one.yaml", "uses: {b: two}\n"),
            ("modules/two.yaml", "uses: {c: one}\n")
        );

        var fault = Assert.Single(reading.Diagnostics);
        Assert.Equal(("LS3608", "modules/two.yaml"), (fault.Id, fault.Place.File));
        Assert.Equal("two", reading.Model!.Uses[0].Text!.Uses[0].Model.Text);
        Assert.Null(reading.Model!.Uses[0].Text!.Uses[0].Text!.Uses[0].Text);
    }

    [Fact]
    public void Read_AChainOfManyModules_Ends()
    {
        var chain = Enumerable.Range(0, 100).Select(i => ($"modules/m{i}.yaml", $"uses: {{next: m{i + 1}}}\n"));

        var reading = Models.Of("uses: {next: m0}\n", [.. chain]);

        Assert.Equal("LS3608", Assert.Single(reading.Diagnostics).Id);
    }

    [Fact]
    public void Read_TooMuch_IsCutWithAFault()
    {
        var variables = string.Concat(Enumerable.Range(0, 2_500).Select(i => $"  v{i}: 1\n"));
        var labels = string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"l{i}"));
        var rows = string.Concat(Enumerable.Range(0, 70_000).Select(i => $"{i},a,1\n"));

        var many = Models.Of($"variables:\n{variables}");
        var axis = Models.Of($"axes:\n  x: [{labels}]\n");
        var table = Models.Of("variables: {t: {data: t.csv}}\n", ("t.csv", "year,x,value\n" + rows));

        Assert.Equal(2_000, many.Model!.Variables.Length);
        Assert.Equal("LS3611", Assert.Single(many.Diagnostics).Id);
        Assert.Equal("LS3613", Assert.Single(axis.Diagnostics).Id);
        Assert.Equal("LS3612", Assert.Single(table.Diagnostics).Id);
        Assert.True(table.Variable("t").IsBroken);
    }

    [Theory]
    [InlineData("  my cars: {unit: vehicle, stock: {initial: 5, inflow: 1 vehicle/yr}}", "LS3716")]
    [InlineData(
        "  cars.inflow: {unit: vehicle/yr, value: 3}\n  cars: {unit: vehicle, stock: {initial: 5, inflow: 1}}",
        "LS3715"
    )]
    [InlineData("  cars: {unit: vehicle, stock: {initial: 5, inflow: 1}}\n  cars.outflow: {value: 3}", "LS3715")]
    public void Check_AStockWhosePartsHaveNoName_SaysSoAndGoesOn(string variables, string id)
    {
        var model = CheckedModel.Of(Models.Of($"time: {{from: 2020, to: 2030}}\nvariables:\n{variables}\n"));

        Assert.Null(model.Model);
        Assert.Contains(model.Diagnostics, d => d.Id == id);
    }

    private static IEnumerable<KeyTable> Tables(KeyTable table) =>
        table.Keys.Where(k => k.Keys is not null).SelectMany(k => Tables(k.Keys!)).Prepend(table).Distinct();
}
