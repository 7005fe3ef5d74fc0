// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Iamc;

/// <summary>One series of one model, scenario and region, with the years gathered so far.</summary>
internal sealed record IamcSeries(string Model, string Scenario, string Variable, IamcVariable Meaning, int Line)
{
    public SortedDictionary<int, double> Values { get; } = [];
    public int Rows { get; set; }
}

/// <summary>
/// Scenario tables: one plan a country, with what each model and scenario says it will emit. Regions of models become a
/// plan only when somebody asks for them by name.
/// </summary>
internal sealed class IamcImport
{
    private const int MostSeries = 200_000;
    private const int RegionsShown = 12;

    // Codes of model regions; beside them NAM is North America, else it is Namibia.
    private static readonly string[] ModelRegions =
    [
        "LAM",
        "CPA",
        "PAS",
        "PAO",
        "WEU",
        "EEU",
        "FSU",
        "AFR",
        "MEA",
        "SAS",
    ];

    private static readonly string[] HeadingWords = ["scenario", "region", "variable", "unit"];

    private readonly PublisherInput _input;
    private readonly DiagnosticBag _faults = new();
    private readonly LossCounter _loss = new();
    private readonly List<Message> _understood = [];
    private readonly Dictionary<string, Dictionary<(string, string, string, string), IamcSeries>> _regions = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, (long Rows, Place First)> _untaken = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), IamcVariable> _variables = [];
    private int _series;

    private IamcImport(PublisherInput input) => _input = input;

    public static bool Recognises(string look) =>
        look.Split('\n').Any(HasHeading) || (look.StartsWith("<?xml", StringComparison.Ordinal) && HasHeading(look));

    public static ImportResult Read(PublisherInput input) => new IamcImport(input).Read();

    private static bool HasHeading(string line) =>
        HeadingWords.All(w => line.Contains(w, StringComparison.OrdinalIgnoreCase));

    private ImportResult Read()
    {
        if (_input.Bytes is { } bytes)
        {
            ReadWorkbook(bytes);
        }
        else
        {
            using var reader = new StreamReader(_input.Input, _input.Encoding, detectEncodingFromByteOrderMarks: true);
            using var peeked = new PeekedText(reader);
            Take(IamcTable.Open(peeked, peeked.Separator(), _input.Name, _faults));
        }

        var plans = _input.Input.Exceeded ? [] : Plans();
        return new ImportResult(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood = _understood.ToEquatableList(),
        };
    }

    private void ReadWorkbook(MemoryStream bytes)
    {
        var sheets = WorkbookTable.Read(bytes, _input.Input, _input.Name, _input.Options.Sheet, _faults);
        foreach (var sheet in sheets)
        {
            var faults = new DiagnosticBag();
            if (IamcTable.Open(sheet, _input.Name, faults) is { } table)
            {
                _understood.Add(Message.Of("import.table.sheet", ("sheet", sheet.Sheet ?? "")));
                Take(table);
                return;
            }

            if (sheet == sheets[^1])
            {
                _faults.Add(ImportFaults.IamcHeading(_input.Name, IamcHeading.All));
            }
        }
    }

    private void Take(IamcTable? opened)
    {
        if (opened is not { } table)
        {
            return;
        }

        using (table)
        {
            var asked = _input.Options.Only.Select(NameMatch.Fold).Where(a => a.Length > 0).ToHashSet();
            while (table.Read())
            {
                _input.Input.CountRow();
                TakeRow(table, asked);
            }

            _understood.Add(Message.Of(table.IsLong ? "import.iamc.long" : "import.iamc.wide"));
            if (table.PassedOver.Count > 0)
            {
                _understood.Add(
                    Message.Of(
                        "import.iamc.passed-over",
                        ("columns", table.PassedOver.Take(RegionsShown).Select(ImportFaults.Short).ToArray())
                    )
                );
            }
        }
    }

    private void TakeRow(IamcTable table, HashSet<string> asked)
    {
        var place = new Place(_input.Name, table.Line);
        if (!table.IsData)
        {
            _loss.LeaveOut(Reasons.Footnote, place);
            return;
        }

        if (table.LacksYear)
        {
            _loss.LeaveOut(Reasons.NoYear, place);
            return;
        }

        if (CountryOf(table.Region) is null && !asked.Contains(NameMatch.Fold(table.Region)))
        {
            var (rows, first) = _untaken.GetValueOrDefault(table.Region, (0, place));
            _untaken[table.Region] = (rows + 1, first);
            return;
        }

        if (!_variables.TryGetValue((table.Variable, table.Unit), out var meaning))
        {
            meaning = IamcVariable.Of(table.Variable, table.Unit);
            _variables[(table.Variable, table.Unit)] = meaning;
        }

        if (meaning.LeftOut is { } reason)
        {
            _loss.LeaveOut(reason, place);
            return;
        }

        Keep(table, meaning, place);
    }

    private void Keep(IamcTable table, IamcVariable meaning, Place place)
    {
        if (!_regions.TryGetValue(table.Region, out var ofRegion))
        {
            _regions[table.Region] = ofRegion = [];
        }

        var key = (table.Model, table.Scenario, table.Variable, table.Unit);
        if (!ofRegion.TryGetValue(key, out var series))
        {
            if (_series == MostSeries)
            {
                _loss.LeaveOut(Reasons.TooMany, place);
                _faults.Add(ImportFaults.IamcTooMany(_input.Name, MostSeries));
                return;
            }

            _series++;
            series = new IamcSeries(table.Model, table.Scenario, table.Variable, meaning, table.Line);
            ofRegion.Add(key, series);
        }

        var (isNew, isSame) = (false, true);
        for (var i = 0; i < table.Years.Length; i++)
        {
            if (double.IsNaN(table.Values[i]))
            {
                continue;
            }

            if (series.Values.TryAdd(table.Years[i], table.Values[i]))
            {
                isNew = true;
            }
            else
            {
                isSame &= series.Values[table.Years[i]].Equals(table.Values[i]);
            }
        }

        if (isSame && (isNew || series.Rows == 0))
        {
            series.Rows++;
            return;
        }

        var what = $"{table.Model} {table.Scenario} {table.Region} {table.Variable}";
        _loss.LeaveOut(isSame ? Reasons.Repeated : Reasons.Disputed, place);
        _faults.Add(
            isSame
                ? ImportFaults.RepeatedRow(place, series.Line, what)
                : ImportFaults.DisputedRow(place, series.Line, what)
        );
    }

    private List<ImportedPlan> Plans()
    {
        var names = _regions.Keys.Concat(_untaken.Keys).ToList();
        var isOfModels = names.Exists(n => ModelRegions.Contains(n));
        var areas = names.Select(n => new Area(n, isOfModels && n == "NAM" ? null : CountryOf(n))).ToList();
        foreach (var area in areas.Where(a => a.Name == "NAM" && isOfModels))
        {
            _faults.Add(ImportFaults.IamcRegionUnclear(_input.Name, area.Name, Countries.Find("NAM")!.Name));
        }

        var wanted = AreaSelection.Resolve(areas, _input.Options.Only, takesGroups: true, _input.Name, _faults);
        foreach (var (region, (rows, first)) in _untaken)
        {
            _loss.LeaveOut(IamcPlan.ModelRegion, rows, [first]);
            _ = region;
        }

        var plans = new List<ImportedPlan>();
        // A table may write one country in several ways.
        foreach (
            var same in areas
                .Where(a => _regions.ContainsKey(a.Name))
                .GroupBy(a => a.Country?.Alpha2 ?? $" {a.Name}")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            var area = same.First();
            var series = same.SelectMany(a => _regions[a.Name].Values).ToList();
            var rows = series.Sum(s => s.Rows);
            if (wanted.Contains(area.Name))
            {
                _loss.Use(rows);
                plans.Add(ImportedPlan.Of(IamcPlan.Of(area, series, _input.Name)));
            }
            else
            {
                _loss.LeaveOut(area.Country is null ? IamcPlan.ModelRegion : Reasons.NotAskedFor, rows, []);
            }
        }

        if (plans.Count == 0 && names.Count > 0)
        {
            _faults.Add(ImportFaults.IamcNothing(_input.Name, names.Order(StringComparer.Ordinal).Take(RegionsShown)));
        }

        return plans;
    }

    /// <summary>By name or code; never "NA", which tables of models write for a region that does not apply.</summary>
    private static Country? CountryOf(string region) =>
        region.Equals("NA", StringComparison.OrdinalIgnoreCase) || region.All(char.IsAsciiDigit)
            ? null
            : Countries.Find(region) ?? Countries.FindByName(region);
}
