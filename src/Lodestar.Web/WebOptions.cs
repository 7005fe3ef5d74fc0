// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web;

/// <summary>Where the site keeps its data and where it listens.</summary>
public sealed record WebOptions
{
    /// <summary>Holds the database, and the keys that sign forms.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A folder of plan folders, saved as sample plans while the store is empty; null saves none.</summary>
    public string? SamplesDirectory { get; init; }

    /// <summary>A folder of further alliances, practices, frameworks and powers over the shipped ones; null for none.</summary>
    public string? LibraryDirectory { get; init; }

    /// <summary>Only this machine can reach the default; give another address to serve others.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5310";

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Largest upload taken.</summary>
    public long MaxUploadBytes { get; init; } = 64L << 20;

    /// <summary>Uploads and other changes taken from one address in a minute.</summary>
    public int ChangesPerMinute { get; init; } = 60;

    /// <summary>Pieces of work that wait for a processor at the same time; more are told to come again.</summary>
    public int LongestLine { get; init; } = 64;

    /// <summary>Quick questions of "what if" taken from one address in a minute: several a second from each of many people behind one.</summary>
    public int WhatIfsPerMinute { get; init; } = 6000;

    /// <summary>Council papers taken from one address in a minute; what was made before counts too.</summary>
    public int ReportsPerMinute { get; init; } = 120;
}
