// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Lodestar.Benchmarks;

// The empty program that start-up is measured against: the same runtime, the same assemblies beside it, nothing to do.
if (args is ["nothing"])
{
    return 0;
}

Console.WriteLine(
    $"Lodestar benchmarks: {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors"
);
Console.WriteLine("Times are medians; every ratio is against the peer named beside it, measured in the same run.");
(string Name, Func<Task> Run)[] all =
[
    ("assess", () => Done(AssessPlans.Run)),
    ("import", () => Done(ImportWorkbooks.Run)),
    ("iamc", () => Done(ReadIamc.Run)),
    ("pages", ServePages.RunAsync),
    ("places", RenderPlaces.RunAsync),
    ("search", () => Done(SearchPlaces.Run)),
    ("alliances", AddUpAlliances.RunAsync),
    ("climate", () => Done(RunClimate.Run)),
    ("models", () => Done(RunModels.Run)),
    ("attribution", () => Done(RunAttribution.Run)),
    ("scenarios", RunScenarios.RunAsync),
    ("start", () => Done(StartUp.Run)),
];
if (args.FirstOrDefault(a => !all.Any(b => b.Name == a)) is { } unknown)
{
    await Console.Error.WriteLineAsync(
        $"There is no benchmark {unknown}. There are: {string.Join(", ", all.Select(b => b.Name))}."
    );
    return 2;
}

foreach (var (_, run) in all.Where(b => args.Length == 0 || args.Contains(b.Name)))
{
    await run();
}

return 0;

static Task Done(Action run)
{
    run();
    return Task.CompletedTask;
}
