// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>How a key's value is written.</summary>
internal enum ValueForm
{
    Text,
    Format,
    Id,
    Year,
    Date,

    /// <summary>A date, or a year where only that is known.</summary>
    DateOrYear,
    Emission,

    /// <summary>Emissions per real money or per person: "4.2 t CO2e/person".</summary>
    Intensity,
    Area,
    Share,
    Span,

    /// <summary>An emission, a cut, or a mapping with one of the two or an intensity.</summary>
    Level,

    /// <summary>yes, partly or no.</summary>
    Answer,
    Choice,
    Path,
    Url,
    Country,
    Currency,

    /// <summary>The id of a source or of an inventory of the plan.</summary>
    Reference,

    /// <summary>all, or a list of sectors and sub-sectors.</summary>
    Sectors,
    Gases,

    /// <summary>A list of texts.</summary>
    Words,

    /// <summary>A list of categories of any scheme.</summary>
    Categories,
    Scopes,

    /// <summary>Any keys, each with a text.</summary>
    Codes,

    /// <summary>Degrees north and east: "55.68, 12.57".</summary>
    Coordinates,

    /// <summary>Years, each with a number.</summary>
    YearNumbers,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A text, or a text for each language: {en: Wind, fr: Vent}.</summary>
    Local,

    /// <summary>A day, or the month or year that is all that is known: "2014-06".</summary>
    StatedDay,

    /// <summary>A mapping with a table of its own.</summary>
    Map,

    /// <summary>A list of mappings with a table of their own.</summary>
    List,

    /// <summary>Free names, each with a mapping that has a table of its own, or with the short form.</summary>
    Named,

    /// <summary>A number or a formula of the plan language.</summary>
    Formula,

    /// <summary>A list of formulas, or one.</summary>
    Formulas,

    /// <summary>A formula, or values by label and year, nested.</summary>
    Values,

    /// <summary>Two numbers in a list.</summary>
    Pair,

    /// <summary>A list of labels or names, or one.</summary>
    Labels,

    /// <summary>Free names, each with labels.</summary>
    LabelSets,

    /// <summary>Axes, each with a mapping of labels to labels.</summary>
    LabelMaps,

    /// <summary>Free names, each with a formula.</summary>
    Settings,

    /// <summary>Values by label, or the path of a table.</summary>
    Shares,

    /// <summary>yes or no.</summary>
    Flag,
}

/// <summary>One key: what it is called, how its value is written, what it means.</summary>
internal sealed record PlanKey(string Name, ValueForm Form, string Description, string Example = "")
{
    public bool Required { get; init; }

    /// <summary>The words of a <see cref="ValueForm.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The keys of a <see cref="ValueForm.Map"/>, of each item of a <see cref="ValueForm.List"/>, of each value of a <see cref="ValueForm.Named"/>.</summary>
    public KeyTable? Keys { get; init; }

    /// <summary>What may stand instead of the mapping of a <see cref="ValueForm.Named"/>.</summary>
    public ValueForm? Short { get; init; }
}

/// <summary>The keys of one mapping. The reader accepts these and no others, and the JSON schemas are made from them.</summary>
internal sealed record KeyTable(string Name, string Description, params IReadOnlyList<PlanKey> Keys)
{
    public PlanKey? Find(string name) => Keys.FirstOrDefault(k => k.Name == name);

    public IEnumerable<string> Names => Keys.Select(k => k.Name);
}
