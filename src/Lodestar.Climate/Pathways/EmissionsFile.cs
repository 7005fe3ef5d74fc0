// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>
/// Emissions of the world from a comma-separated file: FaIR's layout (scenario, region, variable, unit, a column a
/// mid-year), the IAMC's with a column a year, or with columns year and value. An integer year is that calendar year,
/// which FaIR writes as its middle; it is never a 1 January, half a year of which shifts CO2 by a part per million.
/// Between given years values lie on straight lines.
/// </summary>
public static class EmissionsFile
{
    /// <param name="text">The whole file; null when there is none.</param>
    /// <param name="file">Its name for problems.</param>
    /// <param name="species">Those of the calibration that the pathway is for.</param>
    public static PathwayReading Read(
        TextReader? text,
        string file,
        IReadOnlyList<Species> species,
        EmissionsOptions options
    )
    {
        var problems = new ProblemList();
        var rows = CsvRows.Read(file, text, problems);
        var heading = rows is null ? null : EmissionsHeading.Read(rows[0], problems);
        if (rows is null || heading is null)
        {
            return new PathwayReading(null, problems, [], [], []);
        }

        var data = Enumerable.Range(1, rows.Count - 1).Where(r => !rows[r].IsBlank(heading.Variable)).ToList();
        var runs = data.Select(r => heading.Run(rows[r])).Distinct().ToList();
        var scenarios = ScenarioChoice.Names(runs);
        if (data.Count == 0)
        {
            problems.Add(new Problem(Fault.FileEmpty, file));
            return new PathwayReading(null, problems, [], [], []);
        }

        if (ScenarioChoice.Choose(file, runs, options.Scenario, problems) is not { } run)
        {
            return new PathwayReading(null, problems, [], [], scenarios);
        }

        data.RemoveAll(r => heading.Run(rows[r]) != run);
        if (!InRegion(rows, heading, data, options.Region, problems))
        {
            return new PathwayReading(null, problems, [], [], scenarios);
        }

        var table = new SpeciesTable(heading, species, problems);
        foreach (var row in data)
        {
            table.Add(rows[row]);
        }

        var name = run.Scenario.Length > 0 ? run.Scenario : file;
        var pathway = table.Finish(name, rows[0], options.Asked);
        return new PathwayReading(
            problems.HasErrors ? null : pathway,
            problems,
            table.Rows,
            table.PassedOver,
            scenarios
        );
    }

    private static bool InRegion(
        CsvRows rows,
        EmissionsHeading heading,
        List<int> data,
        string region,
        ProblemList problems
    )
    {
        if (heading.Region < 0)
        {
            return true;
        }

        var regions = data.Select(r => rows[r].Text(heading.Region)).Distinct(StringComparer.Ordinal).ToList();
        data.RemoveAll(r => !rows[r][heading.Region].Equals(region, StringComparison.OrdinalIgnoreCase));
        if (data.Count > 0)
        {
            return true;
        }

        problems.Add(
            new Problem(Fault.RegionUnclear, rows.File, 0, 0)
            {
                Text = region,
                Values = new Dictionary<string, object>
                {
                    ["asked"] = region,
                    ["choices"] = regions.Take(20).ToArray(),
                },
            }
        );
        return false;
    }
}
