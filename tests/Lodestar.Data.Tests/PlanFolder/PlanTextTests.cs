// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class PlanTextTests
{
    private static readonly string[] Words =
    [
        "Plain words",
        "a: b",
        "#hash",
        "x # y",
        "- dash",
        "\"quoted\"",
        "it's",
        "two\nlines",
        "Ümlaut – ½",
        "null",
        "~",
        "yes",
        "1e3",
        "=SUM(A1)",
        "comma, and \"quote\"",
        "{flow}",
        "tab\there",
        "😀",
        "100 %",
        "\u0085\u2028",
    ];

    [Fact]
    public void Files_AnyPlan_ReadBackEqual() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var plan = new Maker(new Random(seed)).Plan();

                    var reading = PlanReader.Read(PlanText.Files(plan));

                    Assert.Equal([], reading.Diagnostics.Select(Texts.Of));
                    Assert.Equal(Plans.Said(plan), Plans.Said(reading.Plan));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Files_GoodPlan_AreStable()
    {
        var first = PlanText.Files(PlanReader.Read(Plans.Good).Plan);
        var second = PlanText.Files(PlanReader.Read(first).Plan);

        Assert.All(first, f => Assert.Equal(Plans.Text(first, f.Key), Plans.Text(second, f.Key)));
        Assert.Equal(first.Paths, second.Paths);
    }

    [Fact]
    public void InventoryCsv_OneProvenanceARow_IsWide()
    {
        var inventory = PlanReader.Read(Plans.Good).Plan.Inventories[0];

        Assert.Equal(Plans.Inventory, PlanText.InventoryCsv(inventory));
    }

    [Theory]
    [InlineData("Göteborgs Stad", "goteborgs-stad")]
    [InlineData("  St. John’s / Łódź & Co ", "st-johns-lodz-and-co")]
    [InlineData("東京", "item")]
    [InlineData("", "item")]
    [InlineData("\ud800x", "x")]
    public void Slug_AnyName_IsAnId(string name, string slug) => Assert.Equal(slug, PlanIds.Slug(name));

    [Fact]
    public void Slug_AnyText_IsValid() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => PlanIds.IsValid(PlanIds.Slug(text ?? "")))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Unique_TakenIds_CountsUpWithinTheLength()
    {
        var longest = new string('a', PlanIds.MaxLength);

        Assert.Equal("x", PlanIds.Unique("x", ["y"]));
        Assert.Equal("x-3", PlanIds.Unique("x", ["x", "x-2"]));
        Assert.Equal(longest[..^2] + "-2", PlanIds.Unique(longest, [longest]));
    }

    private sealed class Maker(Random random)
    {
        private static readonly string[] Units = ["kt CO2", "t CH4", "kg N2O", "kt CO2e", "Mt CO2"];
        private static readonly string[] Categories = ["I.1.1", "II.1", "III", "total"];

        public Plan Plan() =>
            new()
            {
                Id = "a-place",
                Name = Word(),
                Kind = (JurisdictionKind)random.Next(5),
                Country = Maybe("GB"),
                Codes = Enumerable
                    .Range(0, random.Next(3))
                    .ToDictionary(i => $"scheme-{i}", _ => Word(), StringComparer.Ordinal),
                BaseYear = 1990,
                Horizon = random.Next(2) == 0 ? null : 2050,
                GwpSet = random.Next(2) == 0 ? GwpSet.AR5 : GwpSet.AR6Of20,
                Currency = Maybe("SEK"),
                Area = random.Next(2) == 0 ? null : new Quantity(Number(), Unit.Parse("km2")),
                Population = random.Next(2) == 0 ? null : Series("person"),
                Cycles = new Cycles(random.Next(2) == 0 ? null : 1.5, random.Next(2) == 0 ? null : 4),
                Inventories = List(1, i => Inventory($"inventory-{i}")),
                Targets = List(0, Target),
                Sources = List(
                    1,
                    i => new Source($"source-{i}", Word())
                    {
                        Publisher = Maybe(Word()),
                        Published = Date(),
                        Licence = Maybe("CC-BY-4.0"),
                        Url = Maybe("https://example.org/a?b=c#d"),
                        Retrieved = Date(),
                        Note = Maybe(Word()),
                    }
                ),
            };

        private InventoryRecord Inventory(string id) =>
            new(id, $"inventory/{id}.csv")
            {
                Title = Maybe(Word()),
                Protocol = Maybe("GPC v1.1"),
                BoundaryNote = Maybe(Word()),
                Boundary = (Boundary)random.Next(3),
                Gases = random.Next(2) == 0 ? EquatableList<string>.Empty : EquatableList.Of("CO2", "CH4"),
                Published = Date(),
                Source = Maybe("source-0"),
                Rows = List(1, i => Row($"row-{i}")),
            };

        private InventoryRow Row(string id)
        {
            var category = random.Next(3) == 0 ? null : Categories[random.Next(Categories.Length)];
            return new InventoryRow(id, category, Series(Units[random.Next(Units.Length)]), Place.Folder)
            {
                Role = category == "total" ? RowRole.StatedTotal : (RowRole)random.Next(2),
                Label = Maybe(Word().Trim()),
                Fuel = Maybe("gas"),
                Note = Maybe(Word().Trim()),
            };
        }

        private YearSeries Series(string unit)
        {
            var one = random.Next(2) == 0;
            var provenance = Provenance();
            var cells = Enumerable
                .Range(2000, 1 + random.Next(5))
                .Select(y => new YearCell(y, Cell(), one ? provenance : Provenance()));
            // The last cell is a number, so that a long table keeps the row.
            return new YearSeries(
                Unit.Read(unit, null).Unit!.AssumeGwpSet(GwpSet.AR5),
                cells.Append(new YearCell(2010, Planning.Series.Cell.Of(Number()), provenance))
            );
        }

        private Cell Cell() =>
            random.Next(7) switch
            {
                0 => Planning.Series.Cell.Missing,
                1 => Planning.Series.Cell.NotEstimated,
                2 => Planning.Series.Cell.NotOccurring,
                3 => Planning.Series.Cell.Confidential,
                4 => Planning.Series.Cell.IncludedElsewhere("I.1.1"),
                _ => Planning.Series.Cell.Of(Number()),
            };

        private Provenance Provenance() =>
            new(
                Maybe("source-0"),
                (Quality)random.Next(4),
                random.Next(2) == 0 ? null : random.NextDouble(),
                (ValueKind)random.Next(6)
            );

        private Target Target(int i) =>
            new($"target-{i}", List(1, Version))
            {
                Title = Maybe(Word()),
                AccountOf = i > 0 ? Maybe("target-0") : null,
            };

        private TargetVersion Version(int i)
        {
            var kind = (TargetKind)random.Next(5);
            var isIntensity = kind == TargetKind.Intensity;
            return new TargetVersion($"version-{i}", kind, Place.Folder)
            {
                IntensityBasis = isIntensity ? IntensityBasis.Gdp : null,
                BaseIntensity = isIntensity && random.Next(2) == 0 ? PerGdp() : null,
                Baseline = kind == TargetKind.BelowBaseline && random.Next(2) == 0 ? Path() : null,
                Budget =
                    kind == TargetKind.Budget || random.Next(3) == 0
                        ? new CumulativeBudget(Positive(), 2020 + 5 * i, 2024 + 5 * i)
                        {
                            Account = (BudgetAccount)random.Next(4),
                            CarryOver = random.Next(2) == 0 ? null : Mass(),
                        }
                        : null,
                Removals = random.Next(2) == 0 ? null : Positive(),
                Credits = new CreditTerms
                {
                    MaximumShare = random.Next(2) == 0 ? null : random.NextDouble(),
                    Conditions = random.Next(2) == 0 ? EquatableList<string>.Empty : EquatableList.Of("a b", "c: d"),
                },
                Statements = new TargetStatements
                {
                    Plan = (Stated)random.Next(4),
                    Reporting = (Reporting)random.Next(4),
                    Equity = (Stated)random.Next(4),
                    Accountability = (Stated)random.Next(4),
                    HistoricalEmissions = (Stated)random.Next(4),
                    Removals = (RemovalKind)random.Next(6),
                    PlanContents = random.Next(2) == 0 ? null : EquatableList.Of("expected reductions"),
                },
                Title = Maybe(Word()),
                Stated = new DateOnly(2015 + i, 12, 31),
                StatedYearOnly = random.Next(2) == 0,
                Form = (LegalForm)random.Next(7),
                BaseYear = random.Next(2) == 0 ? null : 2005,
                BaseLevel = random.Next(2) == 0 ? null : Mass(),
                Inventory = Maybe("inventory-0"),
                Scope = new TargetScope
                {
                    Sectors = random.Next(3) switch
                    {
                        0 => null,
                        1 => EquatableList.Of("I", "II", "III", "IV", "V", "VI"),
                        _ => EquatableList.Of("I", "II.1"),
                    },
                    Gases = random.Next(2) == 0 ? null : EquatableList.Of("CO2"),
                    Scopes = random.Next(2) == 0 ? null : EquatableList.Of(1, 3),
                    InternationalTransport = (Stated)random.Next(4),
                    InternationalAviation = (Stated)random.Next(4),
                    InternationalShipping = (Stated)random.Next(4),
                    TerritorialEmissions = (Stated)random.Next(4),
                    ConsumptionEmissions = (Stated)random.Next(4),
                    Credits = (Stated)random.Next(4),
                },
                Milestones = List(
                    0,
                    n =>
                    {
                        var conditional = random.Next(2) == 0 ? null : Level(isIntensity);
                        return new Milestone($"m{n}", 2020 + n, Level(isIntensity), Place.Folder)
                        {
                            Source = Maybe("source-0"),
                            Conditional = conditional,
                            Condition = conditional is null ? null : Maybe(Word()),
                        };
                    }
                ),
                NetZeroYear = random.Next(2) == 0 ? null : 2050,
                Residual = random.Next(3) == 0 ? null : Level(isIntensity),
                Path = random.Next(2) == 0 ? null : Path(),
                ReviewYears = random.Next(2) == 0 ? null : 5,
                IndependentOversight = (Stated)random.Next(4),
                Reason = Maybe(Word()),
                Source = Maybe("source-0"),
            };
        }

        private YearSeries Path() =>
            new(
                Unit.Parse("kt CO2"),
                [new(2030, Planning.Series.Cell.Of(Number())), new(2050, Planning.Series.Cell.Of(0))]
            );

        private Level Level(bool isIntensity) =>
            random.Next(isIntensity ? 3 : 2) switch
            {
                0 => new Level.Cut(random.NextDouble() * 2),
                1 => new Level.Fixed(Mass()),
                _ => new Level.PerUnit(PerGdp()),
            };

        private Quantity PerGdp() => new(Number(), Unit.Parse("t CO2e_AR5/MUSD_2017"));

        private Quantity Positive() => new(Math.Abs(Number()), Unit.Parse("kt CO2"));

        private Quantity Mass() => new(Number(), Unit.Parse("kt CO2"));

        private double Number() => (random.NextDouble() - 0.2) * Math.Pow(10, random.Next(-12, 20));

        private string Word() => Words[random.Next(Words.Length)];

        private DateOnly? Date() => random.Next(2) == 0 ? null : new DateOnly(2000 + random.Next(26), 2, 28);

        private string? Maybe(string text) => random.Next(2) == 0 ? null : text;

        private EquatableList<T> List<T>(int least, Func<int, T> make) =>
            Enumerable.Range(0, least + random.Next(3)).Select(make).ToEquatableList();
    }
}
