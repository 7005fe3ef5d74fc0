// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Calibrations;

/// <summary>Tables that travel in the assembly.</summary>
internal static class Embedded
{
    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    public static TextReader Open(string name) =>
        Find(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");

    public static TextReader? Find(string name) =>
        typeof(Embedded).Assembly.GetManifestResourceStream(name) is { } stream ? new StreamReader(stream) : null;
}
