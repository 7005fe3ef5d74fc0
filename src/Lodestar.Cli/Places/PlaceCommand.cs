// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Revising;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Library;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Storage.Index;
using Lodestar.Web.Features.Places;

namespace Lodestar.Cli.Places;

/// <summary><c>lodestar place</c>: finds a place by any of its names or codes, and says what is known and what would tell more.</summary>
internal static class PlaceCommand
{
    private const int Hits = 8;

    public static Command Create(Shell shell)
    {
        var name = CommonOptions.Operand<string[]>(shell, "NAME", "cli.argument.place");
        name.Arity = ArgumentArity.OneOrMore;
        var (data, json) = (CommonOptions.Data(shell), CommonOptions.Json(shell));
        var command = new Command("place", shell.Say("cli.place.description")) { name, data, json };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    shell,
                    string.Join(' ', parsed.GetRequiredValue(name)),
                    parsed.GetValue(data),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell,
        string query,
        string? data,
        bool json,
        CancellationToken cancellation
    )
    {
        var matches = new PlaceCatalog(
            "",
            shell.Today,
            await PlansAsync(shell, data, cancellation),
            LibraryReader.Shipped
        ).Search.Find(query, Hits);
        if (matches.Count == 0)
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6040", ("query", query)));
        }

        if (json)
        {
            WriteJson(shell, query, matches);
        }
        else
        {
            Write(shell, matches);
        }

        return ExitCode.Fine;
    }

    // Places are known without a store; with one those with plans are known too.
    private static async Task<EquatableList<PlanSummary>> PlansAsync(
        Shell shell,
        string? data,
        CancellationToken cancellation
    )
    {
        var (store, _) = await PlanStore.OpenAsync(shell, data, create: false, cancellation);
        if (store is null)
        {
            return EquatableList<PlanSummary>.Empty;
        }

        await using (store)
        {
            return await store.ListAsync(cancellation);
        }
    }

    private static void Write(Shell shell, IReadOnlyList<PlaceMatch> matches)
    {
        var table = new TextTable(
            shell.Say("cli.column.place"),
            shell.Say("cli.column.codes"),
            shell.Say("cli.column.country"),
            shell.Say("cli.column.people"),
            shell.Say("cli.column.plan")
        );
        foreach (var place in matches.Select(m => m.Place))
        {
            table.Add(
                place.NameIn(shell.Texts.Language),
                string.Join(' ', place.Codes.Select(c => c.Code)),
                place.Country is { } country && place.Kind != Planning.Plans.JurisdictionKind.Country
                    ? country.Name
                    : "",
                place.Population is { } people
                    ? shell.Say("cli.place.people", ("people", Math.Round(people.People)), ("year", people.Year))
                    : "–",
                place.PlanId ?? "–"
            );
        }

        table.Write(shell);
        var first = matches[0].Place;
        if (first.PlanId is not null)
        {
            return;
        }

        shell.Print();
        shell.Print(shell.Say("cli.place.more", ("place", first.NameIn(shell.Texts.Language))));
        foreach (var file in PublishersFor.Of(first))
        {
            shell.Print($"  lodestar library add {file.Format} FILE --only \"{file.Only}\"");
            shell.Print(new Ink($"    {file.Title}, {file.Publisher}: {file.Url}", Tone.Quiet));
        }
    }

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteJson(Shell shell, string query, IReadOnlyList<PlaceMatch> matches) =>
        JsonOutput.Write(
            shell,
            new PlaceHitsContract(query, [.. matches.Select(m => PlaceHitContract.From(m.Place, shell.Texts, m))])
        );
}
