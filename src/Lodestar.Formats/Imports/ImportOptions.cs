// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Imports;

/// <summary>What the person importing says about the file; null leaves it to be guessed, and the guess is reported.</summary>
public sealed record ImportOptions
{
    /// <summary>Names or codes of the places to take from a file of many; empty takes all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Name of the place, for a table that does not say.</summary>
    public string? PlaceName { get; init; }

    /// <summary>Unit of the numbers, for a table that does not say.</summary>
    public string? Unit { get; init; }

    /// <summary>The worksheet to read; null takes the first that holds a table.</summary>
    public string? Sheet { get; init; }

    /// <summary>Largest input taken.</summary>
    public long MaxBytes { get; init; } = 64L << 20;
}
