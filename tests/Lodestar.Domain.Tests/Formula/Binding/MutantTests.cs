// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Text;

namespace Lodestar.Domain.Tests.Formula.Binding;

/// <summary>
/// Nothing that anybody writes makes the checker throw, hang or grow: mutated formulas and random heaps of the
/// language's own words. 20,000 of them here; .ci/long runs a million.
/// </summary>
public sealed class MutantTests
{
    private const int Here = 20_000;

    /// <summary>One sound program of so many is compiled too: writing code takes a hundred times what checking does.</summary>
    private const int CompiledOf = 100;

    private static readonly string[] Formulas =
    [
        "floor * need * (1 - renovated * saving)",
        "if year >= 2025 and fuel in (gas, oil) then use * 80 % else use",
        "sum(use * factor over fuel where use > 1 GWh/yr)",
        "mean(factor over fuel by use)",
        "allocate(budget over place by weight)",
        "previous(people, 5 person) * (1 + 0.6 %/yr * 1 yr)",
        "co2e(methane, AR5) + 3 kt CO2e_AR5/yr",
        "ramp(2021, 2026) * s_curve(2022, 2029) ^ 2",
        "use[fuel = gas] / use[2025]",
        "npv(budget, 3 %/yr, 2020)",
        "cumulate(energy) / 1 GWh",
        "normal(112, 8) kWh/(m2 yr)",
        "0.28 to 0.42",
        "discrete(1: 0.3, 2: 0.7)",
        "max(min(people, 5 person), 0) + clamp(people, 1 person, 2 person)",
        "share(use over fuel) * 41 m2/person * people",
    ];

    private static readonly string[] Words =
    [
        "(",
        ")",
        "[",
        "]",
        ",",
        "+",
        "-",
        "*",
        "/",
        "^",
        "<",
        "<=",
        "==",
        "=",
        "!=",
        ":",
        ".",
        "%",
        "?",
        "\"",
        "'",
        "if ",
        " then ",
        " else ",
        " and ",
        " or ",
        " not ",
        " in ",
        " of ",
        " over ",
        " by ",
        " where ",
        " to ",
        "fuel",
        "gas",
        "use",
        "people",
        "x",
        "year",
        "previous(",
        "sum(",
        "at(",
        "exp(",
        "normal(",
        "1e308",
        "1e-320",
        "99999999999999999999",
        "0",
        "2025",
        "5 person",
        "3 GWh/yr",
        "12 kt CO2e_AR5/yr",
        " ",
        "\n",
        "é",
        "\u0000",
        "𝟙",
        "²",
    ];

    [Fact]
    public void Mutants_NeverThrow_AndWhatIsSoundRuns()
    {
        var count = int.TryParse(
            Environment.GetEnvironmentVariable("LODESTAR_MUTANTS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : Here;
        var random = new Random(20261122);
        var (sound, faulty) = (0, 0);
        var basis = ShortModel.Text(Basis, 2020, 2024);
        for (var i = 0; i < count; i++)
        {
            var formula = i % 4 == 3 ? Heap(random) : Mutated(random);
            var result = Binder.Bind(With(basis, formula, random.Next(6)));
            if (result.Model is not { } model)
            {
                Assert.NotEmpty(result.Problems);
                faulty++;
                continue;
            }

            var run = model.Run();
            if (sound++ % CompiledOf == 0)
            {
                AssertCompiledAlike(model, run, formula);
            }
        }

        // The mutations are small enough that some programs survive them.
        Assert.True(sound > count / 50, $"{sound} of {count} were sound.");
        Assert.True(faulty > count / 2, $"{faulty} of {count} were faulty.");
    }

    private static void AssertCompiledAlike(BoundModel model, InterpretedRun run, string formula)
    {
        using var engine = new Engine(model, new EngineOptions { Mode = EngineMode.Compiled });
        using var compiled = engine.Run([.. model.Parameters.Select(p => p.Central)]).Run;
        var x = model.Find("x")!;
        Assert.True(run.Values(x).SequenceEqual(compiled!.Values(x)), formula);
    }

    [Fact]
    public void LongChains_AreRefusedOrBound_OnASmallStack()
    {
        var chains = new[]
        {
            string.Join(" + ", Enumerable.Repeat("people", 499)),
            string.Join(" * ", Enumerable.Repeat("1", 499)),
            string.Join(" + ", Enumerable.Repeat("people", 100_000 / 9)),
            new string('(', 5000) + "1" + new string(')', 5000),
            new string('-', 5000) + "1",
            string.Concat(Enumerable.Repeat("if 1 then 1 else ", 90)) + "1",
            string.Concat(Enumerable.Repeat("abs(", 98)) + "1" + new string(')', 98),
            string.Join(" ^ ", Enumerable.Repeat("1", 99)),
            string.Concat(Enumerable.Repeat("not ", 3000)) + "1",
            "people" + string.Concat(Enumerable.Repeat("[gas]", 400)),
        };
        var done = 0;
        var thread = new Thread(
            () =>
            {
                foreach (var chain in chains)
                {
                    var result = Binder.Bind(With(ShortModel.Text(Basis, 2020, 2024), chain, 0));
                    result.Model?.Run();
                    done++;
                }
            },
            maxStackSize: 1 << 20
        );
        thread.Start();
        thread.Join();

        Assert.Equal(chains.Length, done);
    }

    private const string Basis = """
        axis fuel = gas oil electricity
        axis place = north south
        people : person = 1000
        floor : m2 = 50000
        need : kWh/(m2 yr) = 120
        renovated : 1 = 0.3
        saving : 1 = 0.4
        energy : GWh/yr = 6
        use[fuel] : GWh/yr = {gas: 3, oil: 2, electricity: 1}
        factor[fuel] : kg CO2e/kWh = {gas: 0.2, oil: 0.27, electricity: 0.1}
        weight[place] : person = {north: 600, south: 400}
        budget : EUR_2020/yr = 1000000
        methane : t CH4/yr = 12
        """;

    private static ModelText With(ModelText basis, string formula, int shape)
    {
        var value = new Piece("m.yaml", 1, 1, formula);
        var variable = new VariableText(Piece.Of("x"))
        {
            Value = value,
            Axes = shape == 1 ? [Piece.Of("fuel")] : [],
            Unit = shape switch
            {
                2 => Piece.Of("GWh/yr"),
                3 => Piece.Of("1"),
                4 => Piece.Of("person"),
                _ => null,
            },
            Initial = shape == 5 ? Piece.Of("1") : null,
        };
        return basis with { Variables = basis.Variables.Add(variable) };
    }

    private static string Heap(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(1, 20); n > 0; n--)
        {
            text.Append(Words[random.Next(Words.Length)]);
        }

        return text.ToString();
    }

    private static string Mutated(Random random)
    {
        var text = Formulas[random.Next(Formulas.Length)];
        for (var n = random.Next(0, 4); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(4) switch
            {
                0 => text.Insert(at, Words[random.Next(Words.Length)]),
                1 => text.Remove(
                    Math.Min(at, text.Length),
                    Math.Min(random.Next(1, 4), text.Length - Math.Min(at, text.Length))
                ),
                2 => text.Insert(at, Formulas[random.Next(Formulas.Length)]),
                _ => at < text.Length ? text[..at] + (char)random.Next(32, 127) + text[(at + 1)..] : text,
            };
        }

        return text;
    }
}
