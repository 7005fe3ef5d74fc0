// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;
using Lodestar.Units;

namespace Lodestar.Web.Features;

/// <summary>How the API writes JSON; the command line's --json writes the same.</summary>
public static class ApiJson
{
    /// <summary>Camel case names, enums in kebab case, no escaping of letters outside ASCII.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    internal static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }
}

/// <summary>A sentence: its stable id, its text in the language of the answer, and the values in it.</summary>
/// <param name="Values">Numbers, texts, years, dates; amounts as {value, unit}; shares as {share}; sentences; lists of these.</param>
public sealed record MessageContract(string Id, string Text, IReadOnlyDictionary<string, object?> Values)
{
    public static MessageContract From(Message message, MessageCatalog texts) =>
        new(message.Id, texts.Render(message), message.Values.ToDictionary(v => v.Name, v => Value(v.Value, texts)));

    /// <summary>A value that a message can carry, as JSON carries it.</summary>
    internal static object? Value(object? value, MessageCatalog texts) =>
        value switch
        {
            Message message => From(message, texts),
            Quantity quantity => AmountContract.From(quantity),
            Share share => new ShareContract(share.Fraction),
            Unit unit => unit.Symbol,
            double number => Json.Finite(number),
            string or int or long or DateOnly or bool or null => value,
            IEnumerable items => items.Cast<object>().Select(i => Value(i, texts)).ToArray(),
            _ => value.ToString(),
        };
}

/// <summary>An amount with its unit: {"value": 1839, "unit": "kt CO2"}.</summary>
public sealed record AmountContract(double? Value, string Unit)
{
    public static AmountContract From(Quantity quantity) => new(quantity.Value, quantity.Unit.Symbol);
}

/// <summary>A share as a fraction: 0.3 is 30 %.</summary>
public sealed record ShareContract(double? Share);

/// <summary>Where something stands: a file of the plan folder ("" is the folder itself), line and column from 1, or a cell.</summary>
public sealed record PlaceContract(string File, int? Line, int? Column, string? Cell)
{
    public static PlaceContract From(Place place) =>
        new(place.File, place.Line > 0 ? place.Line : null, place.Column > 0 ? place.Column : null, place.Cell);
}

/// <summary>What somebody should know about their input, with its stable id.</summary>
public sealed record DiagnosticContract(
    string Id,
    Severity Severity,
    PlaceContract Place,
    MessageContract Reason,
    MessageContract? Fix,
    IReadOnlyList<string> DidYouMean,
    string? Text
)
{
    public static DiagnosticContract From(Diagnostic diagnostic, MessageCatalog texts) =>
        new(
            diagnostic.Id,
            diagnostic.Severity,
            PlaceContract.From(diagnostic.Place),
            MessageContract.From(diagnostic.Reason, texts),
            diagnostic.Fix is { } fix ? MessageContract.From(fix, texts) : null,
            diagnostic.DidYouMean,
            diagnostic.Text
        );
}

/// <summary>A stored state of a plan folder.</summary>
/// <param name="Id">Content address, 64 hexadecimal digits; it is also the folder's ETag.</param>
/// <param name="Number">1, 2, 3 … within the plan.</param>
public sealed record RevisionContract(
    string Id,
    string PlanId,
    int Number,
    string? Parent,
    DateTimeOffset SavedAt,
    string? Author,
    string Message
)
{
    public static RevisionContract From(Revision revision) =>
        new(
            revision.Id,
            revision.PlanId,
            revision.Number,
            revision.Parent,
            revision.SavedAt,
            revision.Author,
            revision.Message
        );
}

/// <summary>One file's difference between two revisions.</summary>
/// <param name="Note">Why the lines are not all that could be said: binary, too large, line ends only.</param>
public sealed record FileChangeContract(
    string Path,
    ChangeKind Kind,
    IReadOnlyList<LineChangeContract> Lines,
    MessageContract? Note
)
{
    public static FileChangeContract From(FileChange change, MessageCatalog texts) =>
        new(
            change.Path,
            change.Kind,
            [.. change.Lines.Select(l => new LineChangeContract(l.Sign.ToString(), l.OldLine, l.NewLine, l.Text))],
            change.Note is { } note ? MessageContract.From(note, texts) : null
        );
}

/// <summary>A line of a difference: "+" added, "-" removed, " " context; numbers from 1, 0 where a side has none.</summary>
public sealed record LineChangeContract(string Sign, int OldLine, int NewLine, string Text);
