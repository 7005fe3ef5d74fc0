// SPDX-License-Identifier: Apache-2.0
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.Library;
using Lodestar.Planning.Control;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;

namespace Lodestar.Data.Tests.Library;

/// <summary>The measures that ship, and what the reader says of faulty ones.</summary>
public sealed class MeasureLibraryTests
{
    private const string Sound = """
        measures:
          - id: charge
            code: T1
            title: {en: Charge, fr: Péage}
            sectors: [II.1]
            mechanism: price
            effect: {low: 12, high: 33, unit: "%", of: {en: cars, fr: voitures}}
            life: {value: 3, up_to: 5}
            cost: {value: 80, up_to: 500, unit: EUR_2020/m2}
            controllers: [city, nation]
            requires: [parking]
            interactions:
              - {with: car, kind: before}
            acts:
              - {operation: scale, of: road.car_km}
            reach: 10
            localise: yes
            mark: verified
            as_of: 2022-06-13
            sources: [law-2022]
          - id: car
            code: T2
            title: {en: Car, fr: Voiture}
            mechanism: fleet
            acts:
              - {operation: shift, of: road.share, from: [petrol], to: electric}
            mark: verified
            as_of: 2022-06-13
            sources: [law-2022]
        """;

    private const string Effect = """{low: 12, high: 33, unit: "%", of: {en: cars, fr: voitures}}""";

    private static SharedLibrary Library => LibraryReader.Shipped.Library;

    /// <summary>Seventy-five rows, by the letter of their group as the research notes count them.</summary>
    [Fact]
    public void ShippedMeasures_ByGroup_AreAllThere()
    {
        var expected = new Dictionary<char, int>
        {
            ['B'] = 18,
            ['E'] = 14,
            ['T'] = 22,
            ['W'] = 9,
            ['I'] = 6,
            ['A'] = 4,
            ['R'] = 2,
        };

        Assert.Equal(
            expected.SelectMany(g => Enumerable.Range(1, g.Value).Select(n => $"{g.Key}{n}")).Order(),
            Library.Measures.Select(m => m.Code).Order()
        );
    }

    [Fact]
    public void ShippedMeasures_Each_SayWhoDecidesHowTheyWorkAndWhatTheyDo() =>
        Assert.All(
            Library.Measures,
            m =>
            {
                Assert.NotEmpty(m.Controllers);
                Assert.NotNull(m.Mechanism);
                Assert.True(m.Localise);
                Assert.True(m.Sectors.Count > 0 || m.Id == "direct-air-capture");
                Assert.True(
                    m.Effect is not null
                        || m.Performance is not null
                        || m.EffectNote is not null
                        || m.Role != MeasureRole.Acting
                );
            }
        );

    [Fact]
    public void ShippedMeasures_ThatEnableOrAreReferences_ClaimNothing()
    {
        var others = Library.Measures.Where(m => m.Role != MeasureRole.Acting).ToList();

        Assert.Equal(["B11", "E13", "E4", "E9", "T18"], others.Select(m => m.Code).Order(StringComparer.Ordinal));
        Assert.All(others, m => Assert.Null(m.Effect));
    }

    /// <summary>Figures as the research notes give them, and who stands behind each.</summary>
    [Theory]
    [InlineData("congestion-charge", 12.0, null, 33.0, Mark.Verified, "kuss-nicholas-2022")]
    [InlineData("fabric-retrofit", null, 25.0, null, Mark.Verified, "drawdown-inputs")]
    [InlineData("heat-pump-air", 60.0, null, 95.0, Mark.Unverified, "technology-data")]
    [InlineData("transit-oriented-development", null, null, 31.0, Mark.Unverified, "capcoa-2021")]
    [InlineData("cycle-network", 0.5, null, 0.8, Mark.Unverified, "capcoa-2021")]
    [InlineData("pay-as-you-throw", 10.0, null, 40.0, Mark.Unverified, "starter-ranges")]
    public void Effect_OfAShippedMeasure_IsThatOfItsSource(
        string id,
        double? low,
        double? central,
        double? high,
        Mark mark,
        string source
    )
    {
        var effect = Library.FindMeasure(id)!.Effect!;

        Assert.Equal((low, central, high), (effect.Low, effect.Central, effect.High));
        Assert.Equal((mark, source), (effect.Citation.Mark, effect.Citation.Sources[0]));
    }

    [Fact]
    public void Cost_OfBiochar_IsNotTakenOver() => Assert.Null(Library.FindMeasure("biochar")!.Cost);

    /// <summary>PyPSA technology-data, outputs/costs_2030.csv, in euros of 2020; the library rounds to what it shows.</summary>
    [Theory]
    [InlineData("heat-pump-air", 899.4884, null)]
    [InlineData("heat-pump-ground", 1481.5103, null)]
    [InlineData("gas-boiler", 314.1035, null)]
    [InlineData("large-heat-pump", 906.0988, null)]
    [InlineData("wastewater-heat-pump", 604.0659, null)]
    [InlineData("heat-store", 3.1374, null)]
    [InlineData("rooftop-solar", 702.9265, 840.0461)]
    [InlineData("utility-solar", 383.7312, null)]
    [InlineData("onshore-wind", 1095.8533, null)]
    [InlineData("offshore-wind", 1682.1226, null)]
    [InlineData("battery", 150.2675, null)]
    [InlineData("electric-bus", 222_485.6452, null)]
    [InlineData("electric-car", 24_624.0, null)]
    [InlineData("electric-truck", 151_213.8954, null)]
    [InlineData("anaerobic-digestion", 955.1865, null)]
    [InlineData("waste-capture", 8582.5944, null)]
    [InlineData("industrial-heat-pump", 784.2516, 941.1019)]
    [InlineData("cement-capture", 2_600_000.0, null)]
    [InlineData("hydrogen-steel", 4_277_858.0, null)]
    [InlineData("direct-air-capture", 6_000_000.0, null)]
    public void Cost_OfATechnology_IsThePublishedOne(string id, double published, double? upTo)
    {
        var cost = Library.FindMeasure(id)!.Cost!;

        Assert.StartsWith("EUR_2020", cost.Unit, StringComparison.Ordinal);
        Assert.Equal(1, cost.Value!.Value / published, 1.5e-2);
        Assert.Equal(upTo is null, cost.UpTo is null);
        Assert.Equal(1, (cost.UpTo ?? 1) / (upTo ?? 1), 1e-3);
    }

    [Fact]
    public void Cost_OfAHeatPump_IsReadWhereItsEffectIsNot()
    {
        var pump = Library.FindMeasure("heat-pump-air")!;

        Assert.Equal(
            (899.0, "EUR_2020/kW", Mark.Verified),
            (pump.Cost!.Value, pump.Cost.Unit, pump.Cost.Citation.Mark)
        );
        Assert.Equal(3.6, pump.Performance!.Value);
    }

    [Fact]
    public void Practices_ThatCarryAMeasure_NameOneOfTheLibrary()
    {
        var carried = Library.Practices.Where(p => p.Measure is not null).ToList();

        Assert.True(carried.Count >= 8);
        Assert.All(carried, p => Assert.NotNull(Library.FindMeasure(p.Measure!.Id)));
        Assert.Equal(20, Library.FindPractice("stockholm-congestion-charge")!.Measure!.Effect!.Central);
    }

    [Theory]
    [InlineData(10.0, null, 30.0, 20.0, MiddleKind.MiddleOfRange)]
    [InlineData(10.0, 12.0, 30.0, 12.0, MiddleKind.Stated)]
    [InlineData(null, null, 30.0, 15.0, MiddleKind.HalfOfMost)]
    public void Middle_OfARange_SaysWhatItIs(
        double? low,
        double? central,
        double? high,
        double value,
        MiddleKind kind
    ) =>
        Assert.Equal(
            (value, kind),
            new MeasureEffect(EffectUnit.Percent, new("cars"))
            {
                Low = low,
                Central = central,
                High = high,
                Citation = Citation.None,
            }.Middle
        );

    [Fact]
    public void Read_SoundMeasures_SaysWhatTheyHold()
    {
        var reading = Read(Sound);
        var charge = reading.Library.FindMeasure("charge")!;

        Assert.Empty(reading.Diagnostics.Select(d => d.Id));
        Assert.Equal([ControlLevel.City, ControlLevel.Nation], charge.Controllers);
        Assert.Equal((22.5, MiddleKind.MiddleOfRange), charge.Effect!.Middle);
        Assert.Equal(0.1, charge.Reach);
        Assert.Equal(new MeasureLife(3, 5, false), charge.Life);
        Assert.Equal(new MeasureInteraction("car", InteractionKind.Before, null), Assert.Single(charge.Interactions));
        Assert.Equal(Mark.Verified, charge.Effect.Citation.Mark);
        Assert.Equal("electric", Assert.Single(reading.Library.FindMeasure("car")!.Acts).To);
    }

    [Theory]
    [InlineData("with: car", "with: cart", "LS1387", "cart", "car")]
    [InlineData("[city, nation]", "[city, natoin]", "LS1388", "natoin", "nation")]
    [InlineData("requires: [parking]", "requires: [parkng]", "LS1371", "parkng", "parking")]
    [InlineData("mechanism: price", "mechanism: prize", "LS1304", "prize", "price")]
    [InlineData("    effect:", "    role: enabling\n    effect:", "LS1389", Effect, null)]
    [InlineData("    effect:", "    role: reference\n    effect:", "LS1389", Effect, null)]
    [InlineData("low: 12, high: 33, ", "", "LS1390", "%", null)]
    [InlineData("low: 12, high: 33", "low: 33, high: 12", "LS1386", "12", null)]
    [InlineData("low: 12, high: 33", "low: 12, central: 40, high: 33", "LS1386", "33", null)]
    [InlineData("value: 3, up_to: 5", "value: 5, up_to: 3", "LS1386", "3", null)]
    [InlineData("from: [petrol], ", "", "LS1391", "road.share", null)]
    [InlineData("reach: 10", "reach: 0", "LS1392", "0", null)]
    [InlineData("reach: 10", "reach: 101", "LS1392", "101", null)]
    [InlineData("unit: \"%\"", "unit: t", "LS1304", "t", null)]
    public void Read_AFaultyMeasure_SaysSoOnce(string old, string @new, string id, string? text, string? meant)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);
        var diagnostic = Assert.Single(Read(Sound.Replace(old, @new, StringComparison.Ordinal)).Diagnostics);

        Assert.Equal((id, text), (diagnostic.Id, diagnostic.Text));
        Assert.Equal(meant, diagnostic.DidYouMean.FirstOrDefault());
        Assert.DoesNotContain("{", Texts.Catalog.Render(diagnostic.Reason), StringComparison.Ordinal);
        Assert.DoesNotContain("{", Texts.Catalog.Render(diagnostic.Fix!), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnEnablingMeasureWithAnEffect_LeavesTheEffectOut()
    {
        var text = Sound.Replace("    effect:", "    role: enabling\n    effect:", StringComparison.Ordinal);

        Assert.Null(Read(text).Library.FindMeasure("charge")!.Effect);
    }

    [Fact]
    public void Read_TheSameIdInTwoFiles_IsSaidAndTheFirstKept()
    {
        var library = new Libraries.SmallLibrary(
            new Dictionary<string, string>(Libraries.Small.Files)
            {
                ["measures/a.yaml"] = Sound,
                ["measures/b.yaml"] = Sound,
            }
        );
        var reading = library.Read();

        Assert.Equal(["LS1306", "LS1306"], reading.Diagnostics.Select(d => d.Id));
        Assert.Equal(2, reading.Library.Measures.Count);
    }

    private static LibraryReading Read(string measures) =>
        new Libraries.SmallLibrary(
            new Dictionary<string, string>(Libraries.Small.Files) { ["measures/own.yaml"] = measures }
        ).Read();
}
