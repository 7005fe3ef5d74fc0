// SPDX-License-Identifier: Apache-2.0
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Storage.Revisions;

namespace Lodestar.Data.Tests.Storage;

public sealed class LineDiffTests
{
    private static readonly Gen<string[]> FewLines = Gen.Elements("a", "b", "c", "").ArrayOf();

    [Fact]
    public void Of_AnyTwoTexts_LeadsFromOneToTheOther() =>
        Prop.ForAll(
                FewLines.ToArbitrary(),
                FewLines.ToArbitrary(),
                (old, @new) =>
                {
                    var changes = LineDiff.Of(old, @new, out var coarse);
                    return !coarse
                        && changes.Where(c => c.OldLine > 0).All(c => old[c.OldLine - 1] == c.Text)
                        && changes.Where(c => c.NewLine > 0).All(c => @new[c.NewLine - 1] == c.Text)
                        && Applied(old, changes).SequenceEqual(@new);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyTwoTexts_IsAsShortAsCanBe() =>
        Prop.ForAll(
                FewLines.ToArbitrary(),
                FewLines.ToArbitrary(),
                (old, @new) =>
                    LineDiff.Of(old, @new, out _).Count(c => c.Sign != ' ')
                    == old.Length + @new.Length - 2 * LongestCommon(old, @new)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_OneLineOfMany_ShowsThreeLinesAround()
    {
        string[] old = [.. Enumerable.Range(1, 20).Select(i => $"{i}")];
        string[] @new = [.. old];
        @new[9] = "ten";

        Assert.Equal(
            [
                new LineChange(' ', 7, 7, "7"),
                new LineChange(' ', 8, 8, "8"),
                new LineChange(' ', 9, 9, "9"),
                new LineChange('-', 10, 0, "10"),
                new LineChange('+', 0, 10, "ten"),
                new LineChange(' ', 11, 11, "11"),
                new LineChange(' ', 12, 12, "12"),
                new LineChange(' ', 13, 13, "13"),
            ],
            LineDiff.Of(old, @new, out _)
        );
    }

    [Fact]
    public void Of_NothingInCommon_IsBoundedAndComplete()
    {
        string[] old = [.. Enumerable.Range(0, 5_000).Select(i => $"old {i}")];
        string[] @new = [.. Enumerable.Range(0, 4_000).Select(i => $"new {i}")];

        var changes = LineDiff.Of(["same", .. old, "end"], ["same", .. @new, "end"], out var coarse);

        Assert.True(coarse);
        Assert.Equal(old, changes.Where(c => c.Sign == '-').Select(c => c.Text));
        Assert.Equal(@new, changes.Where(c => c.Sign == '+').Select(c => c.Text));
        Assert.Equal(["same", "end"], changes.Where(c => c.Sign == ' ').Select(c => c.Text));
    }

    [Fact]
    public void File_Binary_SaysSoInsteadOfLines()
    {
        var zeros = FileDiff.Of("a", "x"u8.ToArray(), [1, 0, 2]);
        var latin = FileDiff.Of("a", null, [(byte)'a', 0xE4, (byte)'b']);

        Assert.Equal(("storage.diff-binary", 0), (zeros.Note?.Id, zeros.Lines.Count));
        Assert.Equal(("storage.diff-binary", ChangeKind.Added), (latin.Note?.Id, latin.Kind));
    }

    [Fact]
    public void File_VeryLarge_SaysSoInsteadOfLines()
    {
        var change = FileDiff.Of("a", new byte[FileDiff.MaxBytes + 1], "x"u8.ToArray());

        Assert.Equal(("storage.diff-too-large", 0), (change.Note?.Id, change.Lines.Count));
    }

    [Fact]
    public void File_OnlyLineEndsOrMarkDiffer_SaysSo()
    {
        var change = FileDiff.Of("a", "one\r\ntwo"u8.ToArray(), [0xEF, 0xBB, 0xBF, .. "one\ntwo\n"u8]);

        Assert.Equal(("storage.diff-line-ends", 0), (change.Note?.Id, change.Lines.Count));
    }

    [Fact]
    public void File_AddedAndEmpty_HasNoLinesAndNoNote()
    {
        var change = FileDiff.Of("a", null, []);

        Assert.Equal((ChangeKind.Added, 0, null), (change.Kind, change.Lines.Count, change.Note));
    }

    [Fact]
    public void File_NothingInCommon_SaysThatItIsCoarse()
    {
        var old = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"old {i}")));
        var @new = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"new {i}")));

        Assert.Equal("storage.diff-coarse", FileDiff.Of("a", old, @new).Note?.Id);
    }

    private static List<string> Applied(string[] old, IReadOnlyList<LineChange> changes)
    {
        var result = new List<string>();
        var next = 1;
        foreach (var change in changes)
        {
            if (change.Sign == '+')
            {
                while (result.Count < change.NewLine - 1)
                {
                    result.Add(old[next++ - 1]);
                }

                result.Add(change.Text);
                continue;
            }

            while (next < change.OldLine)
            {
                result.Add(old[next++ - 1]);
            }

            next++;
            if (change.Sign == ' ')
            {
                result.Add(change.Text);
            }
        }

        result.AddRange(old.Skip(next - 1));
        return result;
    }

    private static int LongestCommon(string[] one, string[] other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                table[i, j] =
                    one[i - 1] == other[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[one.Length, other.Length];
    }
}
