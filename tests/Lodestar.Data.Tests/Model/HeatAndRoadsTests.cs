// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Model;

/// <summary>A model of a real city written by hand, heat and roads: fitted to 2005–2017, judged by 2018–2020.</summary>
public sealed class HeatAndRoadsTests
{
    private static readonly string Folder = Repository.Path("tests/Lodestar.Data.Tests/Model/HeatAndRoads");
    private static readonly PlanFiles Files = PlanDirectory.Read(Folder).Files;
    private static readonly ModelReading Reading = ModelReader.Read(Files);
    private static readonly BindingResult Bound = Binder.Bind(Reading.Model!);

    private static BoundModel Model => Bound.Model!;

    [Fact]
    public void Model_ReadsAndBindsWithoutAWord()
    {
        Assert.Empty(Reading.Diagnostics);
        Assert.Empty(Bound.Problems);
        Assert.Equal(
            (2005, 2050, 14, 8),
            (
                Model.FirstYear,
                Model.FirstYear + Model.YearCount - 1,
                Model.Parameters.Count(p => p.IsFitted),
                Model.Fits.Length
            )
        );
    }

    [Fact]
    public void Refit_FindsTheValuesInTheFileAgain()
    {
        // From the middle of every range, so that nothing is owed to where it starts.
        var middle = Settings.None;
        foreach (var parameter in Model.Parameters.Where(p => p.IsFitted))
        {
            middle = middle.With(parameter, (parameter.Low!.Value + parameter.High!.Value) / 2);
        }

        var found = Fitting.Of(Model, middle, TestContext.Current.CancellationToken);

        Assert.True(found.HasConverged);
        // The file has five digits.
        Assert.All(found.Values, v => Assert.Equal(v.Parameter.Central, v.Value, 1e-4 * Math.Abs(v.Value)));
        Assert.All(found.Values, v => Assert.True(v is { IsFelt: true, IsAtEnd: false }));
    }

    /// <summary>
    /// The held-out error of the roads and of gas in homes, written out from the published rows: residents, boilers and
    /// two numbers each, none of the language's machinery.
    /// </summary>
    [Fact]
    public void HeldOutErrors_AreThoseOfTheFormulaWrittenOut()
    {
        var observed = Table("data/model-observed.csv");
        var people = Table("data/model-people.csv")["value"];
        double Held(string line, Func<int, double> modelled) =>
            Math.Sqrt(Enumerable.Range(2018, 3).Average(y => Math.Pow(modelled(y) - observed[line][y], 2)));
        double Homes(int year)
        {
            var u = (year - 2005) / 15.0;
            var efficiency = 0.72 + (0.16 * (0.1 + (0.8 * u * u * (3 - (2 * u)))));
            return people[year] * 4737.7 * Math.Exp(-0.016605 * (year - 2005)) / efficiency * 0.185 / 1e6;
        }

        double Roads(int year) => people[year] * 2245.0 * Math.Exp((-0.02491 - 0.012) * (year - 2005)) * 220 / 1e9;

        var reports = FitReport.Of(Model, TestContext.Current.CancellationToken).ToDictionary(r => r.Fit.Of.Name);

        Assert.Equal(Held("homes_gas", Homes), reports["emissions.homes_gas"].HeldOut!.Rmse, 1e-9);
        Assert.Equal(Held("road_a", Roads), reports["emissions.road_a"].HeldOut!.Rmse, 1e-9);
    }

    /// <summary>What the page tells readers of the model's error; it changes when the model does.</summary>
    [Theory]
    [InlineData("emissions.homes_gas", 0.0493, 0.0704)]
    [InlineData("emissions.homes_other", 0.0269, 0.0601)]
    [InlineData("emissions.commercial_gas", 0.0540, 0.0453)]
    [InlineData("emissions.public_gas", 0.0422, 0.0716)]
    [InlineData("emissions.services_other", 0.3034, 0.4553)]
    [InlineData("emissions.road_a", 0.0255, 0.1657)]
    [InlineData("emissions.road_minor", 0.0290, 0.0639)]
    [InlineData("emissions.total", 0.0276, 0.0357)]
    public void Errors_ArePinned(string name, double fitted, double heldOut)
    {
        var report = FitReport.Of(Model, TestContext.Current.CancellationToken).Single(r => r.Fit.Of.Name == name);

        Assert.Equal((2005, 2017), (report.Years[0].Year, report.Years.Last(y => !y.IsHeldOut).Year));
        Assert.Equal([2018, 2019, 2020], report.Years.Where(y => y.IsHeldOut).Select(y => y.Year));
        Assert.Equal(fitted, report.Fitted.RelativeRmse, 5e-4);
        Assert.Equal(heldOut, report.HeldOut!.RelativeRmse, 5e-4);
    }

    /// <summary>The spread that stands for weather and chance is as large as what the fit leaves.</summary>
    [Theory]
    [InlineData("weather", "emissions.homes_gas")]
    [InlineData("road.chance", "emissions.road_minor")]
    public void Chance_IsAsLargeAsWhatTheFitLeaves(string chance, string fit)
    {
        var report = FitReport.Of(Model, TestContext.Current.CancellationToken).Single(r => r.Fit.Of.Name == fit);
        var spread = Model.Parameters.Single(p => p.Name == chance).Distribution!.StandardDeviation;

        Assert.Equal(report.Fitted.RelativeRmse, spread, 0.1 * spread);
    }

    [Fact]
    public void Observed_IsTheInventory()
    {
        var plan = PlanReader.Read(Files).Plan;
        var rows = plan.Inventories.Single().Rows;
        var observed = Table("data/model-observed.csv");
        foreach (
            var (line, ids) in new (string, string[])[]
            {
                ("homes_gas", ["domestic-gas"]),
                ("homes_other", ["domestic-other-fuels"]),
                ("commercial_gas", ["commercial-gas"]),
                ("public_gas", ["public-gas"]),
                ("services_other", ["commercial-other-fuels", "public-other-fuels"]),
                ("road_a", ["road-a"]),
                ("road_minor", ["road-minor"]),
            }
        )
        {
            for (var year = 2005; year <= 2020; year++)
            {
                var sum = 0.0;
                foreach (var row in rows.Where(r => ids.Contains(r.Id)))
                {
                    Assert.True(row.Series[year].TryGetNumber(out var number));
                    sum += number;
                }

                Assert.Equal(sum, observed[line][year], 1e-9);
            }
        }
    }

    private static Dictionary<string, Dictionary<int, double>> Table(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, path));
        var heads = lines[0].Split(',');
        return heads
            .Skip(1)
            .Select((h, i) => (Head: h, Column: i + 1))
            .ToDictionary(
                h => h.Head,
                h =>
                    lines
                        .Skip(1)
                        .Select(l => l.Split(','))
                        .ToDictionary(
                            c => int.Parse(c[0], CultureInfo.InvariantCulture),
                            c => double.Parse(c[h.Column], CultureInfo.InvariantCulture)
                        )
            );
    }
}
