// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The warming that the plan's path causes, and where the world would be if all followed its relative cut: the odds of the
/// two limits of the Paris Agreement decide, in the end and on the way there. An illustration, and no share of a budget.
/// </summary>
internal static class WarmingFinding
{
    private static readonly Unit Percent = Unit.Parse("%");

    public static Finding Of(AssessmentContext context) => Of(context, ClimateModel.Shipped);

    public static Finding Of(AssessmentContext context, ClimateModel climate)
    {
        var limits = Limits.Of(context.Rules);
        if (context.Totals is null)
        {
            return NotStatedFinding.Of(FindingTable.Of("warming"), context.Plan) with { Rule = limits.Rule };
        }

        var answer = PlacePathways.Of(context, climate);
        if (answer.Path is not { } path)
        {
            return Open(answer.Missing, limits);
        }

        var background = climate.Of(WorldPathways.Default);
        if (
            PlaceWarmings.MoreThan(background.Until(PlacePathways.Until), path.Emissions, climate.Calibration) is
            { } more
        )
        {
            return Open(
                EquatableList.Of(
                    WarmingDiagnostics.MoreThanWorld(
                        more.Species,
                        background.World.Id,
                        more.Year,
                        context.Inventory!.File
                    )
                ),
                limits
            );
        }

        var warming = background.Of(path, limits.Year);
        var first = warming.OddsWithin(limits.First);
        var verdict =
            first >= limits.FirstOdds
            && 1 - warming.OddsAllAlong(limits.First) <= limits.Overshoot
            && !IsWanting(path, climate)
                ? Verdict.Met
            : warming.OddsAllAlong(limits.Second) >= limits.SecondOdds ? Verdict.Partly
            : Verdict.Unmet;
        return new Finding(
            "warming",
            verdict,
            Sentence(context, path, background, warming, limits, IsWanting(path, climate)),
            limits.Rule
        )
        {
            Number = new Quantity(first * 100, Percent),
            Threshold = new Quantity(limits.FirstOdds * 100, Percent),
            Years = EquatableList.Of(limits.Year),
            Inputs = Inputs(context, background, climate).ToEquatableList(),
            Working = Working(path, warming, limits, climate).ToEquatableList(),
        };
    }

    /// <summary>True when methane or nitrous oxide is not in the path: the world's would then fall with its CO2.</summary>
    private static bool IsWanting(PlacePathway path, ClimateModel climate)
    {
        var species = new GasSpecies(climate.Calibration);
        return !path.Emissions.Has(species.Methane) || !path.Emissions.Has(species.NitrousOxide);
    }

    private static Finding Open(EquatableList<Diagnostic> missing, Limits limits) =>
        new(
            "warming",
            Verdict.NotStated,
            Message.Of(
                "finding.warming.open",
                (
                    "reasons",
                    missing
                        .Select(m => m.Reason)
                        .Aggregate((first, next) => Message.Of("sentences", ("first", first), ("next", next)))
                )
            ),
            limits.Rule
        )
        {
            Needs = missing.Select(m => m.Place.File).Distinct().ToEquatableList(),
        };

    private static Message Sentence(
        AssessmentContext context,
        PlacePathway path,
        Background background,
        WarmingOfPath warming,
        Limits limits,
        bool isWanting
    )
    {
        var answer = Message.Of(
            "finding.warming.answer",
            ("place", context.Plan.PlaceName),
            ("first", path.Emissions.FirstYear),
            ("caused", WarmingWords.Amount(warming.Caused.P50)),
            ("year", limits.Year),
            ("background", WarmingWords.Background(background.World.Id)),
            ("peak", Math.Round(warming.HighestMedian, 1)),
            ("median", Math.Round(warming.FollowedBand.P50, 1)),
            ("cool", Math.Round(warming.FollowedBand.P05, 1)),
            ("hot", Math.Round(warming.FollowedBand.P95, 1)),
            ("odds", Whole(warming.OddsWithin(limits.First))),
            ("along", Whole(warming.OddsAllAlong(limits.First))),
            ("limit", limits.First),
            ("second-odds", Whole(warming.OddsAllAlong(limits.Second))),
            ("second", limits.Second)
        );
        return isWanting
            ? Message.Of("sentences", ("first", answer), ("next", Message.Of("finding.warming.wanting")))
            : answer;
    }

    private static Share Whole(double odds) => new(Math.Round(odds, 2));

    private static IEnumerable<FindingInput> Inputs(
        AssessmentContext context,
        Background background,
        ClimateModel climate
    )
    {
        var identity = climate.Calibration.Identity;
        yield return context.LastInventoryInput();
        var path = context.Levels!.Path!;
        yield return context.TargetInput(
            path.Derived ? "input.warming.path.derived" : "input.warming.path",
            path.Points[^1].Year
        );
        yield return new FindingInput(
            Message.Of("input.warming.background"),
            WarmingWords.Background(background.World.Id),
            Place.Folder
        );
        yield return new FindingInput(
            Message.Of("input.warming.calibration", ("members", climate.Ensemble.Members)),
            identity.Id,
            Place.Folder
        );
    }

    private static IEnumerable<WorkingStep> Working(
        PlacePathway path,
        WarmingOfPath warming,
        Limits limits,
        ClimateModel climate
    )
    {
        if (CO2Of(path, climate) is { } emitted)
        {
            yield return new WorkingStep(
                Message.Of(
                    "working.warming.emitted",
                    ("first", path.Emissions.FirstYear),
                    ("last", path.Emissions.LastYear)
                ),
                null,
                emitted.ToQuantity()
            );
        }

        yield return new WorkingStep(
            Message.Of("working.warming.caused", ("year", limits.Year)),
            null,
            WarmingWords.Amount(warming.Caused.P50),
            Message.Of(
                "working.warming.caused.note",
                ("low", WarmingWords.Amount(warming.Caused.P05)),
                ("high", WarmingWords.Amount(warming.Caused.P95))
            )
        );
        yield return new WorkingStep(
            Message.Of("working.warming.world", ("year", limits.Year)),
            null,
            Range(warming.World)
        );
        foreach (var year in (int[])[2030, 2050, path.Emissions.LastYear])
        {
            yield return new WorkingStep(
                Message.Of("working.warming.cut", ("year", year), ("base", path.BaseYear)),
                null,
                new Share(path.Cut[year - path.Emissions.FirstYear])
            );
        }

        yield return new WorkingStep(
            Message.Of("working.warming.followed", ("year", limits.Year)),
            null,
            Range(warming.FollowedBand),
            Message.Of("working.warming.followed.note", ("base", path.BaseYear))
        );
        foreach (var limit in (double[])[limits.First, limits.Second])
        {
            yield return new WorkingStep(
                Message.Of("working.warming.odds", ("limit", limit), ("year", limits.Year)),
                null,
                new Share(warming.OddsWithin(limit))
            );
            yield return new WorkingStep(
                Message.Of("working.warming.along", ("limit", limit), ("year", limits.Year)),
                null,
                new Share(warming.OddsAllAlong(limit))
            );
        }

        foreach (var assumed in path.Assumptions)
        {
            yield return new WorkingStep(Message.Of("working.warming.assumed"), null, null, assumed);
        }
    }

    private static CarbonDioxide? CO2Of(PlacePathway path, ClimateModel climate)
    {
        var species = new GasSpecies(climate.Calibration);
        var gigatonnes = new[] { species.Fossil, species.LandUse }
            .Where(path.Emissions.Has)
            .Select(s => path.Emissions[s].ToArray().Sum())
            .ToList();
        return gigatonnes.Count == 0 ? null : CarbonDioxide.Of(new Quantity(gigatonnes.Sum(), Unit.Parse("Gt CO2")));
    }

    private static Message Range(Band band) =>
        Message.Of("working.warming.range", ("median", band.P50), ("low", band.P05), ("high", band.P95));

    /// <summary>The thresholds, from the rule set.</summary>
    private sealed record Limits(
        double First,
        double FirstOdds,
        double Overshoot,
        double Second,
        double SecondOdds,
        int Year
    )
    {
        public static Limits Of(RuleSet rules) =>
            new(
                rules["warming.limit"],
                rules["warming.odds"],
                rules["warming.overshoot"],
                rules["warming.second.limit"],
                rules["warming.second.odds"],
                (int)rules["warming.year"]
            );

        public Message Rule =>
            Message.Of(
                "finding.warming.rule",
                ("odds", new Share(FirstOdds)),
                ("limit", First),
                ("overshoot", new Share(Overshoot)),
                ("year", Year),
                ("second", Second),
                ("second-odds", new Share(SecondOdds))
            );
    }
}
