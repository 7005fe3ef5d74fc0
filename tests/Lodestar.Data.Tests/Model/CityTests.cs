// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Model;

/// <summary>The benchmark's city against the outputs of its peers (tests/oracles/models/city).</summary>
public sealed class CityTests
{
    /// <summary>The peers agree among themselves to nine or ten digits.</summary>
    private const double Tolerance = 1e-9;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "oracles", "models", "city");

    public static TheoryData<string, string> Cases =>
        new()
        {
            { "reference.csv", "" },
            { "reference_lever_case.csv", "l_hp=0 l_ev=0 l_grid=0.2" },
            { "reference_driver_case.csv", "gpop=0.008 u_cost=1.3 u_seq=0.7 u_life=1.1" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void City_GivesTheNumbersOfItsPeers(string reference, string settings)
    {
        var model = Model();
        var parameters = new double[Lanes.ParameterCells(model)];
        foreach (var parameter in model.Parameters)
        {
            parameters[parameter.Index] = parameter.Central;
        }

        foreach (var setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (setting.Split('=')[0], setting.Split('=')[1]);
            var parameter = Assert.Single(model.Parameters, p => p.Name == name);
            parameters[parameter.Index] = double.Parse(value, CultureInfo.InvariantCulture);
        }

        var run = InterpretedRun.Of(model, parameters);

        var compared = 0;
        foreach (
            var line in File.ReadLines(Path.Combine(Folder, reference)).Where(l => l.Length > 0 && char.IsDigit(l[0]))
        )
        {
            var cells = line.Split(',');
            var year = int.Parse(cells[0], CultureInfo.InvariantCulture) - model.FirstYear;
            foreach (
                var (name, column) in new[] { ("gross", 1), ("net", 2), ("cumulative", 3), ("npv", 4), ("cost", 5) }
            )
            {
                var expected = double.Parse(cells[column], CultureInfo.InvariantCulture);
                var actual = run.Values(model.Find(name)!)[year];
                Assert.True(
                    Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected),
                    $"{name} in {cells[0]}: {actual:R}, not {expected:R}"
                );
                compared++;
            }
        }

        Assert.Equal(111 * 5, compared);
    }

    internal static BoundModel Model()
    {
        var reading = ModelReader.ReadFile(PlanDirectory.Read(Folder).Files, "city.yaml");
        Assert.Empty(reading.Diagnostics);
        var result = Binder.Bind(reading.Model!);
        Assert.Equal(
            [],
            result.Problems.Select(p =>
                $"{p.Span.Piece.File}:{p.Span.Piece.At(p.Span.Start)} {p.Fault} '{p.Span.Text}' "
                + string.Join(", ", p.Values.Select(v => $"{v.Name}={v.Value}"))
            )
        );
        return result.Model!;
    }
}
