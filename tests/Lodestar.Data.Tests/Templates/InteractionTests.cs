// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;

namespace Lodestar.Data.Tests.Templates;

/// <summary>Measures that act on the same thing do less together than the sum of what each does alone.</summary>
public sealed class InteractionTests
{
    private static readonly BoundModel City = Place.Model(TemplateTests.Whole("city", "CO2e_AR5"));
    private static readonly BoundModel Country = Place.Model(TemplateTests.Whole("country", "CO2e_AR5"));

    [Theory]
    [InlineData("fabric_retrofit", "heat_pumps", "emissions.homes_fuel")]
    [InlineData("heat_pumps", "district_heat_network", "emissions.homes_fuel")]
    [InlineData("cycling_and_walking", "electric_cars", "emissions.road")]
    [InlineData("public_transport", "road_and_parking_pricing", "emissions.road")]
    [InlineData("food_waste_prevention", "landfill_gas_capture", "emissions.landfill")]
    [InlineData("organics_collection", "landfill_gas_capture", "emissions.landfill")]
    [InlineData("grid_decarbonisation", "efficient_appliances", "emissions.homes_grid")]
    public void City_TwoOnOneThing_CutLessThanTheirSum(string first, string second, string line) =>
        CutLessThanTheirSum(City, first, second, line);

    [Theory]
    [InlineData("fabric_retrofit", "heat_pumps", "emissions.buildings")]
    [InlineData("coal_exit", "efficient_appliances", "emissions.power")]
    [InlineData("industrial_heat_pumps", "carbon_price", "emissions.industry")]
    [InlineData("less_waste_buried", "landfill_gas_capture", "emissions.waste")]
    public void Country_TwoOnOneThing_CutLessThanTheirSum(string first, string second, string line) =>
        CutLessThanTheirSum(Country, first, second, line);

    /// <summary>Heat pumps move carbon to the grid: what they add there goes with the grid's own cut.</summary>
    [Fact]
    public void HeatPumps_AddElectricity_AndLessOfItWhenTheFabricIsDone()
    {
        double Electricity(params string[] measures) => Place.Value(City, "homes.electricity", 2050, measures);

        var alone = Electricity("heat_pumps") - Electricity();
        var after = Electricity("heat_pumps", "fabric_retrofit") - Electricity("fabric_retrofit");

        Assert.True(alone > 0);
        Assert.InRange(after, 0.5 * alone, 0.999 * alone);
        Assert.True(
            Place.Value(City, "emissions.homes_grid", 2050, "heat_pumps")
                > Place.Value(City, "emissions.homes_grid", 2050)
        );
    }

    /// <summary>A shift moves what there is once: two that draw on one thing never move more than it.</summary>
    [Fact]
    public void Shifts_Together_LeaveNothingNegative()
    {
        var all = City.Parameters.Where(p => p.IsSwitch).Select(p => p.Name["measures.".Length..]).ToArray();

        Assert.All(
            City.Variables.Where(v => v.Category is not null && v.Name != "emissions.land"),
            v => Assert.True(Place.Value(City, v.Name, 2050, all) >= 0, v.Name)
        );
    }

    /// <summary>Without measures a stock is renewed like for like: shares stay as they were.</summary>
    [Fact]
    public void WithoutMeasures_NothingChangesButThePeople()
    {
        var perPerson = (int year) =>
            Place.Value(City, "emissions.homes_fuel", year) / Place.Value(City, "people", year);

        Assert.Equal(perPerson(Place.BaseYear), perPerson(2050), 1e-9 * perPerson(2050));
    }

    private static void CutLessThanTheirSum(BoundModel model, string first, string second, string line)
    {
        double Cut(params string[] measures) =>
            Place.Value(model, line, 2045) - Place.Value(model, line, 2045, measures);

        var (one, other, both) = (Cut(first), Cut(second), Cut(first, second));

        Assert.True(one > 0 && other > 0, $"{one} and {other}");
        Assert.True(both < one + other, $"{both} is not below {one} + {other}");
        Assert.True(both >= Math.Max(one, other), $"{both} is below {one} or {other}");
    }
}
