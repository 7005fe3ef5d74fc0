// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;
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
);

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
        var (json, csv) = (CommonOptions.Json(shell), ModelOptions.Csv(shell));
        var command = new Command("run", shell.Say("cli.run.description"))
        {
            path,
            draws,
            seed,
            design,
            set,
            output,
            csv,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var input = new ModelInput(shell);
                if (input.Read(parsed.GetRequiredValue(path)) is not { Model: { } model })
                {
                    return Task.FromResult(input.ExitCode);
                }

                var asked = new Asked(
                    parsed.GetValue(draws),
                    parsed.GetValue(seed),
                    parsed.GetValue(design) == "lhs" ? Design.LatinHypercube : Design.Random,
                    parsed.GetValue(set) ?? [],
                    parsed.GetValue(output) ?? []
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

    private static ModelRun? Run(BoundModel model, Asked asked, ModelInput input, CancellationToken cancellation)
    {
        if (Outputs(model, asked.Outputs, input) is not { } outputs)
        {
            return null;
        }

        if (ModelSettings.Read(model, asked.Set, out var failure) is not { } settings)
        {
            input.Fail(failure!);
            return null;
        }

        var run = InterpretedRun.Of(model, ModelSettings.Central(model, settings), cancellation);
        input.Tell(RunDiagnostics.Of(model, run));
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
        var sample = ModelRuns.Sample(model, outputs, lanes, cancellation);
        return new(model, sample, asked.Draws, asked.Seed, asked.Design, asked.Set);
    }

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, ModelRun run, ModelInput input) =>
        JsonOutput.Write(shell, RunContract.From(run, input.Told, shell.Texts));

    private sealed record Asked(int Draws, ulong Seed, Design Design, string[] Set, string[] Outputs);
}
