// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Climate.Problems;

namespace Lodestar.Domain.Tests.Climate.Calibrations;

public sealed class CsvRowsTests
{
    [Fact]
    public void Of_QuotesBreaksAndBlankLines_GivesEachCellItsLine()
    {
        var rows = Read("\uFEFFa,\"b,c\"\r\n\r\n\"say \"\"so\"\"\",\"two\nlines\"\nlast, 1.5 ");

        Assert.Equal(3, rows.Count);
        Assert.Equal(["a", "b,c"], Cells(rows[0]));
        Assert.Equal(["say \"so\"", "two\nlines"], Cells(rows[1]));
        Assert.Equal(["last", "1.5"], Cells(rows[2]));
        Assert.Equal([1, 3, 5], [rows[0].Line, rows[1].Line, rows[2].Line]);
        Assert.True(rows[2].TryNumber(1, out var number));
        Assert.Equal(1.5, number);
        Assert.True(rows[2].IsBlank(7));
    }

    [Theory]
    [InlineData("", Fault.FileEmpty, 0, 0)]
    [InlineData("\r\n\n", Fault.FileEmpty, 0, 0)]
    [InlineData("a,b\nc,\"d", Fault.RowRagged, 2, 2)]
    [InlineData("a,b\n\"c\"x,d", Fault.RowRagged, 2, 1)]
    public void Of_NoTable_SaysWhere(string text, Fault fault, int line, int column)
    {
        var problems = new List<Problem>();

        Assert.Null(CsvRows.Of("x.csv", text, problems));
        Assert.Equal((fault, line, column), problems.Select(p => (p.Fault, p.Line, p.Column)).Single());
    }

    [Fact]
    public void Of_AnyTableWritten_GivesItBack()
    {
        var cell = Gen.Elements('a', ',', '"', '\n', '\r', ' ', 'é', '1').ArrayOf().Select(c => new string(c).Trim());
        var row = cell.ListOf().Where(r => r.Count > 1);
        Prop.ForAll(
                row.ListOf().Where(t => t.Count > 0).ToArbitrary(),
                table =>
                {
                    var text = string.Join("\r\n", table.Select(r => string.Join(',', r.Select(CsvText.Cell))));
                    var rows = Read(text);
                    Assert.Equal(
                        table.Select(r => r.ToArray()),
                        Enumerable.Range(0, rows.Count).Select(i => Cells(rows[i]))
                    );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static CsvRows Read(string text)
    {
        var problems = new List<Problem>();
        var rows = CsvRows.Of("x.csv", text, problems);
        Assert.Empty(problems);
        return rows!;
    }

    private static string[] Cells(CsvRow row) => [.. Enumerable.Range(0, row.Count).Select(row.Text)];
}
