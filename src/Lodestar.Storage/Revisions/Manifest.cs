// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Storage.Revisions;

/// <summary>The files of a plan as path → hash of the bytes, in ordinal order of path.</summary>
internal sealed class Manifest(IEnumerable<KeyValuePair<string, string>> entries)
{
    public static Manifest Empty { get; } = new([]);

    private readonly SortedDictionary<string, string> _hashes = new(
        entries.ToDictionary(e => e.Key, e => e.Value),
        StringComparer.Ordinal
    );

    public IEnumerable<KeyValuePair<string, string>> Entries => _hashes;

    public IEnumerable<string> Paths => _hashes.Keys;

    public string? this[string path] => _hashes.GetValueOrDefault(path);

    public static Manifest Of(PlanFiles files) =>
        new(files.Select(f => KeyValuePair.Create(f.Key, Blob.HashOf(f.Value.Span))));

    public bool SameAs(Manifest other) => _hashes.SequenceEqual(other._hashes);

    /// <summary>SHA-256 over "lodestar-manifest@1" and one "hash path" line a file.</summary>
    public string Hash()
    {
        var text = new StringBuilder("lodestar-manifest@1\n");
        foreach (var (path, hash) in _hashes)
        {
            text.Append(hash).Append(' ').Append(path).Append('\n');
        }

        return HashOf(text);
    }

    /// <summary>
    /// The address of a revision that holds these files. Free text comes last and with its length, so that no two
    /// different revisions spell the same.
    /// </summary>
    public string RevisionIdOf(Revision header)
    {
        var text = new StringBuilder("lodestar-revision@1\n")
            .Append("manifest ")
            .Append(Hash())
            .Append("\nparent ")
            .Append(header.Parent ?? "-")
            .Append(CultureInfo.InvariantCulture, $"\nnumber {header.Number}")
            .Append(CultureInfo.InvariantCulture, $"\ntime {header.SavedAt.ToUnixTimeMilliseconds()}\n");
        AppendText(text, "plan", header.PlanId);
        AppendText(text, "author", header.Author);
        AppendText(text, "message", header.Message);
        return HashOf(text);
    }

    private static void AppendText(StringBuilder text, string name, string? value) =>
        text.Append(name)
            .Append(' ')
            .Append(value is null ? "-" : value.Length.ToString(CultureInfo.InvariantCulture))
            .Append(' ')
            .Append(value)
            .Append('\n');

    private static string HashOf(StringBuilder text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
}
