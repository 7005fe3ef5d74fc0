// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Microsoft.AspNetCore.WebUtilities;

namespace Lodestar.Web.Features.Measures;

/// <summary>What an address asks of the measures, and what of it could not be understood.</summary>
public sealed record MeasureWish
{
    private const int LongestText = 200;

    /// <summary>"code", "title" or "effect".</summary>
    public static IReadOnlyList<string> Orders { get; } = ["code", "title", "effect"];

    public static IReadOnlyList<string> Sectors { get; } = ["I", "II", "III", "IV", "V", "VI"];

    public static IReadOnlyList<string> Controllers { get; } = ["city", "region", "nation", "utility", "private"];

    public string? Text { get; init; }
    public string? Sector { get; init; }
    public string? Controller { get; init; }
    public string? Role { get; init; }
    public string Order { get; init; } = "code";

    /// <summary>Token of a draft that a measure is looked for; carried along.</summary>
    public string? Draft { get; init; }

    public IReadOnlyList<(string Name, string Value, IReadOnlyList<string> Choices)> Ignored { get; init; } = [];

    public bool IsEmpty => Text is null && Sector is null && Controller is null && Role is null;

    internal static MeasureWish Of(IQueryCollection query)
    {
        var ignored = new List<(string, string, IReadOnlyList<string>)>();
        string? Asked(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? Short(text) : null;
        string? Choice(string name, IReadOnlyList<string> choices)
        {
            if (Asked(name) is not { } text)
            {
                return null;
            }

            var found = choices.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase));
            if (found is null)
            {
                ignored.Add((name, text, choices));
            }

            return found;
        }

        return new MeasureWish
        {
            Text = Asked("q"),
            Sector = Choice("sector", Sectors),
            Controller = Choice("controller", Controllers),
            Role = Choice("role", MeasureWords.Roles),
            Order = Choice("sort", Orders) ?? "code",
            Draft = Asked("draft"),
            Ignored = ignored,
        };
    }

    /// <summary>The page of a measure, or of all, on which a draft is carried along.</summary>
    public static string Address(string? measure, string? draft)
    {
        var path = measure is null ? "/measures" : $"/measures/{measure}";
        return draft is null ? path : QueryHelpers.AddQueryString(path, "draft", draft);
    }

    /// <summary>What is asked for, in a fixed order.</summary>
    public string QueryString =>
        QueryHelpers.AddQueryString(
            "",
            new KeyValuePair<string, string?>[]
            {
                new("q", Text),
                new("sector", Sector),
                new("controller", Controller),
                new("role", Role),
                new("sort", Order == "code" ? null : Order),
            }.Where(p => p.Value is not null)
        );

    /// <summary>The measures that answer, in order.</summary>
    public IReadOnlyList<LibraryMeasure> Find(SharedLibrary library, string language)
    {
        var words = NameFold.Fold(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = library.Measures.Where(m =>
            (Sector is null || m.Sectors.Any(s => GpcTable.SectorOf(s) == Sector))
            && (Controller is null || m.Controllers.Any(c => ControlWords.Word(c) == Controller))
            && (Role is null || MeasureWords.Word(m.Role) == Role)
            && words.All(WordsOf(m, language).Contains)
        );
        return Order switch
        {
            "title" => [.. found.OrderBy(m => m.Title.In(language), StringComparer.InvariantCultureIgnoreCase)],
            "effect" => [.. found.OrderByDescending(Percent).ThenBy(Rank).ThenBy(Number)],
            _ => [.. found.OrderBy(Rank).ThenBy(Number)],
        };
    }

    private static string WordsOf(LibraryMeasure measure, string language) =>
        NameFold.Fold($"{measure.Code} {measure.Title.In(language)} {measure.Id.Replace('-', ' ')}");

    private static double Percent(LibraryMeasure measure) =>
        measure.Effect is { Unit: EffectUnit.Percent, Middle: { } middle } ? middle.Value : -1;

    private static int Rank(LibraryMeasure measure) =>
        measure.Code.Length > 0 && "BETWIAR".Contains(measure.Code[0], StringComparison.Ordinal)
            ? "BETWIAR".IndexOf(measure.Code[0], StringComparison.Ordinal)
            : int.MaxValue;

    private static int Number(LibraryMeasure measure) =>
        measure.Code.Length > 1 && int.TryParse(measure.Code.AsSpan(1), out var number) ? number : int.MaxValue;

    private static string Short(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
