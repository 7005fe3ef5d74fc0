// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>One row of the unit table. Immutable.</summary>
public sealed class UnitDefinition
{
    internal UnitDefinition(Csv.Row row)
    {
        Symbol = row["symbol"];
        Kind = row["kind"];
        Dimension = Dimension.FromCell(row["dimension"]);
        Factor = row["factor"];
        Scale = DecimalScale.FromCell(Factor);
        Prefixes = row.List("prefixes", ' ');
        Display = row["display"].Length > 0 ? row["display"] : Symbol;
        OtherSymbols = row.List("symbols");
        Names = row.List("names");
        Order = int.Parse(row["order"], System.Globalization.CultureInfo.InvariantCulture);
        Source = row["source"];
    }

    /// <summary>The ASCII symbol that is written: <c>t</c>, <c>Wh</c>, <c>EUR</c>.</summary>
    public string Symbol { get; }

    /// <summary>The group of the table: <c>mass</c>, <c>energy</c>, <c>money</c>, <c>time</c> and so on.</summary>
    public string Kind { get; }

    /// <summary>The dimension; for <c>mass</c> the generic one, which a gas qualifies, and for <c>money</c> without price year.</summary>
    public Dimension Dimension { get; }

    /// <summary>The factor to the coherent base of the dimension as its exact constituents, such as <c>2000*0.45359237</c>.</summary>
    public string Factor { get; }

    /// <summary>Symbols of the SI prefixes it takes; may be empty.</summary>
    public IReadOnlyList<string> Prefixes { get; }

    /// <summary>English names, singular first; may be empty.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The source of the factor.</summary>
    public string Source { get; }

    internal DecimalScale Scale { get; }

    internal string Display { get; }

    internal IReadOnlyList<string> OtherSymbols { get; }

    internal int Order { get; }

    internal bool IsMass => Kind == "mass";

    internal bool IsMoney => Kind == "money";
}
