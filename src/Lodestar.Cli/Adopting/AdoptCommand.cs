// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Adoption;
using Lodestar.Planning.Adoption;
using Lodestar.Units;
using Lodestar.Web.Features.Try.Adoption;

namespace Lodestar.Cli.Adopting;

/// <summary><c>lodestar adopt</c>: takes a good practice, or a measure of the library, over into a plan folder, and says what that does before it writes.</summary>
internal static class AdoptCommand
{
    private sealed record Wishes(string Path, string Named, AdoptionAsk Ask, DateOnly Date, bool Dry);

    public static Command Create(Shell shell)
    {
        var path = CommonOptions.Operand<string>(shell, "PLAN", "cli.adopt.argument.plan");
        var practice = CommonOptions.Operand<string>(shell, "PRACTICE", "cli.adopt.argument.practice");
        var effect = new Option<string?>("--effect")
        {
            HelpName = "PERCENT",
            Description = shell.Say("cli.adopt.option.effect"),
        };
        var reach = new Option<string?>("--reach")
        {
            HelpName = "PERCENT",
            Description = shell.Say("cli.adopt.option.reach"),
        };
        var from = new Option<int?>("--from") { HelpName = "YEAR", Description = shell.Say("cli.adopt.option.from") };
        var dry = new Option<bool>("--dry-run") { Description = shell.Say("cli.adopt.option.dry-run") };
        var date = CommonOptions.Date(shell);
        var command = new Command("adopt", shell.Say("cli.adopt.description"))
        {
            path,
            practice,
            effect,
            reach,
            from,
            dry,
            date,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(practice);
            var ask = new AdoptionAsk(
                null,
                named,
                null,
                null,
                parsed.GetValue(effect)?.TrimEnd('%', ' '),
                parsed.GetValue(reach)?.TrimEnd('%', ' '),
                parsed.GetValue(from)?.ToString(CultureInfo.InvariantCulture),
                null
            );
            return Run(
                shell,
                new Wishes(
                    parsed.GetRequiredValue(path),
                    named,
                    ask,
                    parsed.GetValue(date) ?? shell.Today,
                    parsed.GetValue(dry)
                )
            );
        });
        return command;
    }

    private static int Run(Shell shell, Wishes wishes)
    {
        var library = LibraryReader.Shipped.Library;
        var practice = library.FindPractice(wishes.Named);
        if (library.FindMeasure(practice?.Measure?.Id ?? wishes.Named) is not { } measure)
        {
            var known = library
                .Practices.Where(p => p.Measure is not null)
                .Select(p => p.Id)
                .Concat(library.Measures.Select(m => m.Id));
            return CommandLine.Fail(
                shell,
                practice is null
                    ? Failure.Of(ExitCode.Usage, "LS6083", ("name", wishes.Named)).Near(wishes.Named, known)
                    : Failure.Of(ExitCode.Usage, "LS6084", ("name", wishes.Named))
            );
        }

        if (!PlanInput.TryFiles(wishes.Path, out var files, out var failure))
        {
            return CommandLine.Fail(shell, failure);
        }

        // A zip can be looked into, and not be written to.
        if (!wishes.Dry && !Directory.Exists(Folder(wishes.Path)))
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6085", ("path", wishes.Path)));
        }

        var tried = AdoptionCase.Of(wishes.Ask, measure, library, files.Files, wishes.Date);
        if (tried.Preview is not { Draft: { } draft, Effect: { } effect, After: { } after })
        {
            foreach (var fault in tried.Preview.Diagnostics)
            {
                DiagnosticLines.Write(shell, shell.Complain, wishes.Path, fault);
            }

            return CommandLine.Fail(shell, Failure.Of(ExitCode.PlanErrors, "LS6086", ("why", tried.Preview.Refusal!)));
        }

        Announce(shell, tried, draft, effect);
        if (wishes.Dry)
        {
            shell.Print(shell.Say("cli.adopt.dry"));
            return ExitCode.Fine;
        }

        return Write(shell, wishes, after, draft);
    }

    /// <summary>What it does and what it takes for granted, before anything is written.</summary>
    private static void Announce(Shell shell, AdoptionCase tried, MeasureDraft draft, AnnouncedEffect effect)
    {
        shell.Print(
            new Ink(tried.Plan.NameIn(shell.Language), Tone.Strong),
            ": ",
            shell.Say(
                "cli.adopt.heading",
                ("measure", draft.Measure.Title.In(shell.Language)),
                ("from", draft.FromYear),
                ("to", draft.ToYear)
            )
        );
        shell.Print();
        var table = new TextTable(
            shell.Say("cli.adopt.year"),
            shell.Say("cli.adopt.without", ("unit", effect.Outcome.Unit.Display)),
            shell.Say("cli.adopt.with"),
            shell.Say("cli.adopt.change"),
            shell.Say("cli.adopt.limit")
        );
        foreach (var year in tried.Years)
        {
            table.Add(
                shell.Texts.Text(year.Year),
                shell.Texts.Numbers.Number(year.Without),
                shell.Texts.Numbers.Number(year.With),
                shell.Texts.Numbers.Number(year.Change),
                year.Limit is { } limit ? shell.Texts.Numbers.Number(limit) : ""
            );
        }

        table.Write(shell);
        shell.Print();
        shell.Print(shell.Say("cli.adopt.assumes"));
        foreach (var assumption in draft.Assumptions)
        {
            shell.Print("  ", shell.Texts.Render(assumption.Sentence));
        }
    }

    private static int Write(Shell shell, Wishes wishes, PlanFiles after, MeasureDraft draft)
    {
        var target = Path.Combine(Folder(wishes.Path), PlanAdoption.File);
        try
        {
            after.TryGet(PlanAdoption.File, out var bytes);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Whole or not at all: what stood there is replaced by a finished file.
            var made = target + ".new";
            File.WriteAllBytes(made, bytes.ToArray());
            File.Move(made, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Fail(
                shell,
                Failure.Of(ExitCode.Machine, "LS6003", ("path", target), ("what", e.Message))
            );
        }

        shell.Print(shell.Say("cli.adopt.written", ("id", draft.Id), ("file", PlanAdoption.File)));
        return ExitCode.Fine;
    }

    /// <summary>A plan may be named by its folder or by the plan.yaml in it.</summary>
    private static string Folder(string path) =>
        Path.GetFileName(path) == PlanInput.PlanFile ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
}
