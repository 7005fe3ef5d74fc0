// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Library;

namespace Lodestar.Planning.Practices;

/// <summary>What practices can be narrowed down by, one choice each.</summary>
public enum PracticeFacet
{
    Area = 0,
    Sector,
    Place,
    Alliance,
    Status,
    Mark,
}

/// <summary>What is asked of the practices; what is null is not asked. Values are the words of <see cref="PracticeWords"/>.</summary>
public sealed record PracticeQuery
{
    /// <summary>Words that must stand, or nearly stand, in it.</summary>
    public string? Text { get; init; }

    /// <summary>Id of an area of the main framework.</summary>
    public string? Area { get; init; }

    /// <summary>"I" to "V" of the GPC, or <see cref="PracticeWords.AcrossSectors"/>.</summary>
    public string? Sector { get; init; }

    /// <summary>Id of a place of the gazetteer.</summary>
    public string? Place { get; init; }

    /// <summary>Id of an alliance whose member one of its places is.</summary>
    public string? Alliance { get; init; }
    public string? Status { get; init; }
    public string? Mark { get; init; }

    /// <summary>First and last year in which it may have begun.</summary>
    public int? From { get; init; }
    public int? To { get; init; }

    public bool IsEmpty => this == new PracticeQuery();

    public string? Of(PracticeFacet facet) =>
        facet switch
        {
            PracticeFacet.Area => Area,
            PracticeFacet.Sector => Sector,
            PracticeFacet.Place => Place,
            PracticeFacet.Alliance => Alliance,
            PracticeFacet.Status => Status,
            _ => Mark,
        };

    /// <summary>The same with another choice of one facet; null for none.</summary>
    public PracticeQuery With(PracticeFacet facet, string? value) =>
        facet switch
        {
            PracticeFacet.Area => this with { Area = value },
            PracticeFacet.Sector => this with { Sector = value },
            PracticeFacet.Place => this with { Place = value },
            PracticeFacet.Alliance => this with { Alliance = value },
            PracticeFacet.Status => this with { Status = value },
            _ => this with { Mark = value },
        };
}

/// <summary>The words that addresses and the API use for the choices of a facet.</summary>
public static class PracticeWords
{
    /// <summary>The choice of practices that name no sector: they are about all of them.</summary>
    public const string AcrossSectors = "across";

    public static IReadOnlyList<PracticeFacet> Facets { get; } = Enum.GetValues<PracticeFacet>();

    /// <summary>Sectors of the GPC that a practice can be of.</summary>
    public static IReadOnlyList<string> Sectors { get; } = ["I", "II", "III", "IV", "V"];

    public static IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<PracticeStatus>().Select(Word)];

    /// <summary>From what is firmest to what is loosest.</summary>
    public static IReadOnlyList<string> Marks { get; } = [.. Enum.GetValues<Mark>().Reverse().Select(Word)];

    public static string Word(PracticeStatus status) =>
        status switch
        {
            PracticeStatus.InForce => "in-force",
            PracticeStatus.Changed => "changed",
            PracticeStatus.Ended => "ended",
            _ => "not-stated",
        };

    public static string Word(NumberKind kind) =>
        kind switch
        {
            NumberKind.Observed => "observed",
            NumberKind.Expected => "expected",
            NumberKind.Goal => "goal",
            _ => "not-stated",
        };

    public static string Word(Mark mark) => mark.ToString().ToLowerInvariant();
}
