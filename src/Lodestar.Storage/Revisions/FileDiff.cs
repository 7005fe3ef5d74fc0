// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Storage.Revisions;

/// <summary>What changed in one file, as far as lines can say it.</summary>
internal static class FileDiff
{
    /// <summary>Beyond it a file is only named as changed.</summary>
    public const int MaxBytes = 2 << 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Null stands for a side that does not have the file.</summary>
    public static FileChange Of(string path, byte[]? old, byte[]? @new)
    {
        var kind =
            old is null ? ChangeKind.Added
            : @new is null ? ChangeKind.Removed
            : ChangeKind.Changed;
        var bytes = Math.Max(old?.Length ?? 0, @new?.Length ?? 0);
        if (bytes > MaxBytes)
        {
            return WithoutLines(
                path,
                kind,
                Message.Of("storage.diff-too-large", ("bytes", bytes), ("limit", MaxBytes))
            );
        }

        if (LinesOf(old) is not { } oldLines || LinesOf(@new) is not { } newLines)
        {
            return WithoutLines(path, kind, Message.Of("storage.diff-binary"));
        }

        var lines = LineDiff.Of(oldLines, newLines, out var coarse);
        return new FileChange(path, kind, lines)
        {
            Note =
                coarse ? Message.Of("storage.diff-coarse")
                : lines.Count == 0 && kind == ChangeKind.Changed ? Message.Of("storage.diff-line-ends")
                : null,
        };
    }

    private static FileChange WithoutLines(string path, ChangeKind kind, Message note) =>
        new(path, kind, EquatableList<LineChange>.Empty) { Note = note };

    /// <summary>Lines without their ends and without a byte-order mark; null when the bytes are not text.</summary>
    private static string[]? LinesOf(byte[]? bytes)
    {
        if (bytes is null or [])
        {
            return [];
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            return null;
        }

        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            return text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
