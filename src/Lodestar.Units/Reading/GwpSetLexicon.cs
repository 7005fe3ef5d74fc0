// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Lodestar.Units;

/// <summary>The metric sets and the ways of naming them.</summary>
internal sealed class GwpSetLexicon
{
    private readonly Dictionary<string, GwpSet> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GwpSet> bySpelling = new(StringComparer.Ordinal);

    internal GwpSetLexicon(Csv sets, Csv values)
    {
        var all = new List<GwpSet>();
        foreach (var row in sets.Rows)
        {
            var (id, report) = (row["id"], row["report"]);
            var horizon = int.Parse(row["horizon_years"], CultureInfo.InvariantCulture);
            var set = new GwpSet(id, report, horizon, row["symbol"], row["source"], ValuesOf(values, id));
            all.Add(set);
            byId.Add(id, set);
            var h = row["horizon_years"];
            foreach (var spelling in (string[])[report + h, report + "GWP" + h, "GWP" + h + report, report + h + "YR"])
            {
                bySpelling.Add(spelling, set);
            }
            if (horizon == 100)
            {
                bySpelling.Add(report, set);
                bySpelling.Add(report + "GWP", set);
                bySpelling.Add("IPCC" + report, set);
            }
        }
        All = all;
    }

    internal IReadOnlyList<GwpSet> All { get; }

    internal GwpSet? ById(string id) => byId.GetValueOrDefault(id);

    internal GwpSet? Find(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
            else if (c is not (' ' or '-' or '_' or ',' or '\u00A0'))
            {
                return null;
            }
        }
        return bySpelling.GetValueOrDefault(key.ToString());
    }

    private static Dictionary<(string, MethaneOrigin), GwpValue> ValuesOf(Csv values, string id)
    {
        var result = new Dictionary<(string, MethaneOrigin), GwpValue>();
        foreach (var row in values.Rows)
        {
            if (row["set"] != id)
            {
                continue;
            }
            var value = new GwpValue(double.Parse(row["value"], CultureInfo.InvariantCulture), row["source"]);
            foreach (var origin in OriginsOf(row["origin"]))
            {
                result.Add((row["gas"], origin), value);
            }
        }
        return result;
    }

    private static MethaneOrigin[] OriginsOf(string cell) =>
        cell switch
        {
            "any" => [MethaneOrigin.Unspecified, MethaneOrigin.Fossil, MethaneOrigin.NonFossil],
            "unspecified" => [MethaneOrigin.Unspecified],
            "fossil" => [MethaneOrigin.Fossil],
            "non-fossil" => [MethaneOrigin.NonFossil],
            _ => throw new FormatException("gwp.csv: origin " + cell),
        };
}
