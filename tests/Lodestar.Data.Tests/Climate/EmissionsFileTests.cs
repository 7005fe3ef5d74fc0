// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate;

/// <summary>Emission files as publishers write them.</summary>
public sealed class EmissionsFileTests
{
    private const string Fair = "climate/fair-1.4.1";
    private static readonly Lazy<Calibration> Calibrated = new(() => FairSets.Whole(Fair));

    [Theory]
    [InlineData("verylow")]
    [InlineData("high-extension")]
    public void Read_FairsScenarios_AreWhole(string scenario)
    {
        var read = Read($"{Fair}/emissions_7scenarios_1750-2500.csv", scenario);

        // C3F8 and its like were harmonised by offsets and fall below zero.
        Assert.All(read.Problems, p => Assert.Equal((Fault.EmissionsNegative, false), (p.Fault, p.IsError)));
        Assert.Equal(7, read.Scenarios.Count);
        Assert.Equal((1750, 2500, 51), (read.Pathway!.FirstYear, read.Pathway.LastYear, read.Pathway.Species.Count));
        Assert.All(read.Rows, r => Assert.Equal((1, UnitStep.Scale), (r.Factor, r.Step)));
        // The first row of the file, scenario high-overshoot, is the same history for all: BC in 1750.
        Assert.Equal(2.096765609, read.Pathway.In("BC", 1750), 1e-9);
    }

    [Fact]
    public void Read_TheIamcsSsps_HaveAllSpecies()
    {
        var read = Read("ar6-iamc/cmip6-ssps-workflow-emissions.csv", "ssp370");

        Assert.Equal(8, read.Scenarios.Count);
        Assert.Equal(
            [(Fault.SpeciesNotModelled, "Emissions|Halon1202"), (Fault.EmissionsNegative, "-0.073")],
            read.Problems.Select(p =>
                (p.Fault, p.Text!.StartsWith("-0.073", StringComparison.Ordinal) ? "-0.073" : p.Text)
            )
        );
        Assert.Equal((1990, 2100, 51), (read.Pathway!.FirstYear, read.Pathway.LastYear, read.Pathway.Species.Count));
        // kt N2O became Mt, and Mt CO2 became Gt.
        Assert.InRange(read.Pathway.In("N2O", 2015), 8, 14);
        Assert.InRange(read.Pathway.In("CO2 FFI", 2015), 33, 38);
        Assert.Equal(7.508271531599201, read.Pathway.In("BC", 1990), 1e-12);
    }

    [Theory]
    [InlineData("NGFS2_Current Policies")]
    [InlineData("GCAM 5.3/NGFS2_Current Policies")]
    public void Read_AnIllustrativePathwayOfAr6_KeepsSpeciesAndPassesOverSectors(string scenario)
    {
        var read = Read("ar6-iamc/ar6_IPs_emissions.csv", scenario);

        Assert.DoesNotContain(read.Problems, p => p.IsError);
        Assert.Equal((2010, 2100), (read.Pathway!.FirstYear, read.Pathway.LastYear));
        Assert.Contains("CO2 FFI", read.Pathway.Species);
        Assert.Contains("HFC-134a", read.Pathway.Species);
        Assert.Contains(read.PassedOver, p => p is { Variable: "Emissions|F-Gases", As: PassedOverAs.Basket });
        Assert.Contains(read.PassedOver, p => p is { Variable: "Emissions|BC|AFOLU", As: PassedOverAs.Part });
        // Five-year steps: 2012 lies two fifths of the way from 7.841505093 to 8.113908255.
        Assert.Equal(7.841505093 + (0.4 * (8.113908255 - 7.841505093)), read.Pathway.In("BC", 2012), 1e-9);
    }

    [Fact]
    public void Read_HistoryWithAffixes_IsTheSameSpecies()
    {
        var read = Read("ar6-iamc/history_ar6.csv", null);

        Assert.DoesNotContain(read.Problems, p => p.IsError);
        Assert.Equal((1750, 2015), (read.Pathway!.FirstYear, read.Pathway.LastYear));
        Assert.Contains("HFC-4310mee", read.Rows.Select(r => r.Species));
    }

    [Fact]
    public void Read_AFileOfWarming_HasNoEmissions()
    {
        var read = Read("ar6-iamc/two_ips_climate_fair.csv", "SusDev_SDP-PkBudg1000");

        Assert.Null(read.Pathway);
        Assert.Equal(Fault.SpeciesMissing, read.Problems.Single().Fault);
    }

    [Fact]
    public void Read_HistoricalEmissionsOfCmip7_AreRead()
    {
        var read = Read("climate/observations/historical_emissions_1750-2023_cmip7.csv", null);

        Assert.DoesNotContain(read.Problems, p => p.IsError);
        Assert.Equal((1750, 2023), (read.Pathway!.FirstYear, read.Pathway.LastYear));
    }

    [Theory]
    [InlineData("ssp119")]
    [InlineData("ssp126")]
    [InlineData("ssp245")]
    [InlineData("ssp370")]
    [InlineData("ssp434")]
    [InlineData("ssp460")]
    [InlineData("ssp534-over")]
    [InlineData("ssp585")]
    public void Join_AnSsp_IsTheHarmonisedOneOfThePublishedTable(string scenario)
    {
        var species = Species();
        var published = Read($"{Fair}/ssp_harmonised_1.4.1_1750-2500.csv", scenario).Pathway!;
        // RCMIP's biomass-burning NOx was corrected between the two files (NO was taken for NO2).
        var own = AsRun(scenario, species);

        var joined = Filling
            .Join(own, published.Between(1750, 2022), species, null, new JoinOptions { LastYear = 2299 })
            .Joined!;

        var methods = Methods(scenario);
        Assert.Equal(methods.Count, joined.Joins.Count);
        foreach (var join in joined.Joins.Where(j => j.Species != "NOx"))
        {
            Assert.Equal(methods[join.Species], join.Method.Name);
            for (var year = 2023; year <= 2299; year++)
            {
                var expected = published.In(join.Species, year);
                var difference = Math.Abs(expected - joined.Whole.In(join.Species, year));
                Assert.True(
                    // One table has few digits of the rarest gases after 2200.
                    difference <= 1e-7 + (2e-8 * Math.Max(Math.Abs(expected), Math.Abs(join.Historical))),
                    $"{join.Species} in {year}: {expected} is published, {joined.Whole.In(join.Species, year)} joined."
                );
            }
        }
    }

    private static Dictionary<string, string> Methods(string scenario) =>
        File.ReadLines(PublisherData.RequireFile($"{Fair}/ssp_harmonised_1.4.1_methods.csv"))
            .Select(l => l.Split(','))
            .Where(l => l[0] == scenario)
            .ToDictionary(l => l[1], l => l[2]);

    /// <summary>The SSP before it was harmonised; its table has no unit column, for units are those of the species.</summary>
    private static Pathway AsRun(string scenario, IReadOnlyList<Species> species)
    {
        var units = species.ToDictionary(s => s.Name, s => s.EmissionUnit);
        var path = PublisherData.RequireFile("climate/ssp-default-inputs/ssp_default_emissions_as_run_1750-2300.csv");
        var text = string.Join(
            '\n',
            File.ReadLines(path)
                .Select(l => l.Split(',', 3))
                .Where(l => l[0] is "scenario" || l[0] == scenario)
                .Select(l => $"{l[0]},{l[1]},{(l[0] == "scenario" ? "unit" : units.GetValueOrDefault(l[1]))},{l[2]}")
        );
        return EmissionsFile.Read(new StringReader(text), "as-run", species, new EmissionsOptions()).Pathway!;
    }

    private static PathwayReading Read(string file, string? scenario)
    {
        using var text = File.OpenText(PublisherData.RequireFile(file));
        return EmissionsFile.Read(text, file, Species(), new EmissionsOptions { Scenario = scenario });
    }

    private static IReadOnlyList<Species> Species() => Calibrated.Value.Species;
}
