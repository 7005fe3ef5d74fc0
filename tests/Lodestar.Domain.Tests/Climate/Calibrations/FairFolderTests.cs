// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Domain.Tests.Climate.Calibrations;

public sealed class FairFolderTests
{
    private const string Params = "params.csv";
    private const string Species = "species.csv";
    private const string Emissions = "emissions.csv";
    private const string Forcing = "volcanic_solar.csv";

    /// <summary>What is changed, and the fault with its line and column that has to come of it.</summary>
    public static TheoryData<string, string, string, Fault, int, int> Faults =>
        new()
        {
            { Params, "7,2,4,17", "7,2,four,17", Fault.NotANumber, 2, 3 },
            { Params, "7,2,4,17", "7,2,,17", Fault.NotANumber, 2, 3 },
            { Params, "11,5,3,12", "11,5,NaN,12", Fault.NotFinite, 3, 3 },
            { Params, "11,5,3,12", "11,5,Infinity,12", Fault.NotFinite, 3, 3 },
            { Params, "11,5,3,12", "11,5,-3,12", Fault.ParameterOutOfRange, 3, 3 },
            { Params, "11,5,3,12", "11,0,3,12", Fault.ParameterOutOfRange, 3, 2 },
            { Params, "11,5,3,12", "11,-1,3,12", Fault.ParameterOutOfRange, 3, 2 },
            { Params, "0.9,278.5", "0.9,0", Fault.ConcentrationNotPositive, 2, 15 },
            { Params, "0.9,278.5", "NaN,278.5", Fault.NotFinite, 2, 14 },
            { Params, "gamma_autocorrelation", "gamma", Fault.ParameterUnknown, 1, 2 },
            { Params, "forcing_scale[CH4]", "forcing_scal[CH4]", Fault.ParameterUnknown, 1, 13 },
            { Params, "forcing_scale[CH4]", "forcing_scale[CH5]", Fault.SpeciesUnknown, 1, 13 },
            { Params, "forcing_scale[CH4]", "forcing_scale[SF6]", Fault.ColumnTwice, 1, 14 },
            { Params, ",deep_ocean_efficacy", ",", Fault.ColumnMissing, 1, 0 },
            { Params, "11,5,3,12", "7,5,3,12", Fault.MemberTwice, 3, 1 },
            { Params, "11,5,3,12", "x,5,3,12", Fault.NotANumber, 3, 1 },
            { Params, "-0.5,14,TRUE", "-0.5,14", Fault.RowRagged, 3, 0 },
            { Params, "-0.5,14,TRUE", "-0.5,14,\"TRUE", Fault.RowRagged, 3, 18 },
            { Species, "name,type", "name,kind", Fault.ParameterUnknown, 1, 2 },
            { Species, ",molecular_weight", ",molecular", Fault.ColumnMissing, 1, 0 },
            { Species, "44.009", "heavy", Fault.NotANumber, 4, 17 },
            { Species, "44.009", "nan", Fault.NotFinite, 4, 17 },
            { Species, "44.009", "inf", Fault.NotANumber, 4, 17 },
            { Species, "44.009", "-44", Fault.ParameterOutOfRange, 4, 17 },
            { Species, "729.2", "0", Fault.ConcentrationNotPositive, 5, 18 },
            { Species, "729.2", "-1", Fault.ConcentrationNotPositive, 5, 18 },
            { Species, "SF6,f-gas", "CH4,f-gas", Fault.SpeciesTwice, 8, 1 },
            { Species, "SF6,f-gas", "SF6,n2o", Fault.SpeciesTwice, 8, 1 },
            { Species, "SF6,f-gas", "SF6,f-gass", Fault.KindUnknown, 8, 2 },
            { Species, "f-gas,emissions", "f-gas,guesses", Fault.KindUnknown, 8, 3 },
            { Species, "SF6,f-gas", "SF7,f-gas", Fault.SpeciesUnknown, 1, 14 },
            { Species, "0.56657,nan,nan", "0.56657,nan", Fault.RowRagged, 8, 0 },
            { Emissions, "39,40", "39,much", Fault.NotANumber, 4, 7 },
            { Emissions, "39,40", "39,NaN", Fault.NotFinite, 4, 7 },
            { Emissions, "39,40", "39,", Fault.YearMissing, 4, 7 },
            { Emissions, "39,40", "39,40,41", Fault.RowRagged, 4, 0 },
            { Emissions, "1752.5", "1753.5", Fault.YearMissing, 1, 7 },
            { Emissions, "1751.5", "1750.5", Fault.YearTwice, 1, 6 },
            { Emissions, "1751.5", "1751", Fault.YearMissing, 1, 6 },
            { Emissions, ",variable,", ",what,", Fault.ColumnMissing, 1, 0 },
            { Emissions, "Mt CH4/yr", "kt CH4/yr", Fault.UnitUnknown, 4, 4 },
            { Emissions, "CH4,Mt CH4/yr", "CO,Mt CO/yr", Fault.SpeciesUnknown, 4, 3 },
            { Emissions, "SF6,kt SF6", "CH4,Mt CH4", Fault.SpeciesTwice, 7, 3 },
            { Emissions, "one,World,SF6,kt SF6/yr,0,0,0.1\n", "", Fault.SpeciesMissing, 0, 0 },
            { Emissions, "World", "Europe", Fault.RegionUnclear, 2, 2 },
            { Forcing, "-0.2", "cold", Fault.NotANumber, 3, 7 },
            { Forcing, "1753", "1752", Fault.ForcingTooShort, 2, 0 },
            { Forcing, "one,Solar,World,W/m2,0.1,0,-0.2\n", "", Fault.SpeciesMissing, 0, 0 },
            {
                Forcing,
                "one,Solar,World,W/m2,0.1,0,-0.2\n",
                "one,Solar,World,W/m2,0.1,0,-0.2\ntwo,Solar,World,W/m2,0.1,0,0\n",
                Fault.ForcingDiffers,
                4,
                2
            },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OneThingWrong_NamesFileLineAndColumn(
        string file,
        string old,
        string replacement,
        Fault fault,
        int line,
        int column
    )
    {
        var reading = new SmallSet().With(file, old, replacement).Read();

        Assert.Null(reading.Calibration);
        var expected = fault is Fault.SpeciesUnknown && file == Species ? Params : file;
        if (fault == Fault.SpeciesMissing)
        {
            expected = Species;
        }

        Assert.Contains(
            reading.Problems,
            p => p.IsError && p.Fault == fault && (p.File, p.Line, p.Column) == (expected, line, column)
        );
    }

    [Theory]
    [InlineData(Params)]
    [InlineData(Species)]
    [InlineData(Emissions)]
    [InlineData(Forcing)]
    public void Read_AFileMissingOrEmpty_SaysWhichAndNothingElse(string file)
    {
        var missing = new SmallSet().Without(file).Read();
        var empty = new SmallSet().Having(file).Read();

        Assert.Null(missing.Calibration);
        Assert.Equal([(Fault.FileMissing, file)], missing.Problems.Select(p => (p.Fault, p.File)));
        Assert.Null(empty.Calibration);
        Assert.Contains(empty.Problems, p => p.Fault == Fault.FileEmpty && p.File == file);
    }

    [Fact]
    public void Read_ASoundFolder_TakesEachValueFromWhereItStands()
    {
        var reading = new SmallSet().Read();

        Assert.Empty(reading.Problems);
        var calibration = reading.Calibration!;
        Assert.Equal([7, 11], calibration.Members);
        Assert.Equal(
            new EnergyBalanceParameters(5, 3, 12, 95, 0.9, 2.1, 0.8, 1.1, 0.8, 0.4, 8.1),
            calibration.EnergyBalance[1]
        );
        Assert.Equal(10, calibration.Species.Count);
        Assert.Equal(new Species("CO2", SpeciesKind.CarbonDioxide, SpeciesInput.Calculated), calibration.Find("CO2"));
        Assert.Equal([1.1, 0.8], calibration.Of("CH4", Parameter.ForcingScale).ByMember!);
        Assert.Equal([278.5, 277.5], calibration.Of("CO2", Parameter.BaselineConcentration).ByMember!);
        Assert.Equal([-1.5, -0.5], calibration.Of("Aerosol-cloud interactions", Parameter.CloudScale).ByMember!);
        Assert.Equal(8.2, calibration.Of("CH4", Parameter.Iirf0).Default);
        Assert.True(double.IsNaN(calibration.Of("Sulfur", Parameter.MolarMass).Default));
        Assert.Equal((1750, 1752), (calibration.History.FirstYear, calibration.LastHistoricalYear));
        Assert.Equal([38.2, 39, 40], calibration.History["CH4"].ToArray());
        Assert.StartsWith("own-", calibration.Identity.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AParameterThatNoMemberVaries_IsHeldOnce()
    {
        var scale = new SmallSet().Read().Calibration!.Of("SF6", Parameter.ForcingScale);

        Assert.Null(scale.ByMember);
        Assert.Equal(0.9, scale.Default);
    }

    /// <summary>1752 lies half way from 0.3 (1751) to 0.5 (1753): 0.4.</summary>
    [Fact]
    public void Read_ForcingWithoutAYear_DrawsAStraightLine()
    {
        var volcanic = new SmallSet().Read().Calibration!.Prescribed["Volcanic"];

        Assert.Equal((1750, 1753), (volcanic.FirstYear, volcanic.LastYear));
        Assert.Equal(0.4, volcanic.At(1752), 1e-15);
    }

    /// <summary>Two scenarios part in 1752, so that the history they share ends with 1751.</summary>
    [Fact]
    public void Read_SeveralScenarios_EndsTheHistoryWhereTheyPart()
    {
        var set = new SmallSet();
        var other = set.Files[Emissions]
            .Split('\n')
            .Skip(1)
            .Select(l => l.Replace("one,", "two,", StringComparison.Ordinal));
        set.Files[Emissions] += string.Join('\n', other).Replace("39,40", "39,41", StringComparison.Ordinal);

        var history = set.Read().Calibration!.History;

        Assert.Equal((1750, 1751), (history.FirstYear, history.LastYear));
    }

    [Fact]
    public void Read_ScenariosThatShareNoYear_HaveNoHistory()
    {
        var set = new SmallSet();
        set.Files[Emissions] += "two,World,CH4,Mt CH4/yr,1,2,3\n";

        var problem = Assert.Single(set.Read().Problems, p => p.IsError);

        Assert.Equal(Fault.NoCommonPast, problem.Fault);
    }

    [Fact]
    public void Read_ASecondEmissionsFile_IsPassedOverWithAWarning()
    {
        var set = new SmallSet();
        set.Files["emissions_more.csv"] = set.Files[Emissions];

        var reading = set.Read();

        Assert.NotNull(reading.Calibration);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(
            (Fault.FilePassedOver, "emissions_more.csv", false),
            (problem.Fault, problem.File, problem.IsError)
        );
    }

    [Fact]
    public void Read_ParametersInTwoFiles_JoinsThemByMember()
    {
        var set = new SmallSet().Having("params_ozone.csv", ",ozone_radiative_efficiency[CH4]", "7,0.5", "11,0.25");

        Assert.Equal([0.5, 0.25], set.Read().Calibration!.Of("CH4", Parameter.OzoneEfficiency).ByMember!);
    }

    [Theory]
    [InlineData("7,0.5", null, 0)]
    [InlineData("7,0.5", "12,0.25", 3)]
    [InlineData("11,0.5", "7,0.25", 2)]
    public void Read_AMemberMissingInOneFile_IsRefused(string first, string? second, int line)
    {
        string[] rows = second is null
            ? [",ozone_radiative_efficiency[CH4]", first]
            : [",ozone_radiative_efficiency[CH4]", first, second];

        var problem = Assert.Single(new SmallSet().Having("params_ozone.csv", rows).Read().Problems, p => p.IsError);

        Assert.Equal((Fault.MembersDiffer, "params_ozone.csv", line), (problem.Fault, problem.File, problem.Line));
    }

    [Fact]
    public void Read_AMistypedName_SuggestsTheRightOne()
    {
        var reading = new SmallSet().With(Params, "forcing_scale[CH4]", "forcing_scal[CH4]").Read();

        Assert.Equal("forcing_scale", reading.Problems.First(p => p.Fault == Fault.ParameterUnknown).DidYouMean[0]);
    }

    [Fact]
    public void Read_EditionsInFileNamesThatDiffer_AreRefused()
    {
        var reading = new SmallSet().Renamed(Params, "params_1.4.1.csv").Renamed(Species, "species_1.4.5.csv").Read();

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((Fault.MixedSet, "species_1.4.5.csv"), (problem.Fault, problem.File));
        Assert.Equal(("1.4.5", "1.4.1"), (problem.Values["found"], problem.Values["expected"]));
    }

    [Theory]
    [InlineData("2.3,2.4", "2.2,2.4")]
    [InlineData("38.2,39", "38.3,39")]
    public void Read_AHistoryThatTheBaselinesWereNotTakenFrom_IsRefused(string old, string replacement)
    {
        var problem = Assert.Single(new SmallSet().With(Emissions, old, replacement).Read().Problems);

        Assert.Equal((Fault.MixedSet, "baseline"), (problem.Fault, problem.Values["part"]));
    }

    [Fact]
    public void Read_MoreThanAMillionCells_IsRefused()
    {
        var wide = string.Join(',', Enumerable.Repeat("1", 1001));
        var set = new SmallSet();
        set.Files[Params] += string.Concat(Enumerable.Repeat(wide + "\n", 1000));

        Assert.Contains(set.Read().Problems, p => (p.Fault, p.File) == (Fault.TooLarge, Params));
    }

    [Fact]
    public void Read_MoreThanSixtyFourMegabytes_IsRefusedWithoutReadingOn()
    {
        var endless = new Endless();
        var reading = FairFolder.Read([Params], _ => endless);

        Assert.Contains(reading.Problems, p => p.Fault == Fault.TooLarge);
        Assert.InRange(endless.Given, 1, 70L << 20);
    }

    /// <summary>A text that never ends.</summary>
    private sealed class Endless : TextReader
    {
        public long Given { get; private set; }

        public override int Read()
        {
            Given++;
            return 'x';
        }

        public override int Read(char[] buffer, int index, int count)
        {
            Array.Fill(buffer, 'x', index, count);
            Given += count;
            return count;
        }
    }
}
