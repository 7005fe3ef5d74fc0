// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Reports;

/// <summary>
/// What a council is given to read: a plan held against its promise, as data. Files and pages are renderings of it, and
/// say the same. Words are what <see cref="PaperText"/> can say.
/// </summary>
/// <param name="Title">What the paper is about.</param>
/// <param name="Place">Whose plan it is.</param>
/// <param name="Date">The day the plan was assessed on.</param>
/// <param name="Foot">What it takes to make the same paper again, in one line.</param>
/// <param name="Sections">In the order of reading.</param>
public sealed record CouncilPaper(
    Message Title,
    LocalText Place,
    DateOnly Date,
    Message Foot,
    ImmutableArray<PaperSection> Sections
)
{
    /// <summary>The tables of all sections.</summary>
    public IEnumerable<PaperTable> Tables => Sections.SelectMany(s => s.Blocks).OfType<PaperTable>();

    /// <summary>The charts of all sections.</summary>
    public IEnumerable<PaperChart> Charts => Sections.SelectMany(s => s.Blocks).OfType<PaperChart>();

    public PaperSection? Find(string id) => Sections.FirstOrDefault(s => s.Id == id);
}

/// <summary>A section under a heading of the first level.</summary>
/// <param name="Id">Names it in addresses: "summary", "method".</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands in it.</param>
public sealed record PaperSection(string Id, Message Title, ImmutableArray<PaperBlock> Blocks)
{
    /// <summary>Whether it begins on a page of its own.</summary>
    public bool OnNewPage { get; init; }
}

/// <summary>How a paragraph is meant.</summary>
public enum PaperTone
{
    Body = 0,

    /// <summary>The sentences that somebody in a hurry reads.</summary>
    Lead,

    /// <summary>What explains a table or a figure.</summary>
    Note,
}

/// <summary>One part of a section.</summary>
public abstract record PaperBlock;

/// <summary>A heading within a section.</summary>
/// <param name="Level">2 or 3.</param>
public sealed record PaperHeading(object Words, int Level = 2) : PaperBlock;

/// <summary>A paragraph.</summary>
public sealed record PaperParagraph(object Words, PaperTone Tone = PaperTone.Body) : PaperBlock;

/// <summary>A list.</summary>
public sealed record PaperList(ImmutableArray<object> Items) : PaperBlock;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="IsNumber">Whether its cells stand to the right.</param>
/// <param name="Width">How wide it is beside the others.</param>
public sealed record PaperColumn(object Head, bool IsNumber = false, int Width = 1);

/// <summary>A row of a table.</summary>
/// <param name="Cells">One a column; null where there is nothing to say.</param>
/// <param name="IsTotal">Whether it is what the rows above come to.</param>
public sealed record PaperRow(ImmutableArray<object?> Cells, bool IsTotal = false);

/// <summary>A table with its caption.</summary>
public sealed record PaperTable(Message Caption, ImmutableArray<PaperColumn> Columns, ImmutableArray<PaperRow> Rows)
    : PaperBlock;

/// <summary>How a chart is drawn.</summary>
public enum PaperChartKind
{
    /// <summary>Lines over years.</summary>
    Lines = 0,

    /// <summary>Columns over years, one series on the other.</summary>
    Columns,

    /// <summary>Areas over years, one on the other.</summary>
    Areas,

    /// <summary>A bar for each category, from the left.</summary>
    Bars,
}

/// <summary>What a series is, which says how it looks.</summary>
public enum PaperInk
{
    /// <summary>One of several of a kind: a sector, a measure.</summary>
    Part = 0,

    /// <summary>What was counted.</summary>
    History,

    /// <summary>What was promised.</summary>
    Promise,

    /// <summary>A computed path.</summary>
    Modelled,

    /// <summary>What is left, below the parts.</summary>
    Rest,
}

/// <summary>The numbers of one name in a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Values">One a category; null where there is none.</param>
/// <param name="Ink">How it looks.</param>
/// <param name="Slot">Which of several of its kind it is, from 0.</param>
/// <param name="IsMarks">Whether it is single marks, and no line.</param>
public sealed record PaperSeries(
    object Name,
    ImmutableArray<double?> Values,
    PaperInk Ink,
    int Slot = 0,
    bool IsMarks = false
);

/// <summary>A chart with its caption and the words that stand in for it.</summary>
/// <param name="Id">Names it within the paper.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Unit">Of its values: "kt CO₂e".</param>
/// <param name="Description">What is to be seen in it, for those who don't see it.</param>
/// <param name="Categories">Years, or what the bars are called.</param>
public sealed record PaperChart(
    string Id,
    PaperChartKind Kind,
    Message Caption,
    string Unit,
    Message Description,
    ImmutableArray<object> Categories,
    ImmutableArray<PaperSeries> Series
) : PaperBlock;

/// <summary>A number of a table with all the decimals that are to be shown, so that what is shown adds up.</summary>
public readonly record struct Figure(decimal Value, int Decimals);
