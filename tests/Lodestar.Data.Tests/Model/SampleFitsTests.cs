// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Planning.Measures;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Model;

/// <summary>The samples with a model: fitted to all but the last three years of their inventory, judged by those.</summary>
public sealed class SampleFitsTests
{
    public static TheoryData<string> Names => new("glasgow", "stockholm", "sweden");

    [Theory]
    [MemberData(nameof(Names))]
    public void Model_ReadsAndBindsWithoutAWord(string name)
    {
        var reading = ModelReader.Read(Files(name));

        Assert.Empty(reading.Diagnostics);
        Assert.Empty(Binder.Bind(reading.Model!).Problems);
    }

    /// <summary>The file's numbers are those that fitting finds, so that anyone can do the calibration again.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Refit_FindsTheValuesInTheFileAgain(string name)
    {
        var model = Model(name);
        var elsewhere = Settings.None;
        foreach (var parameter in model.Parameters.Where(p => p.IsFitted))
        {
            // Off by a tenth of the range: nothing is owed to where it starts.
            var width = parameter.High!.Value - parameter.Low!.Value;
            var start = Math.Clamp(parameter.Central + (0.1 * width), parameter.Low.Value, parameter.High.Value);
            elsewhere = elsewhere.With(parameter, start);
        }

        var found = Fitting.Of(model, elsewhere, TestContext.Current.CancellationToken);

        Assert.True(found.HasConverged);
        Assert.NotEmpty(found.Values);
        Assert.All(
            found.Values,
            v => Assert.Equal(v.Parameter.Central, v.Value, 1e-6 + (1e-4 * Math.Abs(v.Parameter.Central)))
        );
        Assert.All(found.Values, v => Assert.True(v is { IsFelt: true, IsAtEnd: false }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fits_NeverReadTheLastThreeYearsOfTheInventory(string name)
    {
        var last = PlanReader.Read(Files(name)).Plan.Inventories[0].Rows.SelectMany(r => r.Series.NumberYears).Max();

        foreach (var fits in Model(name).Fits.GroupBy(f => f.Of.Name))
        {
            var years = Reports(name).Where(r => r.Fit.Of.Name == fits.Key).SelectMany(r => r.Years).ToList();
            Assert.Equal([last - 2, last - 1, last], years.Where(y => y.IsHeldOut).Select(y => y.Year));
            Assert.True(years.Where(y => !y.IsHeldOut).Max(y => y.Year) < last - 2);
        }
    }

    /// <summary>What the pages tell readers of each line's error; it changes when a model or an inventory does.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Errors_ArePinned(string name)
    {
        var lines = Reports(name)
            .Where(r => r.HeldOut is not null)
            .Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{r.Fit.Of.Name["backcast.".Length..]},{100 * r.HeldOut!.RelativeRmse:0.0}"
                )
            );

        Golden.Match("line,held_out_percent\n" + string.Join('\n', lines) + "\n", $"Goldens/held-out-{name}.csv");
    }

    /// <summary>The held-out error of Glasgow's roads from the two files alone: level, trend, residents and rows.</summary>
    [Fact]
    public void HeldOutError_OfGlasgowsRoads_IsThatOfTheFormulaWrittenOut()
    {
        var observed = Column("glasgow", "observed-road");
        var people = Column("glasgow", "template-people");
        var values = Model("glasgow").Parameters.ToDictionary(p => p.Name, p => p.Central);
        // Kilometres of a resident by class and kilogrammes of each, by the shares of the base year; a million kg is a kt.
        var car = 7500 * 0.7 / 1.5 * ((0.58 * 0.16204) + (0.39 * 0.17136));
        var van = 650 * (0.05 + 0.94) * 0.25395;
        var lorry = 220 * 0.8791;
        var bus = 7500 * 0.2 * 0.5 / 14 * 0.97 * 0.8791;
        double Modelled(int year) =>
            people[year]
            * (car + van + lorry + bus)
            / 1e6
            * values["level.road"]
            * Math.Exp(values["trend.road"] * (year - 2020));
        int[] held = [2018, 2019, 2020];
        var expected =
            Math.Sqrt(held.Average(y => Math.Pow(Modelled(y) - observed[y], 2))) / held.Average(y => observed[y]);

        var report = Reports("glasgow").Single(r => r.Fit.Of.Name == "backcast.road");

        Assert.Equal(expected, report.HeldOut!.RelativeRmse, 1e-9);
    }

    /// <summary>Each measure of the plan that a model carries has a status and a source that the plan names.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Measures_OfThePlan_HaveAStatusAndASource(string name)
    {
        var plan = PlanReader.Read(Files(name)).Plan;

        Assert.NotEmpty(plan.Measures);
        Assert.All(
            plan.Measures,
            m =>
            {
                Assert.NotEqual(MeasureStatus.NotStated, m.Status);
                Assert.NotNull(plan.FindSource(m.Source)?.Url);
            }
        );
        Assert.Contains(plan.Measures, m => m.Status == MeasureStatus.Planned);
        Assert.Contains(plan.Measures, m => m.Status is MeasureStatus.Adopted or MeasureStatus.Implemented);
    }

    private static PlanFiles Files(string name) => PlanDirectory.Read(Repository.Path($"samples/{name}")).Files;

    private static BoundModel Model(string name) => Binder.Bind(ModelReader.Read(Files(name)).Model!).Model!;

    private static IReadOnlyList<FitReport> Reports(string name) =>
        [.. FitReport.Of(Model(name), TestContext.Current.CancellationToken)];

    private static Dictionary<int, double> Column(string place, string table) =>
        File.ReadAllLines(Repository.Path($"samples/{place}/data/{table}.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .ToDictionary(
                c => int.Parse(c[0], CultureInfo.InvariantCulture),
                c => double.Parse(c[1], CultureInfo.InvariantCulture)
            );
}
