// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Lodestar.Cli;
using Lodestar.Cli.Terminals;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var shell = Shell.OfProcess();
return await CommandLine.RunAsync(args, shell, stop.Token);

// The first signal asks for an orderly end; a second one gets the system's own answer.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
