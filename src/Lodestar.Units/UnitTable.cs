// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>
/// The tables behind everything: units, prefixes, gases, metric sets and spellings. Immutable and safe to share between threads;
/// a test may load its own.
/// </summary>
public sealed class UnitTable
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>The deepest nesting of parentheses that is read.</summary>
    public const int MaxDepth = 16;

    private UnitTable(Func<string, string> tables)
    {
        Units = Csv.Parse(tables("units.csv")).Rows.Select(row => new UnitDefinition(row)).ToArray();
        Substances = new SubstanceLexicon(Csv.Parse(tables("gases.csv")));
        Sets = new GwpSetLexicon(Csv.Parse(tables("gwp_sets.csv")), Csv.Parse(tables("gwp.csv")));
        Lexicon = new UnitLexicon(Units, Csv.Parse(tables("prefixes.csv")), Csv.Parse(tables("ambiguous.csv")));
        Suggester = new Suggester(Lexicon, Substances);
        foreach (var row in Csv.Parse(tables("phrases.csv")).Rows)
        {
            var (unit, _) = Read(row["unit"]);
            Lexicon.AddPhrase(row["spelling"], unit ?? throw new FormatException("phrases.csv: " + row["unit"]));
        }
    }

    /// <summary>The table that ships with this library.</summary>
    public static UnitTable Default { get; } = new(Embedded);

    /// <summary>Every unit, in table order.</summary>
    public IReadOnlyList<UnitDefinition> Units { get; }

    /// <summary>Every substance, in table order.</summary>
    public IReadOnlyList<Gas> Gases => Substances.Gases;

    /// <summary>Every metric set, in table order.</summary>
    public IReadOnlyList<GwpSet> GwpSets => Sets.All;

    internal SubstanceLexicon Substances { get; }

    internal GwpSetLexicon Sets { get; }

    internal UnitLexicon Lexicon { get; }

    internal Suggester Suggester { get; }

    /// <summary>Loads a table of your own; tables that are not given are those of <see cref="Default"/>.</summary>
    /// <param name="tables">File name (<c>units.csv</c>, <c>prefixes.csv</c>, <c>gases.csv</c>, <c>gwp_sets.csv</c>, <c>gwp.csv</c>, <c>ambiguous.csv</c>, <c>phrases.csv</c>) to its text.</param>
    /// <returns>The table.</returns>
    /// <exception cref="FormatException">A cell cannot be read or a spelling has two meanings.</exception>
    /// <exception cref="ArgumentException">A row of prefixes, gases, metric sets or values is there twice.</exception>
    /// <exception cref="KeyNotFoundException">A column is missing or a prefix is not in the table.</exception>
    public static UnitTable FromCsv(IReadOnlyDictionary<string, string> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return new(name => tables.TryGetValue(name, out var text) ? text : Embedded(name));
    }

    /// <summary>Reads a unit by this table. Never throws on any text.</summary>
    /// <param name="text">At most <see cref="MaxLength"/> characters.</param>
    /// <param name="assumed">The metric set for CO2e where the text states none.</param>
    /// <returns>The unit, or the fault with its place.</returns>
    public UnitReading Read(string text, GwpSet? assumed = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new UnitReader(this, SourceText.Of(text), assumed).ReadAll(0);
    }

    /// <summary>Reads a number and a unit by this table. Never throws on any text.</summary>
    /// <param name="text">At most <see cref="MaxLength"/> characters.</param>
    /// <param name="assumed">The metric set for CO2e where the text states none.</param>
    /// <returns>The quantity, or the fault with its place.</returns>
    public QuantityReading ReadQuantity(string text, GwpSet? assumed = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QuantityReader.Read(this, SourceText.Of(text), assumed);
    }

    /// <summary>Finds a gas of this table; see <see cref="Gas.Find"/>.</summary>
    /// <param name="text">A spelling.</param>
    /// <returns>The gas or null.</returns>
    public Gas? FindGas(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > MaxLength ? null : Substances.Find(SourceText.Of(text).Text);
    }

    /// <summary>Finds a metric set of this table; see <see cref="GwpSet.Find(string)"/>.</summary>
    /// <param name="text">A spelling.</param>
    /// <returns>The set or null.</returns>
    public GwpSet? FindGwpSet(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > MaxLength ? null : Sets.Find(text);
    }

    internal Gas? FindGasById(string id) => Substances.ById(id);

    internal GwpSet? FindGwpSetById(string id) => Sets.ById(id);

    internal IReadOnlyList<string> SuggestGases(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > MaxLength ? [] : Suggester.Gases(SourceText.Of(text).Text);
    }

    private static string Embedded(string name)
    {
        using var stream =
            typeof(UnitTable).Assembly.GetManifestResourceStream(name) ?? throw new FormatException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
