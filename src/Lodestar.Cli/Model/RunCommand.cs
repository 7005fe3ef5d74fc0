// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Model;

namespace Lodestar.Cli.Model;

/// <summary>What a run was asked for, and what came of it.</summary>
/// <param name="Draws">How many; 0 for one run with the central values.</param>
internal sealed record ModelRun(
    BoundModel Model,
    IReadOnlyList<Output> Outputs,
    int Draws,
    ulong Seed,
    Design Design,
    IReadOnlyList<string> Set
)
{
    /// <summary>How often each inequality that was asked for holds.</summary>
    public IReadOnlyList<RunOdds> Odds { get; init; } = [];

    /// <summary>What the spread of each answer comes from, where that was asked for.</summary>
    public IReadOnlyList<RunDrivers> Drivers { get; init; } = [];
}

/// <summary><c>lodestar run</c>: the values of a model by year, of one run or of many draws.</summary>
internal static class RunCommand
{
    private const int MostDraws = 1_000_000;

    public static Command Create(Shell shell)
    {
        var path = ModelOptions.Model(shell);
        var draws = new Option<int>("--draws") { HelpName = "N", Description = shell.Say("cli.run.option.draws") };
        draws.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (result.GetValueOrDefault<int>() is < 2 or > MostDraws))
            {
                result.AddError(shell.Say("cli.run.bad-draws", ("most", MostDraws)));
            }
        });
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "S",
            Description = shell.Say("cli.run.option.seed"),
            DefaultValueFactory = _ => 1,
        };
        var design = new Option<string>("--design")
        {
            HelpName = "random|lhs",
            Description = shell.Say("cli.run.option.design"),
            DefaultValueFactory = _ => "random",
        };
        design.AcceptOnlyFromAmong("random", "lhs");
        var (set, output) = (ModelOptions.Set(shell), ModelOptions.Output(shell));
        var odds = new Option<string[]>("--odds")
        {
            HelpName = "CONDITION",
            Description = shell.Say("cli.run.option.odds"),
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };
        var drivers = new Option<bool>("--drivers") { Description = shell.Say("cli.run.option.drivers") };
        var (json, csv) = (CommonOptions.Json(shell), ModelOptions.Csv(shell));
        var command = new Command("run", shell.Say("cli.run.description"))
        {
            path,
            draws,
            seed,
            design,
            set,
            output,
            odds,
            drivers,
            csv,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var input = new ModelInput(shell);
                if (input.Read(parsed.GetRequiredValue(path)) is not { } model)
                {
                    return Task.FromResult(input.ExitCode);
                }

                var asked = new Asked(
                    parsed.GetValue(draws),
                    parsed.GetValue(seed),
                    parsed.GetValue(design) == "lhs" ? Design.LatinHypercube : Design.Random,
                    parsed.GetValue(set) ?? [],
                    parsed.GetValue(output) ?? [],
                    parsed.GetValue(odds) ?? [],
                    parsed.GetValue(drivers)
                );
                if (Run(model, asked, input, cancellation) is not { } run)
                {
                    return Task.FromResult(input.ExitCode);
                }

                if (parsed.GetValue(json))
                {
                    Json(shell, run, input);
                }
                else if (parsed.GetValue(csv))
                {
                    ModelCsv.Write(shell, run);
                }
                else
                {
                    RunText.Write(shell, run);
                }

                return Task.FromResult(input.ExitCode);
            }
        );
        return command;
    }

    /// <summary>The variables of these names; the model's answers when none is given, null when one is unknown.</summary>
    public static IReadOnlyList<BoundVariable>? Outputs(BoundModel model, string[] names, ModelInput input)
    {
        var found = new List<BoundVariable>();
        foreach (var name in names)
        {
            if (model.Find(name) is not { } variable)
            {
                var known = model.Variables.Where(v => !v.IsHidden).Select(v => v.Name);
                input.Fail(Failure.Of(ExitCode.Usage, "LS6065", ("name", name)).Near(name, known));
                return null;
            }

            found.Add(variable);
        }

        return names.Length == 0 ? model.Outcomes : found;
    }

    /// <summary>The model with the conditions that odds are asked of among its checks; null after saying what is wrong with one.</summary>
    private static BoundModel? WithConditions(CheckedModel read, Piece[] conditions, ModelInput input)
    {
        if (conditions.Length == 0)
        {
            return read.Model;
        }

        var result = Binder.Bind(read.Text! with { Checks = read.Text.Checks.AddRange(conditions) });
        var wrong = result.Problems.Where(p => conditions.Contains(p.Span.Piece)).ToList();
        foreach (var problem in wrong)
        {
            var said = ModelDiagnostics.Of(problem);
            input.Tell([said with { Severity = Severity.Error }]);
        }

        return wrong.Count == 0 ? result.Model : null;
    }

    private static ModelRun? Run(CheckedModel read, Asked asked, ModelInput input, CancellationToken cancellation)
    {
        if (asked.Draws == 0 && (asked.Odds.Length > 0 || asked.Drivers))
        {
            input.Fail(Failure.Of(ExitCode.Usage, "LS6079"));
            return null;
        }

        Piece[] conditions = [.. asked.Odds.Select(Piece.Of)];
        if (WithConditions(read, conditions, input) is not { } model)
        {
            return null;
        }

        if (Outputs(model, asked.Outputs, input) is not { } outputs)
        {
            return null;
        }

        if (ModelSettings.Read(model, asked.Set, out var failure) is not { } settings)
        {
            input.Fail(failure!);
            return null;
        }

        var run = InterpretedRun.Of(model, settings.Lane(model), cancellation);
        // Whether a condition holds is the answer, not a fault of the model: it stands in no file.
        input.Tell(RunDiagnostics.Of(model, run).Where(d => d.Place.File.Length > 0));
        if (asked.Draws == 0)
        {
            return new(model, [.. outputs.Select(o => ModelRuns.Of(run, o))], 0, 0, asked.Design, asked.Set);
        }

        if (ModelRuns.Numbers(model, outputs, asked.Draws) > ModelRuns.MostNumbers)
        {
            input.Fail(Failure.Of(ExitCode.Usage, "LS6066", ("most", ModelRuns.MostNumbers)));
            return null;
        }

        var lanes = new Draws(model, asked.Draws, asked.Seed, asked.Design, settings);
        var checks = conditions.Select(c => model.Checks.Last(k => k.Subject.Piece == c)).ToList();
        BoundVariable[] kept = [.. outputs.Concat(checks.Select(c => c.Variable)).Distinct()];
        if (RunSample.Of(model, kept, lanes, cancellation) is not { } sample)
        {
            input.Fail(Failure.Of(ExitCode.Usage, "LS6066", ("most", ModelRuns.MostNumbers)));
            return null;
        }

        return new(model, [.. outputs.Select(sample.Output)], asked.Draws, asked.Seed, asked.Design, asked.Set)
        {
            Odds = [.. checks.Select(sample.Odds)],
            Drivers = asked.Drivers ? [.. sample.Drivers(outputs)] : [],
        };
    }

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, ModelRun run, ModelInput input) =>
        JsonOutput.Write(shell, RunContract.From(run, input.Told, shell.Texts));

    private sealed record Asked(
        int Draws,
        ulong Seed,
        Design Design,
        string[] Set,
        string[] Outputs,
        string[] Odds,
        bool Drivers
    );
}
