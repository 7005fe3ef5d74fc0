// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>The parts of a set, each as a fingerprint; members one by one, for an excerpt has some of them.</summary>
internal sealed record SetParts(ulong Species, ulong History, ulong Forcing, IReadOnlyList<ulong> Members);

/// <summary>A published set and what its parts look like.</summary>
internal sealed record KnownSet(CalibrationIdentity Identity, SetParts Parts)
{
    private readonly HashSet<uint> _marks = [.. Parts.Members.Select(m => (uint)m)];

    public bool HasMembers(IReadOnlyList<ulong> members) => members.All(m => _marks.Contains((uint)m));
}

/// <summary>
/// Published sets by their fingerprints, so that parts of two of them are told apart even where no file names its
/// edition: the species of 1.4.1 and 1.4.5 differ in three numbers, their histories in the last year alone.
/// </summary>
internal static class KnownSets
{
    private const string Resource = "climate/known-sets.csv";
    private static readonly Lazy<IReadOnlyList<KnownSet>> Read = new(ReadAll);

    public static IReadOnlyList<KnownSet> All => Read.Value;

    /// <summary>The row of a set in the table of known ones.</summary>
    public static string Row(CalibrationIdentity identity, SetParts parts) =>
        string.Join(
            ',',
            (
                (string[])
                    [
                        identity.Id,
                        identity.Title,
                        identity.Publisher,
                        identity.Edition,
                        identity.Licence,
                        identity.Source,
                        Fingerprint.Written(parts.Species),
                        Fingerprint.Written(parts.History),
                        Fingerprint.Written(parts.Forcing),
                        Convert.ToBase64String(parts.Members.SelectMany(m => BitConverter.GetBytes((uint)m)).ToArray()),
                    ]
            ).Select(CsvText.Cell)
        );

    private static List<KnownSet> ReadAll()
    {
        var problems = new List<Problem>();
        using var text = Embedded.Open(Resource);
        var rows =
            CsvRows.Read(Resource, text, problems) ?? throw new InvalidOperationException(problems[0].ToString());
        var sets = new List<KnownSet>();
        for (var i = 1; i < rows.Count; i++)
        {
            var row = rows[i];
            ulong Print(int cell) => ulong.Parse(row[cell], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var marks = Convert.FromBase64String(row.Text(9));
            sets.Add(
                new KnownSet(
                    new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5)),
                    new(
                        Print(6),
                        Print(7),
                        Print(8),
                        [
                            .. Enumerable
                                .Range(0, marks.Length / 4)
                                .Select(m => (ulong)BitConverter.ToUInt32(marks, m * 4)),
                        ]
                    )
                )
            );
        }

        return sets;
    }
}
