// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Domain.Tests.Climate.Pathways;

public sealed class EmissionsFileTests
{
    private const string Iamc = "Model,Scenario,Region,Variable,Unit";

    [Fact]
    public void Read_MidYears_AreCalendarYears()
    {
        var read = Read(
            """
            scenario,region,variable,unit,2023.5,2024.5,2025.5
            mine,World,CO2 FFI,Gt CO2/yr,37,36,35
            mine,World,CH4,Mt CH4/yr,370,360,350
            """
        );

        Assert.Empty(read.Problems);
        Assert.Equal(("mine", 2023, 2025), (read.Pathway!.Name, read.Pathway.FirstYear, read.Pathway.LastYear));
        Assert.Equal([37, 36, 35], read.Pathway["CO2 FFI"].ToArray());
        Assert.Equal(["CO2 FFI", "CH4"], read.Pathway.Species.ToArray());
    }

    [Fact]
    public void Read_IntegerYears_AreTheSameCalendarYears()
    {
        var read = Read($"{Iamc},2023,2024\nm,s,World,Emissions|CO2|AFOLU,Mt CO2/yr,4000,3900\n");

        Assert.Equal(2023, read.Pathway!.FirstYear);
        Assert.Equal([4, 3.9], read.Pathway["CO2 AFOLU"].ToArray());
        Assert.Equal(1e-3, read.Rows.Single().Factor);
    }

    [Fact]
    public void Read_SparseYears_LieOnStraightLines()
    {
        // From 40 in 2020 to 30 in 2025: two less a year.
        var read = Read($"{Iamc},2020,2021,2025\nm,s,World,Emissions|CH4,Mt CH4/yr,40,,30\n");

        Assert.Empty(read.Problems);
        Assert.Equal([40, 38, 36, 34, 32, 30], read.Pathway!["CH4"].ToArray());
        Assert.Equal(2, read.Rows.Single().Given);
    }

    [Fact]
    public void Read_LongLayout_IsTheWideOne()
    {
        var read = Read(
            """
            model,scenario,region,variable,unit,year,value
            m,s,World,Emissions|CO2|Energy and Industrial Processes,Mt CO2/yr,2020,35000
            m,s,World,Emissions|CO2|Energy and Industrial Processes,Mt CO2/yr,2030,25000
            m,s,World,Emissions|N2O,kt N2O/yr,2020,10000
            m,s,World,Emissions|N2O,kt N2O/yr,2030,8000
            """
        );

        Assert.Empty(read.Problems);
        Assert.Equal(30, read.Pathway!.In("CO2 FFI", 2025), 1e-12);
        Assert.Equal(9, read.Pathway.In("N2O", 2025), 1e-12);
    }

    [Theory]
    [InlineData("Emissions|CO2|Energy and Industrial Processes", "CO2 FFI", "Gt CO2/yr")]
    [InlineData("Emissions|CO2|MAGICC Fossil and Industrial", "CO2 FFI", "Gt CO2/yr")]
    [InlineData("Emissions|CO2|MAGICC AFOLU", "CO2 AFOLU", "Gt CO2/yr")]
    [InlineData("Emissions|Sulfur", "Sulfur", "Mt SO2/yr")]
    [InlineData("Emissions|HFC|HFC134a", "HFC-134a", "kt HFC134a/yr")]
    [InlineData("Emissions|HFC|HFC43-10", "HFC-4310mee", "kt HFC4310mee/yr")]
    [InlineData("Emissions|F-Gases|PFC|CF4", "CF4", "kt CF4/yr")]
    [InlineData("Emissions|CF4", "CF4", "kt CF4/yr")]
    [InlineData("Emissions|PFC|cC4F8", "c-C4F8", "kt cC4F8/yr")]
    [InlineData("Emissions|Montreal Gases|CFC|CFC11", "CFC-11", "kt CFC11/yr")]
    [InlineData("Emissions|Montreal Gases|Halon1211", "Halon-1211", "kt Halon1211/yr")]
    [InlineData("AR6 climate diagnostics|Emissions|BC|Unharmonized", "BC", "Mt BC/yr")]
    [InlineData("AR6 climate diagnostics|Harmonized|Emissions|VOC", "VOC", "Mt VOC/yr")]
    [InlineData("co2 ffi", "CO2 FFI", "Gt CO2/yr")]
    public void Read_NamesOfSeveralConventions_AreSpecies(string variable, string species, string unit)
    {
        var read = Read($"{Iamc},2020\nm,s,World,{variable},{unit},1\n");

        Assert.Empty(read.Problems);
        Assert.Equal(species, read.Rows.Single().Species);
    }

    [Fact]
    public void Read_SectorsAndBaskets_ArePassedOver()
    {
        var read = Read(
            $"""
            {Iamc},2020
            m,s,World,Emissions|CH4,Mt CH4/yr,370
            m,s,World,Emissions|CH4|AFOLU,Mt CH4/yr,200
            m,s,World,Emissions|HFC,kt HFC134a-equiv/yr,700
            m,s,World,Emissions|F-Gases,Mt CO2-equiv/yr,1500
            m,s,World,Primary Energy|Coal,EJ/yr,150
            """
        );

        Assert.Empty(read.Problems);
        Assert.Equal(["CH4"], read.Pathway!.Species.ToArray());
        Assert.Equal(
            [PassedOverAs.Part, PassedOverAs.Basket, PassedOverAs.Basket, PassedOverAs.Other],
            read.PassedOver.Select(p => p.As)
        );
    }

    [Fact]
    public void Read_TotalCarbonDioxideAndOnePart_GiveTheOther()
    {
        var read = Read(
            $"""
            {Iamc},2020,2030
            m,s,World,Emissions|CO2,Mt CO2/yr,40000,30000
            m,s,World,Emissions|CO2|AFOLU,Mt CO2/yr,4000,-1000
            """
        );

        Assert.Equal(36, read.Pathway!.In("CO2 FFI", 2020), 1e-12);
        Assert.Equal(31, read.Pathway.In("CO2 FFI", 2030), 1e-12);
        Assert.True(read.Rows.Single(r => r.Species == "CO2 FFI").IsDerived);
    }

    [Fact]
    public void Read_SeveralScenarios_AreNamedAndChosen()
    {
        var text = $"{Iamc},2020\na,low,World,Emissions|CH4,Mt CH4/yr,1\nb,low,World,Emissions|CH4,Mt CH4/yr,2\n";

        var unclear = Read(text);
        var chosen = Read(text, new EmissionsOptions { Scenario = "B/low" });
        var typo = Read(text, new EmissionsOptions { Scenario = "c/low" });

        Assert.Equal(["a/low", "b/low"], unclear.Scenarios);
        Assert.Equal((Fault.ScenarioUnclear, null), (unclear.Problems.Single().Fault, unclear.Problems.Single().Text));
        Assert.Equal(2, chosen.Pathway!.In("CH4", 2020));
        Assert.Equal("c/low", typo.Problems.Single().Text);
        Assert.Contains("a/low", typo.Problems.Single().DidYouMean);
    }

    [Theory]
    [InlineData("Emissions|CH4,Mt CH4/yr,x,1", Fault.NotANumber, 2, 6)]
    [InlineData("Emissions|CH4,Mt CH4/yr,1,NaN", Fault.NotFinite, 2, 7)]
    [InlineData("Emissions|CH4,Mt CH4/yr,1,1e300", Fault.NotFinite, 2, 7)]
    [InlineData("Emissions|CH4,Mt CH4/yr,1,-1", Fault.EmissionsNegative, 2, 7)]
    [InlineData("Emissions|CH4,Mt CH5/yr,1,1", Fault.UnitOfOtherSubstance, 2, 5)]
    [InlineData("Emissions|CH4,Mt CH4,1,1", Fault.UnitUnknown, 2, 5)]
    [InlineData("Emissions|CH5,Mt CH4/yr,1,1", Fault.SpeciesUnknown, 2, 4)]
    [InlineData("Emissions|CO2,Mt CO2/yr,1,1", Fault.CarbonDioxideNotSplit, 2, 0)]
    [InlineData("Emissions|CO2|Energy and Industrial Proceses,Mt CO2/yr,1,1", Fault.SpeciesUnknown, 2, 4)]
    [InlineData("Emissions|CH4,Mt CO2-equiv/yr,1,1", Fault.UnitOfEquivalents, 2, 5)]
    [InlineData("Emissions|NOx,Mt NOx/yr,1,1", Fault.UnitAmbiguous, 2, 5)]
    [InlineData("CH4\",Mt CH4/yr,1,1", null, 0, 0)]
    public void Read_AFaultyRow_IsRefusedWithItsPlace(string row, Fault? fault, int line, int column)
    {
        var read = Read($"Model,Scenario,Region,Variable,Unit,2020,2030\nm,s,World,{row}\n");

        Assert.Null(read.Pathway);
        if (fault is not null)
        {
            // Columns of the file: model, scenario, region, variable, unit and two years.
            var error = read.Problems.First(p => p.IsError);
            Assert.Equal((fault, line, column), (error.Fault, error.Line, error.Column));
        }
    }

    [Theory]
    [InlineData("Emissions|CO2|AFOLU,Mt C/yr,1,1", Fault.UnitOfCarbon)]
    [InlineData("Emissions|N2O,kt N/yr,1,1", Fault.UnitOfNitrogen)]
    [InlineData("Emissions|Sulfur,Mt S/yr,1,1", Fault.UnitOfOtherSubstance)]
    [InlineData("Emissions|SF6,kt SF6/yr,1,-0.01", Fault.EmissionsNegative)]
    [InlineData("Emissions|HFC|HFC245ca,kt HFC245ca/yr,1,1", Fault.SpeciesNotModelled)]
    [InlineData("Emissions|Quartz dust,Mt/yr,1,1", Fault.SpeciesUnknown)]
    public void Read_ADoubtfulRow_IsReadWithAWarning(string row, Fault fault)
    {
        var read = Read(
            $"Model,Scenario,Region,Variable,Unit,2020,2030\nm,s,World,Emissions|CH4,Mt CH4/yr,1,1\nm,s,World,{row}\n"
        );

        Assert.NotNull(read.Pathway);
        Assert.Equal((fault, false), (read.Problems.Single().Fault, read.Problems.Single().IsError));
    }

    [Fact]
    public void Read_CarbonForCarbonDioxide_IsMultiplied()
    {
        // 10 Gt C are 10 × 44.009 / 12.011 = 36.64058 Gt CO2.
        var read = Read($"{Iamc},2020\nm,s,World,CO2 FFI,Gt C/yr,10\n");

        Assert.Equal(36.64058, read.Pathway!.In("CO2 FFI", 2020), 1e-5);
        Assert.Equal(44.009 / 12.011, read.Problems.Single().Values["factor"]);
    }

    [Fact]
    public void Read_ABlankCellWhereOthersHaveValues_IsAGap()
    {
        var rows = "m,s,World,CH4,Mt CH4/yr,1,,3\nm,s,World,CO,Mt CO/yr,1,2,3\n";

        var calendar = Read($"{Iamc},2020,2021,2022\n{rows}").Problems.Single();
        var middle = Read($"{Iamc},2020.5,2021.5,2022.5\n{rows}").Problems.Single();

        Assert.Equal((Fault.YearGap, 2, 7, false), (calendar.Fault, calendar.Line, calendar.Column, calendar.IsError));
        Assert.True(middle.IsError);
    }

    [Theory]
    [InlineData("2020,2020.5", Fault.YearTwice)]
    [InlineData("1700,2020", Fault.YearsOutside)]
    [InlineData("2020.25,2030", Fault.YearsOutside)]
    [InlineData("2020,2501", Fault.YearsOutside)]
    public void Read_AHeadingWithFaultyYears_IsRefused(string years, Fault fault)
    {
        var read = Read($"{Iamc},{years}\nm,s,World,CH4,Mt CH4/yr,1,1\n");

        Assert.Null(read.Pathway);
        Assert.Equal((fault, 1), (read.Problems.Single().Fault, read.Problems.Single().Line));
    }

    [Fact]
    public void Read_SpeciesTwice_IsRefused()
    {
        var read = Read($"{Iamc},2020\nm,s,World,CH4,Mt CH4/yr,1\nm,s,World,Emissions|CH4,Mt CH4/yr,1\n");

        Assert.Equal((Fault.SpeciesTwice, 3), (read.Problems.Single().Fault, read.Problems.Single().Line));
        Assert.Null(read.Pathway);
    }

    [Fact]
    public void Read_ASpeciesOfFewerYears_IsLeftOut()
    {
        var read = Read($"{Iamc},2020,2030\nm,s,World,CO2 FFI,Gt CO2/yr,1,1\nm,s,World,CH4,Mt CH4/yr,1,\n");

        Assert.Equal(["CO2 FFI"], read.Pathway!.Species.ToArray());
        Assert.Equal((Fault.YearsDiffer, false), (read.Problems.Single().Fault, read.Problems.Single().IsError));
    }

    [Fact]
    public void Read_AnotherRegionOrOtherYears_AreRefused()
    {
        var text = $"{Iamc},2020\nm,s,R5ASIA,CH4,Mt CH4/yr,1\n";

        var region = Read(text).Problems.Single();
        var years = Read(text, new EmissionsOptions { Region = "r5asia", Asked = (2030, 2100) }).Problems.Single();

        Assert.Equal(Fault.RegionUnclear, region.Fault);
        Assert.Equal(["R5ASIA"], (IEnumerable<string>)region.Values["choices"]);
        Assert.Equal(Fault.YearsNotCovered, years.Fault);
    }

    [Theory]
    [InlineData("", Fault.FileEmpty)]
    [InlineData("a,b\n1,2\n", Fault.ColumnMissing)]
    [InlineData("Variable,Unit,2020\n", Fault.FileEmpty)]
    [InlineData("Variable,Unit,2020\n\"CH4,Mt CH4/yr,1\n", Fault.RowRagged)]
    public void Read_AFileThatIsNone_IsRefused(string text, Fault fault) =>
        Assert.Equal(fault, Read(text).Problems[0].Fault);

    [Fact]
    public void Read_NoFile_IsMissing() =>
        Assert.Equal(
            Fault.FileMissing,
            EmissionsFile.Read(null, "x.csv", SomeSpecies.All, new EmissionsOptions()).Problems.Single().Fault
        );

    [Fact]
    public void Read_AnyDamage_GivesAPathwayOrAnError()
    {
        const string Whole =
            $"{Iamc},2020,2021,2030\nm,s,World,Emissions|CO2,Mt CO2/yr,40000,,30000\n"
            + "m,s,World,Emissions|CO2|AFOLU,Mt CO2/yr,4000,3900,1000\nm,s,World,CH4,Mt CH4/yr,370,,\n";
        var damage = Gen.Zip(Gen.Choose(0, Whole.Length - 1), Gen.Elements(",\n\"-.|;0e9 /CN".ToCharArray()));
        Prop.ForAll(
                damage.ArrayOf(4).ToArbitrary(),
                edits =>
                {
                    var text = Whole.ToCharArray();
                    foreach (var (at, with) in edits)
                    {
                        text[at] = with;
                    }

                    var read = Read(new string(text));
                    return (read.Pathway is null) == read.Problems.Any(p => p.IsError);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static PathwayReading Read(string text, EmissionsOptions? options = null) =>
        EmissionsFile.Read(new StringReader(text), "mine.csv", SomeSpecies.All, options ?? new EmissionsOptions());
}
