// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Library;

/// <summary>The shipped library, a small one for tests, and the places they may name.</summary>
internal static class Libraries
{
    public static SmallLibrary Small { get; } =
        new(
            new Dictionary<string, string>
            {
                ["sources.yaml"] = """
                sources:
                  - {id: law-2022, title: Climate Act, publisher: Republic, edition: 2022, licence: CC0-1.0}
                """,
                ["frameworks/net-zero-climate-action.yaml"] = """
                id: net-zero-climate-action
                version: 1
                name: {en: Framework, fr: Cadre}
                mark: seed
                as_of: 2022-11-15
                sources: [law-2022]
                areas:
                  - id: governance
                    name: {en: Governance, fr: Gouvernance}
                    findings: [upkeep]
                    mark: seed
                    as_of: 2022-11-15
                    sources: [law-2022]
                    actions:
                      - id: accountability
                        name: {en: Be held to account, fr: Rendre des comptes}
                        findings: [form]
                        mark: reconstructed
                        as_of: 2022-11-15
                        sources: [law-2022]
                """,
                ["practices/one.yaml"] = """
                practices:
                  - id: climate-act
                    title: {en: Climate Act, fr: Loi climat}
                    what: {en: "A law, at last", fr: "Une loi, enfin !"}
                    places: [CL, oslo]
                    areas: [governance]
                    actions: [accountability]
                    sectors: [I]
                    status: in-force
                    numbers:
                      - what: {en: Ministries, fr: Ministères}
                        value: 17
                        unit: {en: ministries, fr: ministères}
                    evidence:
                      - {title: Climate Act, source: law-2022}
                    mark: verified
                    as_of: 2022-06-13
                    sources: [law-2022]
                """,
                ["alliances/two.yaml"] = """
                id: two
                name: {en: Two, fr: Deux}
                mark: verified
                as_of: 2022-06-13
                sources: [law-2022]
                members:
                  - {place: CL, role: founder, from: 2017-12, mark: verified, as_of: 2018-01-01, sources: [law-2022]}
                criteria:
                  - id: goal
                    text: {en: A goal, fr: Un objectif}
                    mark: verified
                    as_of: 2018-01-01
                    sources: [law-2022]
                declarations:
                  - id: declaration
                    title: {en: Declaration, fr: Déclaration}
                    signed: [CL]
                    counts:
                      - {count: 1, of: {en: country, fr: pays}, source: law-2022}
                    mark: verified
                    as_of: 2018-01-01
                    sources: [law-2022]
                commitments:
                  - id: lead
                    verb: lead
                    text: {en: Lead, fr: Mener}
                    mark: verified
                    as_of: 2018-01-01
                    sources: [law-2022]
                """,
                ["powers.yaml"] = """
                powers:
                  - id: parking
                    name: {en: Parking, fr: Stationnement}
                    influence: set-price
                    mark: reconstructed
                    as_of: 2018-01-01
                    sources: [law-2022]
                """,
            }
        );

    /// <summary>Every place that the site with all samples knows.</summary>
    public static Gazetteer Places { get; } =
        Gazetteer.Of(Directory.GetDirectories(Repository.Path("samples")).Select(PlaceOf));

    /// <summary>The files of library/ as they stand in the repository.</summary>
    public static PlanFiles OnDisk { get; } =
        new(
            Directory
                .GetFiles(Repository.Path("library"), "*.yaml", SearchOption.AllDirectories)
                .Select(f =>
                    KeyValuePair.Create(
                        Path.GetRelativePath(Repository.Path("library"), f).Replace('\\', '/'),
                        new ReadOnlyMemory<byte>(File.ReadAllBytes(f))
                    )
                )
        );

    /// <summary>Sources that the samples' claims and asks name.</summary>
    public static IEnumerable<string> SourcesOfSamples =>
        new[] { "framework.yaml", "asks.yaml" }
            .SelectMany(f => Directory.GetFiles(Repository.Path("samples"), f, SearchOption.AllDirectories))
            .SelectMany(File.ReadLines)
            .Select(l => l.Trim())
            .Where(l => l.StartsWith("source: ", StringComparison.Ordinal))
            .Select(l => l["source: ".Length..]);

    private static Jurisdiction PlaceOf(string folder)
    {
        var lines = File.ReadLines(Path.Combine(folder, "plan.yaml"))
            .Select(l => l.Split(": ", 2))
            .Where(l => l.Length == 2)
            .GroupBy(l => l[0])
            .ToDictionary(l => l.Key, l => l.First()[1].Trim('"'));
        return new Jurisdiction(
            lines["id"],
            lines["name"],
            Enum.Parse<JurisdictionKind>(lines["kind"], ignoreCase: true)
        )
        {
            PlanId = lines["id"],
            Country = Countries.Find(lines["country"].Trim('"')),
        };
    }

    internal sealed record SmallLibrary(IReadOnlyDictionary<string, string> Files)
    {
        public LibraryReading Read() =>
            LibraryReader.Read(
                new PlanFiles(
                    Files.Select(f =>
                        KeyValuePair.Create(f.Key, new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Value)))
                    )
                )
            );

        /// <summary>With a text of one file replaced, which must stand in it.</summary>
        public SmallLibrary With(string path, string old, string @new)
        {
            Assert.Contains(old, Files[path], StringComparison.Ordinal);
            return new SmallLibrary(
                Files.ToDictionary(
                    f => f.Key,
                    f => f.Key == path ? f.Value.Replace(old, @new, StringComparison.Ordinal) : f.Value
                )
            );
        }
    }
}
