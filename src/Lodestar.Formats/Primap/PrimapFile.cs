// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.Hdf5;
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.Primap;

/// <summary>One axis of the file with the words that stand along it; years for time.</summary>
internal sealed record PrimapAxis(string Name, int Length, IReadOnlyList<string> Words);

/// <summary>A gas or basket of gases. Baskets are in CO2e of a metric set, others in the mass of the gas itself.</summary>
/// <param name="Gas">"CO2", "HFCS", "KYOTOGHG".</param>
/// <param name="Set">"AR5"; null where the amount is the gas's own mass.</param>
/// <param name="ToKilotonnes">What its numbers are multiplied with.</param>
/// <param name="Axes">Names of its axes in order.</param>
internal sealed record PrimapEntity(
    string Gas,
    string? Set,
    double ToKilotonnes,
    Hdf5Dataset Dataset,
    IReadOnlyList<string> Axes
);

/// <summary>A netCDF file of the PRIMAP2 data format: gases over time, area, category and source.</summary>
internal sealed partial class PrimapFile
{
    private const string Time = "time";

    private static readonly (string Word, double ToKilotonnes)[] Masses =
    [
        ("gigagram", 1),
        ("Gg", 1),
        ("kt", 1),
        ("kilotonne", 1),
        ("teragram", 1e3),
        ("Mt", 1e3),
        ("megatonne", 1e3),
        ("gigatonne", 1e6),
        ("Gt", 1e6),
        ("tonne", 1e-3),
        ("t", 1e-3),
    ];

    private readonly Dictionary<string, PrimapAxis> _axes = new(StringComparer.Ordinal);

    private PrimapFile(Hdf5File file) => File = file;

    public Hdf5File File { get; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public PrimapAxis Areas { get; private set; } = new("", 0, []);
    public PrimapAxis Categories { get; private set; } = new("", 0, []);

    /// <summary>The axes that tell sources and their scenarios apart.</summary>
    public IReadOnlyList<PrimapAxis> SourceAxes { get; private set; } = [];

    public List<PrimapEntity> Entities { get; } = [];

    /// <summary>Null, with faults that name what was looked for, where the file is none of these.</summary>
    public static PrimapFile? Read(Hdf5File file, string name, DiagnosticBag faults)
    {
        var result = new PrimapFile(file);
        var area = file.Datasets.Keys.FirstOrDefault(k => k.StartsWith("area (", StringComparison.Ordinal));
        var category = file.Datasets.Keys.FirstOrDefault(k => k.StartsWith("category (", StringComparison.Ordinal));
        if (area is null || category is null || !file.Datasets.TryGetValue(Time, out var time))
        {
            faults.Add(ImportFaults.PrimapUnknown(name, file.Datasets.Keys));
            return null;
        }

        if (!category.Contains("IPCC2006", StringComparison.Ordinal))
        {
            faults.Add(ImportFaults.PrimapCategories(name, category));
            return null;
        }

        if (ReadYears(time, name, faults) is not { } years)
        {
            return null;
        }

        result.Years = years;
        foreach (
            var axis in file.Datasets.Values.Where(d =>
                d.Shape.Count == 1 && d.Type.Class is Hdf5Class.Text or Hdf5Class.LongText
            )
        )
        {
            var words = axis.ReadTexts();
            result._axes[axis.Name] = new PrimapAxis(axis.Name, words.Length, words);
        }

        result._axes[Time] = new PrimapAxis(Time, years.Count, []);
        foreach (var dataset in file.Datasets.Values.Where(d => d.Shape.Count > 1))
        {
            result.AddEntity(dataset, name, faults);
        }

        if (
            result.Entities.Count == 0
            || !result._axes.TryGetValue(area, out var areas)
            || !result._axes.TryGetValue(category, out var categories)
        )
        {
            faults.Add(ImportFaults.PrimapUnknown(name, file.Datasets.Keys));
            return null;
        }

        (result.Areas, result.Categories) = (areas, categories);
        var used = result.Entities.SelectMany(e => e.Axes).Distinct().Except([Time, area, category]);
        result.SourceAxes = [.. used.Select(a => result._axes[a])];
        return result;
    }

    /// <summary>
    /// The numbers of one entity for one choice along the source axes, in kilotonnes: [year][category][area]. NaN is missing.
    /// </summary>
    public double[,,] Numbers(PrimapEntity entity, IReadOnlyDictionary<string, int> source)
    {
        var start = new long[entity.Axes.Count];
        var count = new long[entity.Axes.Count];
        for (var i = 0; i < start.Length; i++)
        {
            var isSource = source.TryGetValue(entity.Axes[i], out var at);
            (start[i], count[i]) = isSource ? (at, 1) : (0, _axes[entity.Axes[i]].Length);
        }

        var flat = entity.Dataset.ReadNumbers(start, count);
        var steps = new long[entity.Axes.Count];
        var step = 1L;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            steps[i] = step;
            step *= count[i];
        }

        long StepOf(string axis) => entity.Axes.Index().Where(a => a.Item == axis).Sum(a => steps[a.Index]);
        var (y, c, a) = (StepOf(Time), StepOf(Categories.Name), StepOf(Areas.Name));
        var numbers = new double[Years.Count, Categories.Length, Areas.Length];
        for (var year = 0; year < Years.Count; year++)
        {
            for (var category = 0; category < Categories.Length; category++)
            {
                for (var area = 0; area < Areas.Length; area++)
                {
                    numbers[year, category, area] = flat[year * y + category * c + area * a] * entity.ToKilotonnes;
                }
            }
        }

        return numbers;
    }

    private void AddEntity(Hdf5Dataset dataset, string name, DiagnosticBag faults)
    {
        var gas = dataset.Attributes.GetValueOrDefault("entity")?.Text ?? dataset.Name.Split(' ')[0];
        var context = dataset.Attributes.GetValueOrDefault("gwp_context")?.Text;
        var unit = dataset.Attributes.GetValueOrDefault("units")?.Text ?? "";
        if (AxesOf(dataset) is not { } axes || FactorOf(unit, context is null ? gas : "CO2") is not { } factor)
        {
            faults.Add(ImportFaults.PrimapEntity(name, dataset.Name, unit));
            return;
        }

        var set = context is null ? null : GwpContext().Match(context).Value;
        Entities.Add(new PrimapEntity(gas, set, factor, dataset, axes));
    }

    /// <summary>netCDF-4 numbers its dimensions; where a file does not, lengths that differ tell them apart.</summary>
    private List<string>? AxesOf(Hdf5Dataset dataset)
    {
        var byId = File
            .Datasets.Values.Where(d => d.Shape.Count == 1)
            .Select(d => (d.Name, Id: d.Attributes.GetValueOrDefault("_Netcdf4Dimid")?.Numbers))
            .Where(d => d.Id is { Count: 1 })
            .GroupBy(d => d.Id![0])
            .ToDictionary(g => g.Key, g => g.First().Name);
        var ids = dataset.Attributes.GetValueOrDefault("_Netcdf4Coordinates")?.Numbers;
        var axes = new List<string>();
        for (var i = 0; i < dataset.Shape.Count; i++)
        {
            var length = dataset.Shape[i];
            var name =
                ids is not null && ids.Count == dataset.Shape.Count ? byId.GetValueOrDefault(ids[i])
                : _axes.Values.Where(a => a.Length == length).ToList() is [var only] ? only.Name
                : null;
            if (name is null || !_axes.TryGetValue(name, out var axis) || axis.Length != length || axes.Contains(name))
            {
                return null;
            }

            axes.Add(name);
        }

        return
            axes.Contains(Time)
            && axes.Exists(a => a.StartsWith("area (", StringComparison.Ordinal))
            && axes.Exists(a => a.StartsWith("category (", StringComparison.Ordinal))
            ? axes
            : null;
    }

    private static List<int>? ReadYears(Hdf5Dataset time, string name, DiagnosticBag faults)
    {
        var unit = time.Attributes.GetValueOrDefault("units")?.Text ?? "";
        var numbers = time.Shape.Count == 1 ? time.ReadNumbers() : [];
        var years = new List<int>();
        if (
            DaysSince().Match(unit) is { Success: true } match
            && DateOnly.TryParse(match.Groups["date"].Value, CultureInfo.InvariantCulture, out var first)
            && first.Year < 3000
        )
        {
            const double MostDays = 400_000;
            years = [.. numbers.Where(n => n >= 0 && n < MostDays).Select(n => first.AddDays((int)n).Year)];
        }

        if (years.Count == numbers.Length && years.Count > 0 && years.Distinct().Count() == years.Count)
        {
            return years;
        }

        faults.Add(ImportFaults.PrimapTime(name, unit));
        return null;
    }

    /// <summary>"CO2 * gigagram / a" → 1; null where mass, gas or year is not what is expected.</summary>
    private static double? FactorOf(string unit, string gas)
    {
        var parts = unit.Split(['*', '/', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length != 3
            || parts[2] is not ("a" or "year" or "yr" or "annum")
            || !parts.AsSpan(0, 2).Contains(gas)
        )
        {
            return null;
        }

        var mass = parts[0] == gas ? parts[1] : parts[0];
        return Masses.FirstOrDefault(m => m.Word == mass) is { Word: not null } known ? known.ToKilotonnes : null;
    }

    [GeneratedRegex(@"^days since (?<date>\d{4}-\d\d?-\d\d?)", RegexOptions.CultureInvariant)]
    private static partial Regex DaysSince();

    [GeneratedRegex("^(SAR|AR[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex GwpContext();
}
