// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Control;

/// <summary>The words for who controls, who is asked and how far it has come: ids of texts, and what data files write.</summary>
public static class ControlWords
{
    public static string Word(ControlVerdict verdict) =>
        verdict == ControlVerdict.NotStated ? NotStated : Lower(verdict);

    public static string Word(ControlLevel level) => level == ControlLevel.NotStated ? NotStated : Lower(level);

    public static string Word(AskStatus status) => status == AskStatus.NotStated ? NotStated : Lower(status);

    public static string Word(AskInstrument instrument) =>
        instrument == AskInstrument.NotStated ? NotStated : Lower(instrument);

    public static string Word(ValueKind kind) => kind == ValueKind.NotStated ? NotStated : Lower(kind);

    public static string Word(AskEntry entry) =>
        entry switch
        {
            AskEntry.NoFigure => "no-figure",
            AskEntry.SameMeasure => "same-measure",
            AskEntry.InParent => "in-parent",
            _ => Lower(entry),
        };

    public static string Word(Influence influence) =>
        influence switch
        {
            Influence.OwnAssets => "own-assets",
            Influence.SetPrice => "set-price",
            Influence.ProvideService => "provide-service",
            _ => Lower(influence),
        };

    public static string TextId(ControlVerdict verdict) => $"control.verdict.{Word(verdict)}";

    public static string TextId(ControlLevel level) => $"control.level.{Word(level)}";

    public static string TextId(AskStatus status) => $"control.status.{Word(status)}";

    public static string TextId(AskInstrument instrument) => $"control.instrument.{Word(instrument)}";

    public static string TextId(ValueKind kind) => $"control.kind.{Word(kind)}";

    public static string TextId(Influence influence) => $"control.influence.{Word(influence)}";

    private const string NotStated = "not-stated";

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
