// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Architecture.Tests.Projects;

/// <summary>What one production project may reference. Everything absent is forbidden.</summary>
/// <param name="Packages">Package names; a trailing <c>*</c> stands for any ending.</param>
internal sealed record Allowance(string Name, string ProjectType, string[] Projects, string[] Packages);

/// <summary>
/// The one table of allowed references. Rows are in building order and a row allows only rows above it, so arrows
/// never run back. A row may stand here before its project exists; a project may not exist without a row.
/// </summary>
internal sealed record ReferenceTable(IReadOnlyList<Allowance> Rows)
{
    private const string Domain = "Domain";
    private const string Edge = "Edge";
    private const string Units = "Lodestar.Units";
    private const string Formula = "Lodestar.Formula";
    private const string Climate = "Lodestar.Climate";
    private const string Planning = "Lodestar.Planning";
    private const string Formats = "Lodestar.Formats";
    private const string Storage = "Lodestar.Storage";
    private const string Sqlite = "Lodestar.Storage.Sqlite";
    private const string Postgres = "Lodestar.Storage.Postgres";
    private const string Web = "Lodestar.Web";
    private const string Cli = "Lodestar.Cli";

    public static ReferenceTable Allowed { get; } =
        new([
            new(Units, Domain, [], []),
            new(Formula, Domain, [Units], []),
            new(Climate, Domain, [], []),
            new(Planning, Domain, [Units, Formula, Climate], []),
            new(Formats, Edge, [Units, Formula, Planning], ["ExcelDataReader", "YamlDotNet", "DocumentFormat.OpenXml"]),
            new(Storage, Edge, [Units, Planning, Formats], ["Microsoft.EntityFrameworkCore.Relational"]),
            new(Sqlite, Edge, [Storage], ["Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCLRaw.*"]),
            new(Postgres, Edge, [Storage], ["Npgsql.EntityFrameworkCore.PostgreSQL"]),
            new(
                Web,
                Edge,
                [Units, Formula, Climate, Planning, Formats, Storage, Sqlite, Postgres],
                ["Microsoft.AspNetCore.OpenApi", "Markdig"]
            ),
            new(
                Cli,
                Edge,
                [Units, Formula, Climate, Planning, Formats, Storage, Sqlite, Postgres, Web],
                ["System.CommandLine", "Spectre.Console"]
            ),
        ]);

    public Allowance? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);
}
