// SPDX-License-Identifier: Apache-2.0
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;

namespace Lodestar.Data.Tests.Control;

public sealed class ControlReadingTests
{
    private const string Page = """
        format: lodestar-plan@1
        id: testby
        name: Testby
        kind: city
        parents: {SE-AB: 1971-, region: 40 %, SE-C: 1975- 12.5 %, old: -1970 0 %, X: always}
        inventories:
          - {id: city, file: inventory/city.csv}
        powers:
          - {id: building-standards, held: partly, holder: Government, holder_level: nation, note: Homes only, source: law}
          - {id: parking, held: yes}
        sources:
          - {id: law, title: The law}
        """;

    private const string Measures = """
        measures:
          - id: heat-pumps
            title: Heat pumps
            requires:
              - {power: building-standards, part: yes}
              - {power: parking, optional: yes}
            effect: {unit: kt CO2e, values: {2030: 150}}
          - {id: bus, title: Bus lanes, effect: {unit: t CO2e, values: {2030: 5000}}}
        """;

    private const string Asks = """
        asks:
          - id: grid
            title: A grid without coal by 2030
            description: Every heat pump needs it.
            addressee: UK Government
            level: nation
            place: GB
            instrument: regulation
            status: made
            since: 2022
            measures: [heat-pumps]
            sectors: [I]
            unlocks: {unit: kt CO2e, values: {2030: 120, 2040: 0}, kind: estimated}
            allies: [GB-EDH, carbon-neutral-cities-alliance]
            source: law
          - {id: bare, title: Nothing more is said}
          - {id: dated, title: Dated, addressee: Grid, status: heard, since: 2023-05-31}
        """;

    private static readonly SharedLibrary Library = SharedLibrary.Empty with
    {
        Powers = EquatableList.Of(Power("building-standards"), Power("parking")),
    };

    [Fact]
    public void Read_PowersNeedsAndAsks_YieldsEverythingStated()
    {
        var reading = Read();

        Assert.Empty(reading.Diagnostics);
        var plan = reading.Plan;
        Assert.Equal(
            [
                new Parent("SE-AB", 1971),
                new Parent("region", null, null, 0.4),
                new Parent("SE-C", 1975, null, 0.125),
                new Parent("old", null, 1970, 0),
                new Parent("X"),
            ],
            plan.Parents
        );
        Assert.Equal(
            [("building-standards", Stated.Partly), ("parking", Stated.Yes)],
            plan.Powers.Select(p => (p.Power, p.Held))
        );
        var power = plan.Powers[0];
        Assert.Equal(
            ("Government", ControlLevel.Nation, "Homes only", "law"),
            (power.Holder, power.HolderLevel, power.Note, power.Source)
        );
        Assert.Equal(
            [new PowerRequirement("building-standards", false), new PowerRequirement("parking", true, false)],
            plan.Measures[0].Requires
        );
        var ask = plan.Asks[0];
        Assert.Equal(
            (ControlLevel.Nation, "GB", AskInstrument.Regulation, AskStatus.Made, true),
            (ask.AddresseeLevel, ask.AddresseePlace, ask.Instrument, ask.Status, ask.SinceYearOnly)
        );
        Assert.Equal(new DateOnly(2022, 12, 31), ask.Since);
        Assert.Equal(["heat-pumps"], ask.Measures);
        Assert.Equal(["GB-EDH", "carbon-neutral-cities-alliance"], ask.Allies);
        Assert.Equal((Cell.Of(120), Cell.Of(0)), (ask.Unlocks![2030], ask.Unlocks[2040]));
        Assert.Equal(ValueKind.Estimated, ask.Kind);
        var bare = plan.Asks[1];
        Assert.Equal(
            (AskStatus.NotStated, AskInstrument.NotStated, ControlLevel.NotStated, ValueKind.NotStated),
            (bare.Status, bare.Instrument, bare.AddresseeLevel, bare.Kind)
        );
        Assert.Null(bare.Unlocks);
        Assert.Equal((new DateOnly(2023, 5, 31), false), (plan.Asks[2].Since!.Value, plan.Asks[2].SinceYearOnly));
    }

    [Fact]
    public void Files_OfAReadPlan_ReadBackTheSame()
    {
        var plan = Read().Plan;

        var again = PlanReader.Read(PlanText.Files(plan), Library);

        Assert.Empty(again.Diagnostics);
        Assert.Equal(plan.Parents, again.Plan.Parents);
        Assert.Equal(Said(plan), Said(again.Plan));
    }

    [Theory]
    [InlineData("region: 40 %", "region: 140 %", "LS1370")]
    [InlineData("region: 40 %", "region: -1 %", "LS1370")]
    [InlineData("region: 40 %", "region: half %", "LS1370")]
    [InlineData("region: 40 %", "region: lately 40 %", "LS1331")]
    [InlineData("id: parking", "id: parkin", "LS1371", "parking")]
    [InlineData("held: yes", "held: perhaps", "LS1304")]
    [InlineData("holder_level: nation", "holder_level: state", "LS1304")]
    [InlineData("id: parking, held", "id: building-standards, held", "LS1306")]
    public void Read_FaultyPage_SaysWhatAndKeepsTheRest(string good, string bad, string id, string? near = null)
    {
        var reading = Read(page: Replaced(Page, good, bad));

        AssertFault(reading, "plan.yaml", id, near);
        Assert.Equal("building-standards", reading.Plan.Powers[0].Power);
        Assert.Equal(5, reading.Plan.Parents.Count);
    }

    [Theory]
    [InlineData("power: building-standards", "power: buildings-standards", "LS1371", "building-standards")]
    [InlineData("power: parking", "power: building-standards", "LS1372")]
    [InlineData("power: parking, ", "", "LS1302")]
    public void Read_FaultyNeeds_SaysWhatAndKeepsTheRest(string good, string bad, string id, string? near = null)
    {
        var reading = Read(measures: Replaced(Measures, good, bad));

        AssertFault(reading, "measures/a.yaml", id, near);
        Assert.Equal(2, reading.Plan.Measures.Count);
    }

    [Theory]
    [InlineData("measures: [heat-pumps]", "measures: [heat-pump]", "LS1373", "heat-pumps")]
    [InlineData("2030: 120", "2030: -120", "LS1374")]
    [InlineData("place: GB", "place: Great Britain", "LS1375")]
    [InlineData("allies: [GB-EDH", "allies: [Edinburgh!", "LS1375")]
    [InlineData("2030: 120", "2030: 151", "LS1430")]
    [InlineData("addressee: Grid, ", "", "LS1431")]
    [InlineData("status: made", "status: amde", "LS1304", "made")]
    [InlineData("kind: estimated", "kind: guessed", "LS1304")]
    [InlineData("unit: kt CO2e", "unit: kWh", "LS1312")]
    [InlineData("id: bare", "id: grid", "LS1306")]
    [InlineData("sectors: [I]", "sectors: [IX]", "LS1321")]
    [InlineData("since: 2022", "since: lately", "LS1307")]
    [InlineData("source: law", "source: lawn", "LS1316", "law")]
    [InlineData("title: Nothing more is said", "titel: Nothing more is said", "LS1301", "title")]
    public void Read_FaultyAsks_SaysWhatAndKeepsTheRest(string good, string bad, string id, string? near = null)
    {
        var reading = Read(asks: Replaced(Asks, good, bad));

        AssertFault(reading, "asks.yaml", id, near);
        Assert.Equal(3, reading.Plan.Asks.Count);
        Assert.Equal("A grid without coal by 2030", reading.Plan.Asks[0].Title);
    }

    /// <summary>150 kt of heat pumps and 5000 t of bus lanes cut 155 kt in 2030.</summary>
    [Theory]
    [InlineData(155, false)]
    [InlineData(156, true)]
    public void Read_UnlocksOfSeveralMeasures_AreHeldAgainstTheirSum(int kilotonnes, bool doubted)
    {
        var asks = Replaced(Asks, "measures: [heat-pumps]", "measures: [heat-pumps, bus]");
        var reading = Read(asks: Replaced(asks, "2030: 120", $"2030: {kilotonnes}"));

        Assert.Equal(doubted, reading.Diagnostics.Any(d => d.Id == "LS1430"));
    }

    [Fact]
    public void Read_ANegativeYear_IsNotZeroButNotStated()
    {
        var ask = Read(asks: Replaced(Asks, "2030: 120", "2030: -120")).Plan.Asks[0];
        Assert.Equal(Cell.Missing, ask.Unlocks![2030]);
        Assert.Equal(Cell.Of(0), ask.Unlocks[2040]);
    }

    /// <summary>28 t CO2e for a tonne of methane in AR5; CO2 one to one; CO2e as it stands.</summary>
    [Theory]
    [InlineData("kt CO2e", 120_000)]
    [InlineData("Mt CO2e_AR4", 120_000_000)]
    [InlineData("t CO2", 120)]
    [InlineData("t CH4", 3360)]
    public void Tonnes_OfWhatIsUnlocked_AreOfCO2e(string unit, double expected)
    {
        var plan = Read(asks: Replaced(Asks, "unlocks: {unit: kt CO2e", $"unlocks: {{unit: {unit}")).Plan;
        Assert.Equal(expected, UnlockedCuts.Tonnes(plan, plan.Asks[0])[0].Tonnes, 6);
    }

    /// <summary>A library without powers cannot say that a plan's are none.</summary>
    [Fact]
    public void Read_WithoutPowersInTheLibrary_DoubtsNone() =>
        Assert.DoesNotContain(PlanReader.Read(Files(), SharedLibrary.Empty).Diagnostics, d => d.Id == "LS1371");

    [Fact]
    public void Read_MutatedFiles_NeverThrows()
    {
        var random = new Random(20261123);
        string[] paths = ["plan.yaml", "measures/a.yaml", "asks.yaml"];
        for (var i = 0; i < 600; i++)
        {
            var files = Files();
            var path = paths[i % paths.Length];
            Assert.True(files.TryGet(path, out var bytes));

            var reading = PlanReader.Read(files.With(path, MutationTests.Mutated(bytes.ToArray(), random)), Library);

            _ = Assessor.Assess(reading.Plan, new DateOnly(2026, 11, 22));
            Assert.All(reading.Diagnostics, d => Assert.NotEmpty(Texts.Of(d)));
            Assert.NotEmpty(PlanText.PlanYaml(reading.Plan) + ControlText.Asks(reading.Plan.Asks));
        }
    }

    private static void AssertFault(PlanReading reading, string file, string id, string? near)
    {
        var fault = Assert.Single(reading.Diagnostics, d => d.Id == id);
        Assert.Equal(file, fault.Place.File);
        Assert.True(fault.Place.Line > 0);
        Assert.NotEmpty(Texts.Of(fault));
        if (near is not null)
        {
            Assert.Contains(near, fault.DidYouMean);
        }
    }

    private static string Replaced(string text, string good, string bad)
    {
        Assert.Contains(good, text, StringComparison.Ordinal);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + good.Length));
    }

    private static PlanReading Read(string page = Page, string measures = Measures, string asks = Asks) =>
        PlanReader.Read(Files(page, measures, asks), Library);

    private static PlanFiles Files(string page = Page, string measures = Measures, string asks = Asks) =>
        PlanFolder.Plans.Files(
            ("plan.yaml", page + "\n"),
            ("inventory/city.csv", "id,category,unit,2020\nall,I,kt CO2e,900\n"),
            ("measures/a.yaml", measures + "\n"),
            ("asks.yaml", asks + "\n")
        );

    private static Power Power(string id) => new(id, new LocalText(id)) { Citation = Citation.None };

    private static string Said(Plan plan) =>
        string.Join(
            "\n",
            plan.Powers.Select(p => $"{p with { Place = Place.Folder }}")
                .Concat(plan.Measures.Select(m => $"{m.Id} {string.Join(' ', m.Requires)}"))
                .Concat(
                    plan.Asks.Select(a =>
                        $"{a.Id} {a.Title} {a.Description} {a.Addressee} {a.AddresseeLevel} {a.AddresseePlace} {a.Instrument} "
                        + $"{a.Status} {a.Since} {a.SinceYearOnly} {string.Join(' ', a.Measures)} {string.Join(' ', a.Sectors)} "
                        + $"{a.Unlocks?.Unit.Symbol} {string.Join(' ', a.Unlocks?.Cells.Select(c => $"{c.Year}={c.Cell}") ?? [])} "
                        + $"{a.Kind} {string.Join(' ', a.Allies)} {a.Source}"
                    )
                )
        );
}
