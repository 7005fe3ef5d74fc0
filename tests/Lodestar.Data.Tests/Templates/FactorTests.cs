// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formats.Templates;
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Data.Tests.Templates;

/// <summary>Calibrations to inventories that state activities: gap = factor + activity + residual.</summary>
public sealed class FactorTests
{
    private static readonly ModelTemplate City = TemplateReader.Find("city")!;

    /// <summary>
    /// A city of two lines, by hand, for 100,000 people and carbon dioxide alone.
    /// Industry by the defaults: 2500 kWh by resident = 250 GWh; 0.7 gas (0.18259) and 0.3 gas oil (0.25359) = 0.20389 kg/kWh; 50.9725 kt.
    /// Stated: 300 GWh and 75 kt. Activity 300/250 = 1.2 gives 61.167 kt: it adds 10.1945. Factor 75/61.167 adds 13.833. Residual 0.
    /// Waste by the defaults: 450 kg, of which burnt 0.3·0.35 + 0.1·0.2 + 0.2·0.25 + 0.05·0.4 + 0.05·0.35 + 0.3·0.3 = 0.3025: 13,612.5 t at 0.4 t/t = 5.445 kt.
    /// Stated: 20,000 t and 40 kt. Activity gives 8 kt: it adds 2.555. The factor would be 5 and ends at 3: 24 kt, it adds 16. Residual 16.
    /// </summary>
    [Fact]
    public void Calibrate_TwoLinesWithActivity_SplitsTheGapAsByHand()
    {
        var made = Make(
            "industry,I.3.1,,kt CO2,75",
            "industry-energy,I.3.1,activity,GWh,300",
            "waste,III.3.1,,kt CO2,40",
            "waste-burnt,III.3.1,activity,kt,20"
        );

        var industry = made.Report!.Lines.Single(l => l.Group.Id == "industry_fuel");
        Assert.Equal(50.9725, industry.BottomUp, 1e-9);
        Assert.Equal(1.2, industry.Ratio, 1e-12);
        Assert.Equal(75 / 61.167, industry.Factor, 1e-12);
        Assert.Equal(13.833, industry.FactorGap!.Value, 1e-9);
        Assert.Equal(10.1945, industry.ActivityGap, 1e-9);
        Assert.Equal(0, industry.Residual);
        var waste = made.Report.Lines.Single(l => l.Group.Id == "burning");
        Assert.Equal(5.445, waste.BottomUp, 1e-9);
        Assert.Equal(20_000 / 13_612.5, waste.Ratio, 1e-12);
        Assert.Equal((5.0, 3.0), (Math.Round(waste.WantedFactor!.Value, 9), waste.Factor));
        Assert.Equal(16, waste.FactorGap!.Value, 1e-9);
        Assert.Equal(2.555, waste.ActivityGap, 1e-9);
        Assert.Equal(16, waste.Residual, 1e-9);
        var doubt = Assert.Single(made.Diagnostics, d => d.Id == "LS3916");
        Assert.Equal(5, doubt.Place.Line);
        var model = Place.Model(made);
        Assert.Equal(115, Place.Value(model, "emissions.total", Place.BaseYear), 1e-9);
        Assert.Equal(300, Place.Value(model, "industry.fuel", Place.BaseYear), 1e-9);
        Assert.Equal(20_000, Place.Value(model, "burning.waste", Place.BaseYear), 1e-6);
        Assert.Contains("factor.industry_fuel: {", Text(made, "model/calibration.yaml"), StringComparison.Ordinal);
    }

    /// <summary>
    /// Roads by the defaults on fuel: 7500 · 0.7 / 1.5 · 0.97 + 650 · 0.99 + 220 + 7500 · 0.2 · 0.5 / 14 · 0.97 km a person.
    /// Ten times that, and ten times the emissions: the ratio ends at 2.5, no factor makes up for it, and 7.5 of 10 stay.
    /// </summary>
    [Theory]
    [InlineData("km")]
    [InlineData("vkm")]
    public void Calibrate_ActivityBeyondItsRange_IsBoundaryAndNoFactor(string unit)
    {
        const double Each = (3500 * 0.97) + (650 * 0.99) + 220 + (7500 * 0.2 * 0.5 / 14 * 0.97);
        var defaults = Make("road,II.1.1,,kt CO2,100").Report!.Lines.Single().BottomUp;

        var made = Make(
            Invariant($"road,II.1.1,,kt CO2,{10 * defaults:R}"),
            Invariant($"driven,II.1.1,activity,{unit},{10 * Each * Place.People:R}")
        );

        var line = made.Report!.Lines.Single();
        Assert.Equal(2.5, line.Ratio);
        Assert.Equal(1, line.Factor, 1e-9);
        Assert.Equal(7.5 * defaults, line.Residual, 1e-6);
    }

    /// <summary>A hundredth of the fuel: boilers are few, and their factor is what fuel and emissions say.</summary>
    [Fact]
    public void Calibrate_HardlyAnyFuel_MovesTheShareByActivity()
    {
        var first = Make("homes,I.1.1,,kt CO2,100", "fuel,I.1.1,activity,GWh,400");
        var (emitted, burnt) = (
            first.Report!.Lines.Single().BottomUp,
            Place.Value(Place.Model(first), "homes.fuel", Place.BaseYear) / first.Report.Lines.Single().Ratio
        );

        var made = Make(
            Invariant($"homes,I.1.1,,kt CO2,{emitted / 80:R}"),
            Invariant($"fuel,I.1.1,activity,GWh,{burnt / 100:R}")
        );

        var line = made.Report!.Lines.Single();
        Assert.Equal(0.0075, line.Share!.Value.To, 1e-9);
        Assert.Equal(1, line.Ratio, 1e-9);
        Assert.Equal(1.25, line.Factor, 1e-9);
        Assert.Equal(0, line.Residual);
    }

    /// <summary>Every line that names an activity: the variable is there, in its unit, and the model meets the inventory.</summary>
    [Theory]
    [InlineData("city", "CO2e_AR5")]
    [InlineData("city", "CO2")]
    [InlineData("country", "CO2e_AR5")]
    public void Calibrate_ActivityOfAllLines_ChecksWithoutAWord(string id, string gas)
    {
        var template = TemplateReader.Find(id)!;
        var lines = template.Lines.Where(l => !(gas == "CO2" && l.NeedsOtherGases)).ToList();
        var rows = lines
            .SelectMany(
                (l, i) =>
                    new[]
                    {
                        Invariant($"row-{i},{l.Categories[0]},,kt {gas},{(l.Id == "land" ? -10 : 20)}"),
                        l.Activity is { } activity
                            ? Invariant($"activity-{i},{l.Categories[0]},activity,{activity.Unit.Symbol},{100 + i}")
                            : "",
                    }
            )
            .Where(r => r.Length > 0)
            .ToArray();

        var made = Make(template, rows);

        var check = CheckedModel.Of(ModelReader.Read(made.Files));
        Assert.Empty(check.Diagnostics);
        var model = Place.Model(made);
        Assert.Equal(
            id == "city" ? (gas == "CO2" ? 9 : 10) : 4,
            made.Report!.Lines.Count(l => l.FactorGap is not null)
        );
        foreach (var line in made.Report.Lines)
        {
            if (line.Group.Lines[0].Activity is { } activity)
            {
                var unit = model.Find(activity.Variable)!.Unit;
                Assert.Equal(1, (activity.Unit / Unit.Parse("yr")).FactorTo(unit));
                Assert.NotNull(line.FactorGap);
            }
            else
            {
                Assert.Null(line.FactorGap);
            }
        }

        var total = made.Report.Lines.Sum(l => l.Inventory);
        Assert.Equal(total, Place.Value(model, "emissions.total", Place.BaseYear), 1e-9 * total);
    }

    /// <summary>The parts are the gap to the last digit, and the model is what they say it is: I = r · f · B + residual.</summary>
    [Fact]
    public void Parts_OfManyInventories_AreTheGap()
    {
        var random = new Random(7);
        double Some(double low, double high) => low * Math.Pow(high / low, random.NextDouble());
        for (var i = 0; i < 8; i++)
        {
            var made = Make(
                Invariant($"a,I.3.1,,kt CO2,{Some(1, 1000):R}"),
                Invariant($"b,I.3.1,activity,GWh,{Some(1, 5000):R}"),
                Invariant($"c,II.1.1,,kt CO2,{Some(10, 1000):R}"),
                Invariant($"d,II.1.1,activity,Mvkm,{Some(10, 5000):R}"),
                Invariant($"e,IV.1,,kt CO2,{Some(1, 100):R}")
            );

            foreach (var line in made.Report!.Lines)
            {
                var gap = line.Inventory - line.BottomUp;
                var parts = (line.FactorGap ?? 0) + line.ActivityGap + line.Residual;
                // Three additions, each rounded to half a unit in the last place of the largest of them.
                var largest = Math.Max(line.Inventory, Math.Max(line.BottomUp, Math.Abs(line.FactorGap ?? 0)));
                Assert.Equal(gap, parts, 4 * Math.BitIncrement(largest) - (4 * largest));
                Assert.Equal(
                    line.Inventory,
                    (line.Ratio * line.Factor * line.BottomUp) + line.Residual,
                    1e-8 * line.Inventory
                );
            }
        }
    }

    /// <summary>
    /// 3 % less a year for eleven years, and an activity in the last: level and trend are fitted to what the factor leaves, so that past
    /// and base year are the inventory's.
    /// </summary>
    [Fact]
    public void History_WithAFactor_MeetsTheInventory()
    {
        int[] years = [.. Enumerable.Range(2014, 11)];
        double[] amounts = [.. years.Select(y => 75 * Math.Exp(-0.03 * (y - 2024)))];
        var table = new StringBuilder($"id,category,role,unit,{string.Join(',', years)}\nindustry,I.3.1,,kt CO2,");
        table
            .AppendJoin(',', amounts.Select(a => a.ToString("R", CultureInfo.InvariantCulture)))
            .Append("\nenergy,I.3.1,activity,GWh,,,,,,,,,,,300\n");
        var files = Place.Plan(City, "CO2").With("inventory/own.csv", Encoding.UTF8.GetBytes(table.ToString()));

        var made = TemplatePlan.Make(files, City, Place.Wishes, TestContext.Current.CancellationToken);

        var line = made.Report!.Lines.Single();
        Assert.Equal(13.833, line.FactorGap!.Value, 1e-9);
        // The fit's level is the activity's ratio: the factor is not in it.
        Assert.Equal(1.2, line.History!.Level, 1e-6);
        Assert.Equal(-0.03, line.History.Trend, 1e-7);
        var model = Place.Model(made);
        Assert.Equal(amounts[0], Place.Value(model, "emissions.total", 2014), 1e-4);
        Assert.Equal(75, Place.Value(model, "emissions.total", 2024), 1e-9);
        Assert.Equal(300, Place.Value(model, "industry.fuel", 2024), 1e-9);
    }

    /// <summary>Where activity is not said, or not of the base year, the model is the same to the letter.</summary>
    [Theory]
    [InlineData("energy,I.3.1,activity,t,300", "LS3917")] // tonnes of fuel are no energy
    [InlineData("energy,I.3.1,activity,GWh,NE", "LS3917")]
    [InlineData("energy,I.3.1,activity,GWh,0", "LS3917")]
    [InlineData("energy,IV.1,activity,GWh,300", "LS3915")] // processes have no one activity
    public void Calibrate_ActivityThatSaysNothing_ChangesNothing(string row, string id)
    {
        string[] plain = ["industry,I.3.1,,kt CO2,75", "cement,IV.1,,kt CO2,5"];
        var without = Make(plain);

        var made = Make([.. plain, row]);

        Assert.Contains(made.Diagnostics, d => d.Id == id && d.Place.Line == 4);
        Assert.All(made.Report!.Lines, l => Assert.Null(l.FactorGap));
        foreach (var path in without.Files.Paths.Where(p => p != "inventory/own.csv"))
        {
            Assert.Equal(Text(without, path), Text(made, path));
        }

        Assert.DoesNotContain("factor.industry_fuel", Text(made, "model/calibration.yaml"), StringComparison.Ordinal);
    }

    /// <summary>An activity of a part of the line's rows is not the line's.</summary>
    [Fact]
    public void Calibrate_ActivityOfOneRowOfTwo_IsNotTheLines()
    {
        var made = Make("gas,I.3.1,,kt CO2,50,gas", "oil,I.3.1,,kt CO2,25,oil", "energy,I.3.1,activity,GWh,250,gas");

        Assert.Null(made.Report!.Lines.Single().FactorGap);
        Assert.Contains(made.Diagnostics, d => d.Id == "LS3917");
        var both = Make(
            "gas,I.3.1,,kt CO2,50,gas",
            "oil,I.3.1,,kt CO2,25,oil",
            "energy,I.3.1,activity,GWh,250,gas",
            "more,I.3.1,activity,GWh,50,oil"
        );
        // 300 GWh and 75 kt, as above.
        Assert.Equal(13.833, both.Report!.Lines.Single().FactorGap!.Value, 1e-9);
    }

    private static TemplatedPlan Make(params string[] rows) => Make(City, rows);

    private static TemplatedPlan Make(ModelTemplate template, string[] rows)
    {
        var table = new StringBuilder("id,category,role,unit,2024,fuel\n");
        foreach (var row in rows)
        {
            table.Append(row).Append(row.Count(c => c == ',') == 4 ? ",\n" : "\n");
        }

        var files = Place.Plan(template, "CO2").With("inventory/own.csv", Encoding.UTF8.GetBytes(table.ToString()));
        Assert.DoesNotContain(PlanReader.Read(files).Diagnostics, d => d.Severity == Severity.Error);
        return TemplatePlan.Make(files, template, Place.Wishes, TestContext.Current.CancellationToken);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Text(TemplatedPlan made, string path) =>
        made.Files.TryGet(path, out var bytes) ? Encoding.UTF8.GetString(bytes.Span) : "";
}
