// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Adoption;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Adoption;
using Lodestar.Planning.Library;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.PlanFolder;

/// <summary>Taking a measure of the library over into a plan.</summary>
public sealed class AdoptionTests
{
    private const string Model = """
        model: ville
        time: {from: 2020, to: 2050}
        axes:
          class: [car, bus]
          source: [gas, pump]
        variables:
          road.km[class]: {unit: km/yr, value: {car: 1000000, bus: 50000}}
          homes.bought_share[source]: {unit: 1, sums_to_one: source, value: {gas: 0.8, pump: 0.2}}
          homes.heat: {unit: kWh/yr, value: 4000000}
          emissions.road: {unit: kg CO2/yr, value: "sum(road.km * 0.2 kg CO2/km over class)"}
          emissions.homes: {unit: kg CO2/yr, value: "homes.heat * homes.bought_share[gas] * 0.2 kg CO2/kWh"}
          emissions.total: {unit: t CO2/yr, value: emissions.road + emissions.homes, outcome: yes}
        """;

    private const string Page = """
        format: lodestar-plan@1
        id: ville
        name: Ville
        kind: city
        """;

    private static SharedLibrary Library => LibraryReader.Shipped.Library;

    /// <summary>
    /// Half of the cars' kilometres are reached and 22.5 % of those are cut (the middle of 12 and 33 %): 1,000,000 km at
    /// 0.2 kg make 200 t, of which 0.5 × 0.225 = 11.25 % is 22.5 t. Half-way up the ramp of 2027 to 2037 half of it is there.
    /// </summary>
    [Fact]
    public void Preview_OfACongestionCharge_IsWhatWasReckonedByHand()
    {
        var preview = Preview(Ville(), "congestion-charge", reach: 0.5);

        Assert.Equal(0, preview.Effect!.ChangeIn(2027), 9);
        Assert.Equal(-11.25, preview.Effect.ChangeIn(2032), 9);
        Assert.Equal(-22.5, preview.Effect.ChangeIn(2037), 9);
        Assert.Equal(-22.5, preview.Effect.ChangeIn(2050), 9);
        Assert.Equal(850, preview.Effect.Without[^1], 9);
    }

    /// <summary>A shift moves what it reaches: 30 % of the gas boilers bought, 0.24 of all, at 800 t for 0.8.</summary>
    [Fact]
    public void Preview_OfAHeatPump_MovesWhatItReaches()
    {
        var preview = Preview(Ville(), "heat-pump-air");

        Assert.Equal(-640 * 0.3, preview.Effect!.ChangeIn(2050), 9);
        Assert.Null(preview.Draft!.Effect);
        Assert.Equal(["gas"], Assert.Single(preview.Draft.Operations).From);
    }

    [Theory]
    [InlineData("congestion-charge")]
    [InlineData("heat-pump-air")]
    [InlineData("gas-connection-end")]
    [InlineData("cycle-network")]
    public void Accepting_ChangesTheAnswerByExactlyWhatWasAnnounced(string measure)
    {
        var files = Ville();
        var preview = Preview(files, measure);

        var realised = Total(preview.After!).Zip(Total(files), (with, without) => with - without).ToArray();

        Assert.Equal(
            Enumerable.Range(preview.Effect!.FirstYear, realised.Length).Select(preview.Effect.ChangeIn),
            realised
        );
        Assert.True(realised[^1] < 0);
    }

    [Fact]
    public void Accepting_TouchesNoOtherFileAndKeepsTheLink()
    {
        var files = Ville();
        var preview = Preview(files, "congestion-charge", practice: "stockholm-congestion-charge");
        var adopted = Assert.Single(PlanReader.Read(preview.After!).Plan.Measures);

        Assert.Equal(files.Paths.Append(PlanAdoption.File).Order(StringComparer.Ordinal), preview.After!.Paths);
        Assert.All(files, f => Assert.Equal(Text(f.Value), Text(BytesOf(preview.After, f.Key))));
        Assert.Equal("stockholm-congestion-charge", adopted.AdoptedFrom!.Practice);
        Assert.Equal(
            ("congestion-charge", 0.2, 0.1),
            (adopted.AdoptedFrom.Measure, adopted.AdoptedFrom.Effect, adopted.AdoptedFrom.Reach)
        );
        Assert.DoesNotContain(PlanReader.Read(preview.After).Diagnostics, d => d.Place.File == PlanAdoption.File);
    }

    [Fact]
    public void Adopting_Twice_AddsASecondWithAnIdOfItsOwnAndKeepsComments()
    {
        const string commented = "# ours\nmeasures: # all of them\n  - id: lamps   # old\n    title: Lamps\n";
        var files = Ville().With(PlanAdoption.File, Encoding.UTF8.GetBytes(commented));
        var first = Preview(files, "congestion-charge").After!;
        var second = Preview(first, "congestion-charge");

        Assert.Equal("congestion-charge-2", second.Draft!.Id);
        Assert.StartsWith(
            commented.TrimEnd('\n'),
            Text(BytesOf(second.After!, PlanAdoption.File)),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["lamps", "congestion-charge", "congestion-charge-2"],
            PlanReader.Read(second.After!).Plan.Measures.Select(m => m.Id)
        );
    }

    [Fact]
    public void Preview_ByAPractice_StartsFromWhatWasFoundThere()
    {
        var preview = Preview(Ville(), "congestion-charge", practice: "london-congestion-charge");

        Assert.Equal(0.33, preview.Draft!.Effect);
        Assert.Equal(Mark.Verified, preview.Draft.Assumptions[0].Mark);
        Assert.Equal(["lund-2022"], preview.Draft.Assumptions[0].Sources);
    }

    [Fact]
    public void Preview_OfALibraryRange_SaysThatItsMiddleIsNoFigureOfTheSource() =>
        Assert.Equal(
            ["adoption.effect.middle", "adoption.reach.assumed", "adoption.ramp"],
            Preview(Ville(), "congestion-charge").Draft!.Assumptions.Select(a => a.Sentence.Id)
        );

    [Theory]
    [InlineData("charging-network", "adoption.enabling")]
    [InlineData("gas-boiler", "adoption.reference")]
    [InlineData("direct-air-capture", "adoption.no-acts")]
    [InlineData("recycling", "adoption.no-acts")]
    [InlineData("wastewater-gases", "adoption.nothing-there")]
    public void Preview_OfWhatCannotBeAdopted_SaysWhy(string measure, string why)
    {
        var preview = Preview(Ville(), measure);

        Assert.Null(preview.After);
        Assert.Equal(why, preview.Refusal!.Id);
    }

    [Fact]
    public void Preview_OfAPlanWithoutAModel_SaysSo() =>
        Assert.Equal(
            "adoption.no-model",
            Preview(Ville().Without("model/ville.yaml"), "congestion-charge").Refusal!.Id
        );

    [Fact]
    public void Preview_OfAFaultyModel_NamesItsFaults()
    {
        var faulty = Ville(Model.Replace("homes.heat *", "homes.heet *", StringComparison.Ordinal));
        var preview = Preview(faulty, "congestion-charge");

        Assert.Equal("adoption.faulty-model", preview.Refusal!.Id);
        Assert.Contains("LS3711", preview.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Preview_WhereTheLabelIsNotThere_DoesNotFit()
    {
        var other = Ville(
            Model
                .Replace("[car, bus]", "[auto, bus]", StringComparison.Ordinal)
                .Replace("{car: ", "{auto: ", StringComparison.Ordinal)
        );

        Assert.Equal("adoption.does-not-fit", Preview(other, "congestion-charge").Refusal!.Id);
    }

    [Fact]
    public void Preview_OfASampleModel_CutsItsRoads()
    {
        var folder = Repository.Path("tests/Lodestar.Data.Tests/Model/HeatAndRoads");
        var files = PlanDirectory.Read(folder).Files;
        var preview = Preview(files, "congestion-charge");

        Assert.Equal(["road.a_km", "road.minor_km"], preview.Draft!.Operations.Select(o => o.Of));
        Assert.True(preview.Effect!.ChangeIn(2045) < 0);
    }

    /// <summary>
    /// Half-way up the ramp of 2027 to 2037, 10 % of the expected 20 % and half of what the model says: 200 t of cars ×
    /// 10 % reach × 20 % is 4 t, of which 2 t in 2032. What has no number is counted and not read.
    /// </summary>
    [Fact]
    public void Observed_BesideExpected_AreInTheUnitOfTheCount()
    {
        const string observed = """
            measure,year,value,unit,source
            congestion-charge,2032,8,%,count
            congestion-charge,2032,1500,kg CO2,count
            congestion-charge,2032,1.5,t CO2/yr,
            congestion-charge,2032,1,GWh,
            congestion-charge,soon,1,%,
            ,2032,1,%,
            """;
        var preview = Preview(Ville(), "congestion-charge", practice: "stockholm-congestion-charge");
        var adopted = PlanReader.Read(preview.After!).Plan.Measures.Single().AdoptedFrom!;

        var read = MeasureObservations.Read(Ville().With("observations.csv", Encoding.UTF8.GetBytes(observed)));
        var rows = read.Rows.Select(r => ExpectedAndObserved.Of(r, adopted, (2027, 2037), preview.Effect!)).ToList();

        Assert.Equal(1, read.Unread);
        Assert.Equal(["count", "count", null, null], read.Rows.Select(r => r.Source));
        Assert.Equal(10, rows[0].Expected!.Value, 9);
        Assert.Equal(2000, rows[1].Expected!.Value, 6);
        Assert.Equal(2, rows[2].Expected!.Value, 9);
        Assert.Null(rows[3].Expected);
        Assert.Empty(MeasureObservations.Read(Ville()).Rows);
    }

    /// <summary>
    /// Two measures taken over one after the other: 200 t of cars × 10 % × 20 % is 4 t, and 0.24 of all boilers at 800 t
    /// is 192 t. In 2032 half of each is there: 10 % of the charge's 20 %, and 96 t by pumps.
    /// </summary>
    [Fact]
    public void Adopted_OfTwoMeasures_EachStandsBesideItsOwnObservations()
    {
        const string observed = """
            measure,year,value,unit,source
            congestion-charge,2032,8,%,count
            heat-pump-air,2032,90,t CO2,count
            heat-pump-air,2037,200,t CO2,count
            """;
        var one = Preview(Ville(), "congestion-charge", practice: "stockholm-congestion-charge").After!;
        var two = Preview(one, "heat-pump-air").After!.With("observations.csv", Encoding.UTF8.GetBytes(observed));
        var reading = PlanReader.Read(two);

        var adopted = AdoptedMeasure.Of(two, reading.Plan, CheckedModel.Of(ModelReader.Read(two)));

        Assert.DoesNotContain(reading.Diagnostics, d => d.Place.File == "observations.csv");
        Assert.Equal(["congestion-charge", "heat-pump-air"], adopted.Select(a => a.Measure.Id));
        Assert.Equal([-4.0, -192.0], adopted.Select(a => Math.Round(a.Effect!.ChangeIn(2050), 9)));
        Assert.Equal([10.0], adopted[0].Observed.Select(o => Math.Round(o.Expected!.Value, 9)));
        Assert.Equal([96.0, 192.0], adopted[1].Observed.Select(o => Math.Round(o.Expected!.Value, 9)));
    }

    [Fact]
    public void Observations_WithFaults_SayWhereAndWhatToDo()
    {
        const string observed = """
            measure,year,value,unit
            congestion-charge,soon,1,%
            congestion-charge,2030,much,%
            congestion-charge,2030,1,t CO3
            congestion-chrge,2030,1,%
            ,never,x,y
            congestion-charge,2030,4.2,%
            """;
        var adopted = Preview(Ville(), "congestion-charge").After!;

        var found = PlanReader
            .Read(adopted.With("observations.csv", Encoding.UTF8.GetBytes(observed)))
            .Diagnostics.Where(d => d.Place.File == "observations.csv")
            .ToList();

        Assert.Equal(
            [("LS1524", "B2"), ("LS1525", "C3"), ("LS1526", "D4"), ("LS1527", "A5")],
            found.Select(d => (d.Id, d.Place.Cell))
        );
        Assert.Contains("congestion-charge", found[^1].DidYouMean);
    }

    [Fact]
    public void Observations_WithoutAColumn_SayWhichOnce()
    {
        var adopted = Preview(Ville(), "congestion-charge").After!;
        var files = adopted.With(
            "observations.csv",
            "measure,yaer,value,unit\ncongestion-charge,2030,1,%\ncongestion-charge,2031,1,%\n"u8.ToArray()
        );

        var fault = Assert.Single(PlanReader.Read(files).Diagnostics, d => d.Place.File == "observations.csv");

        Assert.Equal("LS1523", fault.Id);
        Assert.Equal(["yaer"], fault.DidYouMean);
        // A table of something else names no measure.
        Assert.DoesNotContain(
            PlanReader.Read(adopted.With("observations.csv", "year,value\n2030,x\n"u8.ToArray())).Diagnostics,
            d => d.Place.File == "observations.csv"
        );
    }

    /// <summary>Measures that a model's own files declare may be observed too.</summary>
    [Fact]
    public void Observations_OfAMeasureOfTheModel_AreNoFault()
    {
        var model = Model + "\nmeasures:\n  less_heat: {scale: {of: homes.heat, amount: 0.9}, controller: city}\n";
        var files = Ville()
            .With("model/city.yaml", Encoding.UTF8.GetBytes(model))
            .With("observations.csv", "measure,year,value,unit\nless-heat,2030,5,%\n"u8.ToArray());

        Assert.DoesNotContain(PlanReader.Read(files).Diagnostics, d => d.Place.File == "observations.csv");
    }

    private static AdoptionPreview Preview(
        PlanFiles files,
        string measure,
        double? reach = null,
        string? practice = null
    ) =>
        PlanAdoption.Preview(
            files,
            PlanReader.Read(files).Plan,
            new AdoptionWish(Library.FindMeasure(measure)!, 2027)
            {
                Reach = reach,
                Practice = Library.FindPractice(practice),
            }
        );

    private static double[] Total(PlanFiles files)
    {
        var model = CheckedModel.Of(ModelReader.Read(files)).Model!;
        return InterpretedRun.Of(model, Settings.None.Lane(model)).Values(model.Find("emissions.total")!).ToArray();
    }

    private static PlanFiles Ville(string model = Model) =>
        new([
            KeyValuePair.Create("plan.yaml", new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(Page))),
            KeyValuePair.Create("model/ville.yaml", new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(model))),
        ]);

    private static ReadOnlyMemory<byte> BytesOf(PlanFiles files, string path) =>
        files.TryGet(path, out var bytes) ? bytes : default;

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
