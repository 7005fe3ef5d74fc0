// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Problems;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Formula.Binding;

/// <summary>What the checker says, and where: every case is a faulty line on top of a sound model, its place marked « ».</summary>
public sealed class FaultTests
{
    private const string Sound = """
        axis fuel = gas oil electricity
        axis place = north south
        people : person = 1000
        area : m2 = 50000
        need : kWh/(m2 yr) = 120
        energy : GWh/yr = 6
        use[fuel] : GWh/yr = {gas: 3, oil: 2, electricity: 1}
        share[fuel] : 1 = {gas: 0.5, oil: 0.3, electricity: 0.2} | sums_to_one: fuel
        factor[fuel] : kg CO2e/kWh = {gas: 0.2, oil: 0.27, electricity: 0.1}
        efficiency[fuel] : 1 = {gas: 0.9, oil: 0.8, electricity: 1}
        weight[place] : person = {north: 600, south: 400}
        budget : EUR_2020/yr = 1000000
        methane : t CH4/yr = 12
        uncertain : 1 = normal(1, 0.1)
        other : 1 = normal(2, 0.1)

        """;

    /// <summary>One line of the golden file a case: the line, the fault, the marked text and the values.</summary>
    [Fact]
    public void Faults_AreSaidOnceAtTheirPlace()
    {
        var lines = new List<string>();
        var notOnce = new List<string>();
        foreach (var line in Cases)
        {
            var result = Binder.Bind(ShortModel.Text(Sound + line));
            var said = result.Problems.Where(p => !p.IsWarning).ToList();
            lines.Add(line);
            foreach (var problem in said)
            {
                lines.Add($"  {problem.Fault} {Place(problem, line)}{Values(problem)}{Suggestions(problem)}");
            }

            if (said.Count != 1)
            {
                notOnce.Add($"{line}: {string.Join(", ", said.Select(p => p.Fault))}");
            }
        }

        Assert.Equal([], notOnce);

        Golden.Match(string.Join('\n', lines) + "\n", "faults.txt");
    }

    [Fact]
    public void SoundModel_HasNoFault() => Assert.NotNull(Binder.Bind(ShortModel.Text(Sound)).Model);

    private static string Place(Problem problem, string line)
    {
        var (at, column) = problem.Span.Piece.At(problem.Span.Start);
        if (at != Sound.Split('\n').Length || problem.Span.Piece.File.Length == 0)
        {
            return $"{problem.Span.Piece.File}:{at}:{column} «{problem.Span.Text}»";
        }

        var start = Math.Clamp(column - 1, 0, line.Length);
        var length = Math.Min(problem.Span.Length, line.Length - start);
        return line[..start] + "«" + line.Substring(start, length) + "»" + line[(start + length)..];
    }

    private static string Values(Problem problem) =>
        problem.Values.Length == 0
            ? ""
            : "  {"
                + string.Join("; ", problem.Values.Select(v => FormattableString.Invariant($"{v.Name}: {v.Value}")))
                + "}";

    private static string Suggestions(Problem problem) =>
        problem.Suggestions.Length == 0 ? "" : "  did you mean " + string.Join(", ", problem.Suggestions) + "?";

    private static readonly string[] Cases =
    [
        "x : 1 = ",
        "x : 1 = 2 +",
        "x : 1 = (1 + 2",
        "x : 1 = 1 2",
        "x : 1 = 2 ? 3",
        "x : 1 = if people > 1 person then 2",
        "x : 1 = if people = 1 person then 2 else 3",
        "x : person = popele + people",
        "x : 1 = lgo(2)",
        "x[feul] : GWh/yr = use",
        "x : GWh/yr = use[gass]",
        "x : GWh/yr = use[fuel = gass]",
        "x : GWh/yr = use[place = north]",
        "x[fuel] : GWh/yr = if fuel == gass then use else 0",
        "x[fuel] : GWh/yr = if feul == gas then use else 0",
        "x : GWh/yr = fuel",
        "x : 1 = 'gas'",
        "people : person = 5",
        "1x : person = 5",
        "if : person = 5",
        "x : GWh/yr = energy + area",
        "x : GWh/yr = energy + need",
        "x : kWh/yr = area * need * people",
        "x : kWh/(person yr) = area * need",
        "x : GWh = area * need",
        "x : kt CO2e/yr = methane",
        "x : kt CO2e_AR5/yr = co2e(methane, AR9)",
        "x : kt CO2e_AR5/yr = co2e(energy, AR5)",
        "x : GWhh/yr = energy",
        "x : GWh/yr = 5 GWhh/yr + energy",
        "x : 1 = exp(energy)",
        "x : 1 = energy ^ people",
        "x : GWh/yr = energy ^ 0.5",
        "x : GWh/yr = max(energy, area)",
        "x : GWh/yr = if energy > area then energy else 0",
        "x : GWh/yr = if people > 5 person then energy else area",
        "x : GWh/yr = use",
        "x : GWh/yr = sum(use over place)",
        "x : GWh/yr = sum(use over feul)",
        "x : GWh/yr = sum(use)",
        "x : kg CO2e/kWh = sum(factor over fuel)",
        "x : kg CO2e/kWh = mean(factor over fuel by people)",
        "x[fuel] : EUR_2020/yr = budget",
        "x[fuel] : EUR_2020/yr = budget * efficiency",
        "x[fuel] : GWh/yr = use + energy",
        "x[fuel] : GWh/yr = max(use, energy)",
        "x[fuel] : GWh/yr = if fuel in (gas, oil) then energy else 0",
        "x[place] : EUR_2020/yr = allocate(budget over place by people)",
        "x[place] : EUR_2020/yr = allocate(budget over place)",
        "x[fuel] : GWh/yr = use[place of fuel]",
        "x : person = previous(people)",
        "x : 1 = previous(previous(x)) | initial: 1",
        "x : 1 = cumulate(previous(x)) / 1 yr | initial: 1",
        "x : 1 = x + 1",
        "x : GWh/yr = energy[2050]",
        "x : GWh/yr = at(energy, 2050)",
        "x : GWh/yr = at(energy, people)",
        "x : 1 = sum(x over year) / 1 yr",
        "x : 1 = ramp(2030, 2020)",
        "x : 1 = ramp(2030)",
        "x : 1 = exp(1, 2)",
        "x : 1 = exp(1 over fuel)",
        "x : 1 = exp(x: 1)",
        "x : 1 = normal(1, 2) + 1",
        "x : 1 = normal(1, 2) furlongs",
        "x : 1 = normal(1)",
        "x : 1 = normal(1, -2)",
        "x : 1 = triangular(3, 2, 1)",
        "x : m2 = normal(1 GWh, 2 GWh)",
        "x[fuel] : GWh/yr = {gas: 1, oil: 2}",
        "x[fuel] : GWh/yr = {gas: 1, oil: 2, electricity: 3, coal: 4}",
        "x[fuel] : GWh/yr = {gas: 1, oil: 2, electricity: much}",
        "x[fuel] : GWh/yr = {gas: 1, gas: 2, oil: 2, electricity: 3}",
        "x[fuel] : GWh/yr = {gas: 1 m2, oil: 2, electricity: 3}",
        "x[fuel] : 1 = {gas: 0.5, oil: 0.2, electricity: 0.2} | sums_to_one: fuel",
        "x : GWh/yr = {2020: 1, 2030: 2}",
        "x : GWh/yr = {2022: 1, 2030: 2} | between: linear",
        "x : GWh/yr = {2020: 1, 2025: 2} | between: linear",
        "x : GWh/yr = {2020: 0, 2030: 2} | between: growth",
        "x : GWh/yr = {2020: 1, 2030: 2} | between: liner",
        "x : GWh/yr = {2020: 1, 2025: 2} | between: linear; after: grow(much)",
        "x : 1 = 0.5 | range: 1 .. 0",
        "x : 1 = 5 | range: 0 .. 1",
        "x : 1 = people / 1 person | range: 0 .. 1",
        "x : 1 = 1 | kind: totale",
        "x : 1 = 1 | vary: fuel",
        "x[fuel] : 1 = normal(1, 0.1) | vary: place",
        "x : m2 = stock inflow: 5 m2/yr",
        "x : m2 = stock initial: 5 m2",
        "x : m2 = stock initial: 5 m2; inflow: 3 m2",
        "x : m2 = stock initial: 5 m2; inflow: 3 m2/yr; life: forever(2 yr)",
        "x : m2 = stock initial: 5 m2; inflow: 3 m2/yr; life: fixed(2 m2)",
        "x : GWh/yr = max(use over fuel where fuel != gas)",
        "x : GWh/yr = sum(energy over fuel where fuel != gas)",
        "x[fuel] : GWh/yr = energy * (share * share)",
        "x[fuel] : 1 = {2020: 0.5} | sums_to_one: fuel; after: hold",
        "x[fuel] : GWh/yr = previous(use, energy)",
        "x : 1 = if 1 < 3 < 2 then 1 else 2",
        "x : person = people[year - 1]",
        "x : 1 = normal(1, 0.1) | range: 0 .. 2",
        "x : GWh/yr = energy | between: linear",
        "x : GWh/yr = {2020: 5} | after: trend",
        "x : m2 = stock initial: 5 m2; inflow: 3 m2/yr; decay: 0.1 1/yr; outflow: 1 m2/yr",
        "x : m2 = stock initial: 5 m2; inflow: 3 m2/yr; life: fixed(0 yr)",
        "x : 1 = norml(6, 5)",
        "measure m = add use by energy",
        "measure m = shift use from gas to oil by 50",
        "measure m = shift factor from gas to oil by 50 %",
        "tie uncertain uncertain = 0.5",
        "measure m = shift share from gas to coal by 50 %",
        "measure m = shift share from coal to gas by 50 %",
        "measure m = shift share by 50 %",
        "measure m = scale nothing by 50 %",
        "measure m = scale share",
        "measure m = skale share by 50 %",
        "measure m = add need by 5 m2",
        "measure m = scale need by 50 % in 2030..2025",
        "tie uncertain other = 2",
        "tie uncertain people = 0.5",
        "tie uncertain nothing = 0.5",
        "x : 1 = 5 | fitted",
        "fit energy to enrgy",
        "fit energy to area",
        "fit energy to use",
        "fit energy to energy in 2025..2022",
        "fit energy to energy in 2020..2025 test 2024",
        "fit energy to energy in 1990..2025",
        "fit energy to energy in soon..2025",
        "fit energy to energy weight heavy",
    ];
}
