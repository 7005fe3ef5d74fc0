// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>Columns of a table that has a row a member, whose number stands first.</summary>
internal static class MemberColumns
{
    public static int[] Numbers(CsvRows file, ICollection<Problem> problems)
    {
        var ids = new int[file.Count - 1];
        var seen = new HashSet<int>();
        for (var i = 0; i < ids.Length; i++)
        {
            var row = file[i + 1];
            if (!int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out ids[i]))
            {
                problems.Add(row.At(0, Fault.NotANumber));
            }
            else if (!seen.Add(ids[i]))
            {
                problems.Add(row.At(0, Fault.MemberTwice, ("member", ids[i])));
            }
        }

        return ids;
    }

    /// <summary>Which rows have as many cells as the heading; the others are named once.</summary>
    public static bool[] Whole(CsvRows file, ICollection<Problem> problems)
    {
        var whole = new bool[file.Count];
        for (var i = 1; i < file.Count; i++)
        {
            whole[i] = file[i].Count == file[0].Count;
            if (!whole[i])
            {
                problems.Add(file[i].Whole(Fault.RowRagged, ("expected", file[0].Count), ("found", file[i].Count)));
            }
        }

        return whole;
    }

    public static double[] Of(
        CsvRows file,
        int cell,
        int members,
        bool[] whole,
        Func<double, Fault?> limit,
        ICollection<Problem> problems
    )
    {
        var values = new double[members];
        for (var m = 0; m < members; m++)
        {
            var row = file[m + 1];
            if (!whole[m + 1])
            {
                continue;
            }

            var fault = row.TryNumber(cell, out values[m]) ? limit(values[m]) : Fault.NotANumber;
            if (fault is { } wrong)
            {
                problems.Add(row.At(cell, wrong, ("parameter", file[0].Text(cell))));
            }
        }

        return values;
    }
}
