// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Explain;
using Lodestar.Formula.Interpret;
using Lodestar.Web.Features.Model;

namespace Lodestar.Cli.Model;

/// <summary><c>lodestar explain</c>: why one number of a model is what it is.</summary>
internal static class ExplainCommand
{
    private const int UsualDepth = 3;
    private const int MostDepth = 12;

    public static Command Create(Shell shell)
    {
        var path = ModelOptions.Model(shell);
        var words = new Argument<string[]>("VARIABLE [LABEL...] YEAR")
        {
            Description = shell.Say("cli.explain.argument.words"),
            Arity = new ArgumentArity(2, 64),
        };
        var depth = new Option<int>("--depth")
        {
            HelpName = "N",
            Description = shell.Say("cli.explain.option.depth"),
            DefaultValueFactory = _ => UsualDepth,
        };
        var (set, json) = (ModelOptions.Set(shell), CommonOptions.Json(shell));
        var command = new Command("explain", shell.Say("cli.explain.description")) { path, words, depth, set, json };
        command.SetAction(parsed =>
        {
            var input = new ModelInput(shell);
            if (input.Read(parsed.GetRequiredValue(path)) is not { Model: { } model } read)
            {
                return input.ExitCode;
            }

            var asked = parsed.GetValue(words) ?? [];
            if (Place(model, asked, input) is not var (variable, labels, year))
            {
                return input.ExitCode;
            }

            if (ModelSettings.Read(model, parsed.GetValue(set) ?? [], out var failure) is not { } settings)
            {
                input.Fail(failure!);
                return input.ExitCode;
            }

            var numbers = settings.Lane(model);
            var run = InterpretedRun.Of(model, numbers);
            var steps = Math.Clamp(parsed.GetValue(depth), 1, MostDepth);
            var fact = Explanation.Of(model, read.Text!, run, numbers, variable, labels, year, steps);
            if (parsed.GetValue(json))
            {
                Json(shell, fact, read);
            }
            else
            {
                new ExplainText(shell, read.Sources).Write(fact);
            }

            return input.ExitCode;
        });
        return command;
    }

    private static (BoundVariable, ImmutableArray<int>, int)? Place(BoundModel model, string[] words, ModelInput input)
    {
        var (name, labels, last) = (words[0], words[1..^1], words[^1]);
        if (model.Find(name) is not { } variable)
        {
            var known = model.Variables.Where(v => !v.IsHidden).Select(v => v.Name);
            input.Fail(Failure.Of(ExitCode.Usage, "LS6065", ("name", name)).Near(name, known));
            return null;
        }

        var end = model.FirstYear + model.YearCount - 1;
        if (
            !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < model.FirstYear
            || year > end
        )
        {
            input.Fail(Failure.Of(ExitCode.Usage, "LS6067", ("text", last), ("from", model.FirstYear), ("to", end)));
            return null;
        }

        if (labels.Length != variable.Axes.Length)
        {
            input.Fail(
                Failure.Of(
                    ExitCode.Usage,
                    "LS6068",
                    ("name", name),
                    ("wanted", variable.Axes.Length),
                    ("axes", variable.Axes.Select(a => $"{a.Name} ({Some(a)})").ToArray())
                )
            );
            return null;
        }

        var places = ImmutableArray.CreateBuilder<int>(labels.Length);
        foreach (var (axis, label) in variable.Axes.Zip(labels))
        {
            if (axis.Labels.IndexOf(label) is >= 0 and var place)
            {
                places.Add(place);
                continue;
            }

            var unknown = Failure.Of(ExitCode.Usage, "LS6069", ("label", label), ("axis", axis.Name));
            input.Fail(unknown.Near(label, axis.Labels));
            return null;
        }

        return (variable, places.MoveToImmutable(), year);
    }

    private static string Some(Axis axis) => string.Join(", ", axis.Labels.Take(6)) + (axis.Count > 6 ? ", …" : "");

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, Fact fact, CheckedModel model) =>
        JsonOutput.Write(shell, ModelFactContract.From(fact, model.Sources));
}
