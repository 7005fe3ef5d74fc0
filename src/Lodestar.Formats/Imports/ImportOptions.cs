// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.Imports;

/// <summary>What the person importing says about the file; null leaves it to be guessed, and the guess is reported.</summary>
public sealed record ImportOptions
{
    /// <summary>Names or codes of the places to take from a file of many; empty takes all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Which kind of place is meant where a name of <see cref="Only"/> fits several; null leaves it open.</summary>
    public JurisdictionKind? OnlyKind { get; init; }

    /// <summary>Name of the place, for a table that does not say.</summary>
    public string? PlaceName { get; init; }

    /// <summary>Unit of the numbers, for a table that does not say.</summary>
    public string? Unit { get; init; }

    /// <summary>The worksheet to read; null takes the first that holds a table.</summary>
    public string? Sheet { get; init; }

    /// <summary>Id of the publisher's format ("edgar"); null lets the content tell.</summary>
    public string? Format { get; init; }

    /// <summary>Which of several sources that a file compiles ("HISTTP", "CRF 2023"); null takes the file's leading one.</summary>
    public string? Source { get; init; }

    /// <summary>Scheme of the category codes ("ipcc2006", "crt"), for a table that does not say.</summary>
    public string? Scheme { get; init; }

    /// <summary>Leaves out rows under licences that do not let changed versions be shared.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Largest input taken.</summary>
    public long MaxBytes { get; init; } = 64L << 20;
}
