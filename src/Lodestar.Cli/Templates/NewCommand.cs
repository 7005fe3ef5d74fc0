// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Importing;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.Templates;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Templates;

/// <summary>What was asked for.</summary>
internal sealed record NewWishes(string Name, string From, string Template, string Folder, bool Json)
{
    public string? Title { get; init; }
    public double? Population { get; init; }
    public string? Inventory { get; init; }
    public IReadOnlyList<string> Only { get; init; } = [];
}

/// <summary><c>lodestar new</c>: a plan folder with an inventory becomes one with a model, from a template.</summary>
internal static class NewCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Command Create(Shell shell)
    {
        var name = CommonOptions.Operand<string>(shell, "NAME", "cli.new.argument.name");
        var from = new Option<string>("--from")
        {
            HelpName = "INVENTORY",
            Required = true,
            Description = shell.Say("cli.new.option.from"),
        };
        var template = new Option<string>("--template")
        {
            HelpName = "city|country",
            Required = true,
            Description = shell.Say("cli.new.option.template"),
        };
        var population = new Option<double?>("--population")
        {
            HelpName = "N",
            Description = shell.Say("cli.new.option.population"),
        };
        population.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double?>() is not (> 0 and < 1e10))
            {
                result.AddError(shell.Say("cli.new.bad-population"));
            }
        });
        var title = new Option<string?>("--name") { HelpName = "NAME", Description = shell.Say("cli.new.option.name") };
        var inventory = new Option<string?>("--inventory")
        {
            HelpName = "ID",
            Description = shell.Say("cli.new.option.inventory"),
        };
        var only = new Option<string[]>("--only")
        {
            HelpName = "PLACE",
            Description = shell.Say("cli.new.option.only"),
        };
        var folder = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = shell.Say("cli.new.option.out"),
            DefaultValueFactory = _ => ".",
        };
        var json = CommonOptions.Json(shell);
        var command = new Command("new", shell.Say("cli.new.description"))
        {
            name,
            from,
            template,
            population,
            title,
            inventory,
            only,
            folder,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Run(
                    shell,
                    new NewWishes(
                        parsed.GetRequiredValue(name),
                        parsed.GetRequiredValue(from),
                        parsed.GetRequiredValue(template),
                        parsed.GetRequiredValue(folder),
                        parsed.GetValue(json)
                    )
                    {
                        Title = parsed.GetValue(title),
                        Population = parsed.GetValue(population),
                        Inventory = parsed.GetValue(inventory),
                        Only = parsed.GetValue(only) ?? [],
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> Run(Shell shell, NewWishes wishes, CancellationToken cancellation)
    {
        if (TemplateReader.Find(wishes.Template) is not { } template)
        {
            var known = TemplateReader.All.Select(t => t.Id).ToList();
            return CommandLine.Fail(
                shell,
                Failure
                    .Of(ExitCode.Usage, "LS6080", ("template", wishes.Template), ("known", string.Join(", ", known)))
                    .Near(wishes.Template, known)
            );
        }

        var id = PlanIds.Slug(wishes.Name);
        var written = new WrittenPlans(wishes.Folder);
        if (written.Taken(id) is { } taken)
        {
            return CommandLine.Fail(shell, taken);
        }

        var (files, failure) = NewSource.Read(shell, wishes, cancellation);
        if (files is null)
        {
            return failure is null ? ExitCode.PlanErrors : CommandLine.Fail(shell, failure);
        }

        var asked = new TemplateWishes(id, shell.Today.Year)
        {
            Name = wishes.Title,
            Population = wishes.Population,
            Inventory = wishes.Inventory,
        };
        var work = Task.Run(() => TemplatePlan.Make(files, template, asked, cancellation), cancellation);
        if (await Task.WhenAny(work, Task.Delay(Patience, shell.Time, cancellation)) != work)
        {
            shell.Complain(shell.Say("cli.new.calibrating"));
        }

        var made = await work;
        if (made.Report is null || made.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            foreach (var diagnostic in made.Diagnostics)
            {
                DiagnosticLines.Write(shell, shell.Complain, wishes.From, diagnostic);
            }

            return ExitCode.PlanErrors;
        }

        var plan = new ImportedPlan(id, wishes.Title ?? wishes.Name, made.Files);
        if (written.Write(EquatableList.Of(plan), force: false, cancellation) is { } refusal)
        {
            return CommandLine.Fail(shell, refusal);
        }

        Show(shell, wishes, template, written.DisplayOf(plan), made);
        return ExitCode.Fine;
    }

    // Apart, so that only what is asked for loads its contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Show(Shell shell, NewWishes wishes, ModelTemplate template, string folder, TemplatedPlan made)
    {
        if (wishes.Json)
        {
            JsonOutput.Write(shell, NewContract.From(template, folder, made, shell.Texts));
        }
        else
        {
            NewText.Write(shell, template, folder, made);
        }
    }
}
