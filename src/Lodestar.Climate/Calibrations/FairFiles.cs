// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>The files of a FaIR folder by what their headings say they are.</summary>
internal sealed class FairFiles
{
    private FairFiles(List<CsvRows> members, CsvRows? species, CsvRows? emissions, CsvRows? forcing) =>
        (Members, Species, Emissions, Forcing) = (members, species, emissions, forcing);

    public IReadOnlyList<CsvRows> Members { get; }

    public CsvRows? Species { get; }

    public CsvRows? Emissions { get; }

    public CsvRows? Forcing { get; }

    public static FairFiles Read(
        IEnumerable<string> names,
        Func<string, TextReader?> open,
        ICollection<Problem> problems
    )
    {
        var members = new List<CsvRows>();
        CsvRows? species = null;
        CsvRows? emissions = null;
        CsvRows? forcing = null;
        foreach (
            var name in names
                .Where(n => n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
        )
        {
            var part = PartOf(name, open);
            var taken =
                (part == Part.Species && species is not null)
                || (part == Part.Emissions && emissions is not null)
                || (part == Part.Forcing && forcing is not null);
            if (taken)
            {
                problems.Add(new Problem(Fault.FilePassedOver, name) { IsError = false });
            }

            if (taken || part == Part.Other || Rows(name, open, problems) is not { } rows)
            {
                continue;
            }

            switch (part)
            {
                case Part.Members:
                    members.Add(rows);
                    break;
                case Part.Species:
                    species = rows;
                    break;
                case Part.Emissions:
                    emissions = rows;
                    break;
                default:
                    forcing = rows;
                    break;
            }
        }

        Missing(members.Count == 0, "params.csv", problems);
        Missing(species is null, "species.csv", problems);
        Missing(emissions is null, "emissions.csv", problems);
        Missing(forcing is null, "volcanic_solar.csv", problems);
        return new FairFiles(members, species, emissions, forcing);
    }

    private static void Missing(bool missing, string name, ICollection<Problem> problems)
    {
        if (missing && !problems.Any(p => p.IsError && p.File == name))
        {
            problems.Add(new Problem(Fault.FileMissing, name));
        }
    }

    private static CsvRows? Rows(string name, Func<string, TextReader?> open, ICollection<Problem> problems)
    {
        using var reader = open(name);
        return CsvRows.Read(name, reader, problems);
    }

    private const int LongestHeading = 1 << 20;

    /// <summary>A file that is empty or one endless line passes for members, so that reading it says what is wrong.</summary>
    private static Part PartOf(string name, Func<string, TextReader?> open)
    {
        using var reader = open(name);
        if (reader is null || BoundedText.Line(reader, LongestHeading) is not { Length: > 0 and < LongestHeading } line)
        {
            return Part.Members;
        }

        var unread = new List<Problem>();
        if (CsvRows.Of(name, line, unread) is not { } rows)
        {
            return Part.Other;
        }

        var heading = rows[0];
        var words = Enumerable.Range(0, heading.Count).Select(c => heading.Text(c)).ToList();
        var years = words.Where(w => FairSeries.Year(w) is not null).ToList();
        if (years.Count > 0 && (Has(words, "scenario") || Has(words, "variable")))
        {
            return FairSeries.Year(years[0])!.Value.Middle ? Part.Emissions : Part.Forcing;
        }

        return words.Contains("name")
            && words.Exists(w => w is "type" or "input_mode" || FairNames.Parameters.ContainsKey(w))
                ? Part.Species
            : words.Exists(IsOfMember) ? Part.Members
            : Part.Other;
    }

    private static bool Has(List<string> words, string word) => words.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool IsOfMember(string heading) =>
        FairNames.EnergyBalance.Contains(heading)
        || (FairNames.Indexed(heading) is { } written && FairNames.Parameters.ContainsKey(written.Name));

    private enum Part
    {
        Other,
        Members,
        Species,
        Emissions,
        Forcing,
    }
}
