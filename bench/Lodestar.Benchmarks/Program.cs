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
AssessPlans.Run();
ImportWorkbooks.Run();
ReadIamc.Run();
await ServePages.RunAsync();
await RenderPlaces.RunAsync();
SearchPlaces.Run();
StartUp.Run();
return 0;
