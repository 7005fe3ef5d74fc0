// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Formats.Iamc;

/// <summary>Which column holds what.</summary>
internal sealed class IamcHeading
{
    public static readonly IReadOnlyList<string> All = ["scenario", "region", "variable", "unit", "year"];

    private readonly Dictionary<string, int> _named = new(StringComparer.OrdinalIgnoreCase);

    public int Line { get; private init; }
    public int Model => At("model");
    public int Scenario => At("scenario");
    public int Region => At("region");
    public int Variable => At("variable");
    public int Unit => At("unit");
    public int Year => At("year");
    public int Value => At("value");
    public bool IsLong => Years.Count == 0;

    /// <summary>Year columns in the order of the table.</summary>
    public List<(int Year, int At)> Years { get; } = [];

    public List<(int Year, int At)> Twice { get; } = [];

    public List<string> PassedOver { get; } = [];

    /// <summary>The column that parts the year; null when there is none.</summary>
    public string? SubAnnual { get; private set; }

    /// <summary>What the format needs and the record lacks.</summary>
    public List<string> Missing { get; } = [];

    public static IamcHeading Of(IIamcRecords record)
    {
        var heading = new IamcHeading { Line = record.Line };
        for (var i = 0; i < record.Count; i++)
        {
            heading.Take(record[i].TrimStart('\uFEFF').Trim('"').Trim().ToString(), i);
        }

        heading.Missing.AddRange(All.Take(4).Where(n => heading.At(n) < 0));
        if (heading.Years.Count == 0 && (heading.Year < 0 || heading.Value < 0))
        {
            heading.Missing.Add("year");
        }

        return heading;
    }

    public static bool TryYear(ReadOnlySpan<char> text, out int year)
    {
        if (text.EndsWith(".0"))
        {
            text = text[..^2];
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && year is >= 1500 and <= 2500;
    }

    private int At(string name) => _named.GetValueOrDefault(name, -1);

    private void Take(string text, int at)
    {
        var known = text.ToLowerInvariant() switch
        {
            "models" => "model",
            "scenarios" or "scen" => "scenario",
            "regions" => "region",
            "variables" => "variable",
            "units" => "unit",
            "years" => "year",
            "values" => "value",
            var other => other,
        };
        if (known is "model" or "scenario" or "region" or "variable" or "unit" or "year" or "value")
        {
            _named.TryAdd(known, at);
        }
        else if (TryYear(text, out var year))
        {
            (Years.Exists(y => y.Year == year) ? Twice : Years).Add((year, at));
        }
        else if (known is "subannual" or "time" or "month" or "datetime" or "date")
        {
            SubAnnual = text;
        }
        else if (text.Length > 0)
        {
            PassedOver.Add(text);
        }
    }
}
