// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.Templates;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;

namespace Lodestar.Data.Tests.Templates;

/// <summary>What the measures of the templates cost, beside counts by hand, for a hundred thousand people who stay as many.</summary>
public sealed class CostTests
{
    private const int Year = 2030;

    private static readonly Lazy<BoundModel> WholeCity = new(() =>
        Place.Model(TemplateTests.Whole("city", "CO2e_AR5"))
    );

    private static readonly Lazy<BoundModel> WholeCountry = new(() =>
        Place.Model(TemplateTests.Whole("country", "CO2e_AR5"))
    );

    private static BoundModel City => WholeCity.Value;

    private static BoundModel Country => WholeCountry.Value;

    /// <summary>
    /// 60 % of the floor of the two old eras (25 and 35 %) within 20 years: 0.6 · 0.6 / 20 = 1.8 % a year of 100,000 · 38 m2,
    /// 68,400 m2, at the middle of 80 and 500 EUR/m2: 19.836 million EUR.
    /// </summary>
    [Fact]
    public void Insulation_IsFloorByPrice()
    {
        Assert.Equal(100_000, Place.Value(City, "people", Year), 1e-6);
        Assert.Equal(0, Place.Value(City, "cost.insulation", Year));
        Assert.Equal(68_400 * 290 / 1e6, Place.Value(City, "cost.insulation", Year, "fabric_retrofit"), 1e-9);
    }

    /// <summary>
    /// The median of triangular(0.88, 0.925, 0.98) is 0.98 − √(0.5 · 0.1 · 0.055) = 0.9275596: 7.24404 % less heat, of which
    /// a thermostat saves 15 %, so that 48.2936 % of 100,000 / 2.2 homes have one after eight years, an eighth a year, at 182
    /// dollars of 0.79 EUR. Ten years on, those of the first year are bought again.
    /// </summary>
    [Fact]
    public void Thermostats_AreHomesByPrice_AndRenewedAfterTenYears()
    {
        var share = (1 - (0.98 - Math.Sqrt(0.5 * 0.1 * 0.055))) / 0.15;
        var expected = 100_000 / 2.2 * share / 8 * 182 * 0.79 / 1e6;

        Assert.Equal(expected, Place.Value(City, "cost.thermostats", Year, "smart_thermostats"), 1e-6);
        Assert.Equal(0, Place.Value(City, "cost.thermostats", 2036, "smart_thermostats"), 1e-6);
        Assert.Equal(expected, Place.Value(City, "cost.thermostats", 2037, "smart_thermostats"), 1e-6);
    }

    /// <summary>
    /// A mean kilowatt without measures: 75 % burnt, nine tenths of it gas at 314 and one at 165 EUR (299.1), 12.5 % district
    /// at 250, 2.5 % pumps at 899, 10 % direct at 106: 288.65 EUR. With the measure 0.8 · 75 % are pumps instead of
    /// boilers: 0.6 · (899 − 299.1) = 359.94 EUR more. The kilowatts are the same.
    /// </summary>
    [Fact]
    public void Heaters_CountWhatWouldBeBoughtAnyway()
    {
        var without = Place.Value(City, "cost.heaters_homes", 2040);
        var with = Place.Value(City, "cost.heaters_homes", 2040, "heat_pumps");

        Assert.True(without > 0);
        Assert.Equal((288.65 + 359.94) / 288.65, with / without, 1e-9);
    }

    /// <summary>20 hectares a year at 669 dollars of 0.79 EUR: 10,570 EUR.</summary>
    [Fact]
    public void Trees_AreHectaresByPrice() =>
        Assert.Equal(20 * 669 * 0.79 / 1e6, Place.Value(City, "cost.trees", 2032, "tree_planting"), 1e-12);

    /// <summary>A bus that is bought costs three quarters as much with diesel: what buses cost rises by a quarter of the price of the 97 % of them, as many as the inventory says.</summary>
    [Fact]
    public void Vehicles_AreThoseBoughtByPrice()
    {
        var more =
            Place.Value(City, "cost.vehicles", 2035, "electric_buses") - Place.Value(City, "cost.vehicles", 2035);
        var run = InterpretedRun.Of(City, Off(City).Lane(City), TestContext.Current.CancellationToken);
        var bought = City.Find("road.bought")!;
        var buses = run.Values(bought).Slice(((2035 - City.FirstYear) * bought.Cells) + 9, 3).ToArray().Sum();

        Assert.Equal(buses * Place.Value(City, "scale.road", 2035) * 222_500 * 0.97 * 0.25 / 1e6, more, 1e-6);
    }

    /// <summary>The sum is made here anew, over everything that is part of it, with every measure on.</summary>
    [Theory]
    [InlineData("city")]
    [InlineData("country")]
    public void Investment_IsTheSumOfItsItems_ToTheLastDigit(string id)
    {
        var model = id == "city" ? City : Country;
        var run = InterpretedRun.Of(model, Settings.None.Lane(model), TestContext.Current.CancellationToken);
        double[] Of(string name) => [.. run.Values(model.Find(name)!)];
        var items = (
            id == "city"
                ? "insulation heaters_homes thermostats solar network heaters_services network_pumps industry vehicles cycle_lanes landfill_gas trees"
                : "insulation heaters power industry vehicles cycle_lanes landfill_gas forest"
        ).Split(' ');

        Assert.Equal(
            items.Concat(["investment", "energy", "all"]).Select(i => "cost." + i).Order(StringComparer.Ordinal),
            model
                .Outcomes.Select(o => o.Name)
                .Where(n => n.StartsWith("cost.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        for (var year = 0; year < model.YearCount; year++)
        {
            var sum = items.Aggregate(0.0, (total, item) => total + Of("cost." + item)[year]);
            Assert.Equal(sum, Of("cost.investment")[year]);
            Assert.Equal(Of("cost.investment")[year] + Of("cost.energy")[year], Of("cost.all")[year]);
        }
    }

    /// <summary>PyPSA technology-data, outputs/costs_2030.csv, in euros of 2020; of a range the middle.</summary>
    [Theory]
    [InlineData("city", "heat_pumps.capex", 899.4884)]
    [InlineData("city", "services_heat_pumps.capex", 1481.5103)]
    [InlineData("city", "district_heat_pumps.capex", 906.0988)]
    [InlineData("city", "rooftop_solar.capex", (702.9265 + 840.0461) / 2)]
    [InlineData("city", "industrial_heat_pumps.capex", (784.2516 + 941.1019) / 2)]
    [InlineData("city", "electric_cars.price", 24_624.0)]
    [InlineData("city", "electric_buses.price", 222_485.6452)]
    [InlineData("city", "electric_freight.price", 151_213.8954)]
    [InlineData("country", "heat_pumps.capex", 899.4884)]
    [InlineData("country", "industrial_heat_pumps.capex", (784.2516 + 941.1019) / 2)]
    [InlineData("country", "electric_cars.price", 24_624.0)]
    [InlineData("country", "electric_buses.price", 222_485.6452)]
    [InlineData("country", "electric_freight.price", 151_213.8954)]
    [InlineData("country", "renewable_power.capex", (383.7312 + 1682.1226) / 2)]
    public void Price_OfATemplate_IsThePublishedOne(string id, string name, double published) =>
        Assert.Equal(1, Place.Value(id == "city" ? City : Country, "measures." + name, Year) / published, 1e-3);

    /// <summary>Whatever a measure's price buys is in the investment.</summary>
    [Theory]
    [InlineData("city", 12)]
    [InlineData("country", 9)]
    public void MeasuresWithAPrice_ChangeWhatIsBought(string id, int least)
    {
        var plan = PlanReader.Read(TemplateTests.Whole(id, "CO2e_AR5").Files);
        var measures = plan.Outlook!.Model.Measures;
        var model = plan.Outlook.Model.Model;
        var priced = measures.Where(m => !m.Text.Variables.IsEmpty).ToList();
        double[] Bought(params string[] on) =>
            [.. new[] { 2028, 2035 }.Select(y => Place.Value(model, "cost.investment", y, on))];
        var without = Bought();

        Assert.True(priced.Count >= least, $"{priced.Count}");
        Assert.All(measures, m => Assert.Equal(priced.Contains(m), m.IsPriced));
        Assert.All(priced, m => Assert.False(Bought(m.Id).SequenceEqual(without), m.Id));
    }

    /// <summary>What lines are left out takes its costs along.</summary>
    [Fact]
    public void Lines_ThatAreNotThere_CostNothing()
    {
        var template = TemplateReader.Find("city")!;
        var made = TemplatePlan.Make(Place.Plan(template, "CO2", ("II.1.1", 120)), template, Place.Wishes);
        var names = Place
            .Model(made)
            .Outcomes.Select(o => o.Name)
            .Where(n => n.StartsWith("cost.", StringComparison.Ordinal));

        Assert.Equal(
            ["cost.all", "cost.cycle_lanes", "cost.energy", "cost.investment", "cost.vehicles"],
            names.Order(StringComparer.Ordinal)
        );
    }

    private static Settings Off(BoundModel model) =>
        model.Parameters.Where(p => p.IsSwitch).Aggregate(Settings.None, (s, p) => s.With(p, 0));
}
