// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>
/// Reads the values of one mapping by its table of keys. What is at fault is reported and read as "not stated". Asking
/// for a key that the table lacks, or in another form, is a bug and throws.
/// </summary>
internal sealed class MapReader
{
    private static readonly string[] LevelKeys = ["level", "cut", "intensity"];

    private readonly YamlFile _file;
    private readonly KeyTable _table;

    public MapReader(YamlMap map, KeyTable table, YamlFile file)
    {
        (Map, _table, _file) = (map, table, file);
        foreach (var entry in map.Entries)
        {
            if (table.Find(entry.Key.Value) is null)
            {
                file.Fault(
                    Faults.UnknownKey,
                    entry.Key,
                    DidYouMean.Find(entry.Key.Value, table.Names),
                    ("where", table.Name)
                );
            }
        }

        foreach (var key in table.Keys.Where(k => k.Required && map[k.Name] is null))
        {
            ReportMissing(key.Name);
        }
    }

    public YamlMap Map { get; }

    public Place Place => _file.PlaceOf(Map);

    public bool Has(string key) => Map[key] is not null;

    public Place PlaceOf(string key) => Map[key] is { } node ? _file.PlaceOf(node) : Place;

    public void Fault(FaultKind kind, string key, params ReadOnlySpan<(string, object)> values)
    {
        if (Map[key] is { } node)
        {
            _file.Fault(kind, node, null, values);
        }
        else
        {
            _file.Log.Add(kind, Place, values: values);
        }
    }

    public string? Text(string key) => Scalar(key, ValueForm.Text)?.Value;

    public string? Format(string key) => Scalar(key, ValueForm.Format)?.Value;

    public string? Path(string key) => Scalar(key, ValueForm.Path)?.Value;

    /// <summary>The id as it stands, even where its form is at fault: other things may name it.</summary>
    public string? Id(string key)
    {
        var scalar = Scalar(key, ValueForm.Id);
        if (scalar is not null && !PlanIds.IsValid(scalar.Value))
        {
            _file.Fault(Faults.BadId, scalar, [PlanIds.Slug(scalar.Value)]);
        }

        return scalar?.Value;
    }

    /// <summary>An id that should stand among <paramref name="known"/>.</summary>
    public string? Reference(string key, FaultKind unknown, IReadOnlyCollection<string> known)
    {
        var scalar = Scalar(key, ValueForm.Reference);
        if (scalar is null || known.Contains(scalar.Value))
        {
            return scalar?.Value;
        }

        _file.Fault(unknown, scalar, DidYouMean.Find(scalar.Value, known));
        return unknown.Severity == Severity.Error ? null : scalar.Value;
    }

    public int? Year(string key)
    {
        var scalar = Scalar(key, ValueForm.Year);
        if (scalar is null)
        {
            return null;
        }

        if (PlanNumbers.TryReadYear(scalar.Value, out var year))
        {
            return year;
        }

        _file.Fault(Faults.BadYear, scalar, null, YearBounds);
        return null;
    }

    public DateOnly? Date(string key) =>
        Scalar(key, ValueForm.Date) is { } scalar ? ScalarValues.Date(scalar, _file) : null;

    /// <summary>A date; of a year alone its last day.</summary>
    public (DateOnly Date, bool YearOnly)? DateOrYear(string key)
    {
        if (Scalar(key, ValueForm.DateOrYear) is not { } scalar)
        {
            return null;
        }

        if (PlanNumbers.TryReadYear(scalar.Value, out var year))
        {
            return (new DateOnly(year, 12, 31), true);
        }

        return ScalarValues.Date(scalar, _file) is { } date ? (date, false) : null;
    }

    /// <summary>A text, or one for each language, of which English is the one to fall back on.</summary>
    public LocalText? Local(string key)
    {
        Expect(key, ValueForm.Local);
        return Map[key] switch
        {
            null => null,
            YamlMap map => LocalOf(map),
            YamlScalar { IsNothing: true } => null,
            YamlScalar scalar => new LocalText(scalar.Value),
            var other => WrongShape<LocalText>(other, "plan-part.value"),
        };
    }

    /// <summary>A day, or the last day of the month or year that stands there.</summary>
    public StatedDay? StatedDay(string key) =>
        Scalar(key, ValueForm.StatedDay) is { IsNothing: false } scalar ? ScalarValues.StatedDay(scalar, _file) : null;

    /// <summary>A number without a unit.</summary>
    public double? Number(string key) =>
        Scalar(key, ValueForm.Number) is { IsNothing: false } scalar ? ScalarValues.Number(scalar, _file) : null;

    public double? Share(string key) =>
        Scalar(key, ValueForm.Share) is { } scalar ? ScalarValues.Share(scalar, _file) : null;

    public Quantity? Emission(string key, PlanUnits units) =>
        Scalar(key, ValueForm.Emission) is { } scalar ? ScalarValues.Emission(scalar, _file, units) : null;

    public Unit? EmissionUnit(string key, PlanUnits units) =>
        Scalar(key, ValueForm.Emission) is { } scalar
            ? ScalarValues.EmissionUnit(scalar, scalar.Value, _file, units)
            : null;

    public Quantity? Area(string key, PlanUnits units) =>
        Scalar(key, ValueForm.Area) is { } scalar
            ? ScalarValues.Amount(scalar, _file, units, "km2", Faults.BadAmount)
            : null;

    public double? SpanYears(string key, PlanUnits units)
    {
        if (Scalar(key, ValueForm.Span) is not { } scalar)
        {
            return null;
        }

        var span = ScalarValues.Amount(scalar, _file, units, "yr", Faults.BadSpan);
        if (span is null)
        {
            return null;
        }

        var years = span.Value.Value * span.Value.Unit.FactorTo(Unit.Parse("yr"));
        if (years > 0)
        {
            return years;
        }

        _file.Fault(Faults.BadSpan, scalar);
        return null;
    }

    /// <summary>Emissions per real money or per person.</summary>
    public Quantity? Intensity(string key, PlanUnits units) =>
        Scalar(key, ValueForm.Intensity) is { } scalar ? ScalarValues.Intensity(scalar, _file, units) : null;

    /// <summary>A level; a bare percentage is a cut. What a residual cuts is most of it: less than half is doubted.</summary>
    public Level? Level(string key, PlanUnits units, bool isResidual = false)
    {
        Expect(key, ValueForm.Level);
        return Map[key] switch
        {
            null => null,
            YamlMap map => LevelOrCut(new MapReader(map, _table.Find(key)!.Keys!, _file), units),
            YamlScalar scalar when scalar.Value.TrimEnd().EndsWith('%') => ScalarCut(scalar, isResidual),
            YamlScalar scalar => ScalarValues.Level(scalar, _file, units),
            var other => WrongShape<Level>(other, "plan-part.level"),
        };
    }

    /// <summary>Exactly one of the keys "level", "cut" and "intensity".</summary>
    public static Level? LevelOrCut(MapReader reader, PlanUnits units)
    {
        var stated = LevelKeys.Where(reader.Has).ToList();
        if (stated.Count != 1)
        {
            reader._file.Log.Add(Faults.LevelAndCut, reader.Place);
            return null;
        }

        return stated[0] switch
        {
            "level" => reader.Emission("level", units) is { } amount ? new Level.Fixed(amount) : null,
            "cut" => reader.Share("cut") is { } share ? new Level.Cut(share) : null,
            _ => reader.Intensity("intensity", units) is { } intensity ? new Level.PerUnit(intensity) : null,
        };
    }

    /// <summary>The index of the word among the key's choices; null when it is none of them.</summary>
    public int? Choice(string key)
    {
        var scalar = Scalar(key, ValueForm.Choice);
        return scalar is null ? null : IndexOf(scalar, _table.Find(key)!.Choices);
    }

    public Stated Answer(string key)
    {
        var scalar = Scalar(key, ValueForm.Answer);
        return scalar is null ? Stated.NotStated
            : IndexOf(scalar, PlanKeys.Answers) is { } i ? (Stated)(i + 1)
            : Stated.NotStated;
    }

    public string? Matching(string key, ValueForm form, FaultKind kind, Func<string, bool> isGood)
    {
        var scalar = Scalar(key, form);
        if (scalar is not null && !isGood(scalar.Value))
        {
            _file.Fault(kind, scalar);
            return null;
        }

        return scalar?.Value;
    }

    public MapReader? Submap(string key)
    {
        Expect(key, ValueForm.Map);
        return Map[key] switch
        {
            null => null,
            YamlMap map => new MapReader(map, _table.Find(key)!.Keys!, _file),
            var other => WrongShape<MapReader>(other, "plan-part.mapping"),
        };
    }

    /// <summary>The mappings of a list; anything else in it is reported and left out.</summary>
    public IEnumerable<MapReader> Items(string key)
    {
        Expect(key, ValueForm.List);
        var table = _table.Find(key)!.Keys!;
        switch (Map[key])
        {
            case null:
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    if (item is YamlMap map)
                    {
                        yield return new MapReader(map, table, _file);
                    }
                    else
                    {
                        WrongShape<object>(item, "plan-part.mapping");
                    }
                }

                break;
            case YamlMap map:
                // One item without its dash is a slip that need not cost the item.
                WrongShape<object>(map, "plan-part.list");
                yield return new MapReader(map, table, _file);
                break;
            case var other:
                WrongShape<object>(other, "plan-part.list");
                break;
        }
    }

    /// <summary>The texts of a list of words; a word alone is reported and taken as a list of one.</summary>
    public IReadOnlyList<YamlScalar>? Words(string key, ValueForm form)
    {
        Expect(key, form);
        switch (Map[key])
        {
            case null:
                return null;
            case YamlScalar scalar:
                WrongShape<object>(scalar, "plan-part.list");
                return [scalar];
            case YamlList list:
                foreach (var item in list.Items.Where(i => i is not YamlScalar { IsNothing: false }))
                {
                    WrongShape<object>(item, "plan-part.word");
                }

                return [.. list.Items.OfType<YamlScalar>().Where(s => !s.IsNothing)];
            case var other:
                WrongShape<object>(other, "plan-part.list");
                return null;
        }
    }

    /// <summary>The texts of a list of words, or of a word alone.</summary>
    public IReadOnlyList<YamlScalar> OneOrMore(string key)
    {
        Expect(key, ValueForm.Labels);
        switch (Map[key])
        {
            case null or YamlScalar { IsNothing: true }:
                return [];
            case YamlScalar scalar:
                return [scalar];
            case YamlList list:
                foreach (var item in list.Items.Where(i => i is not YamlScalar { IsNothing: false }))
                {
                    WrongShape<object>(item, "plan-part.word");
                }

                return [.. list.Items.OfType<YamlScalar>().Where(s => !s.IsNothing)];
            case var other:
                WrongShape<object>(other, "plan-part.list");
                return [];
        }
    }

    /// <summary>The entries of a mapping with free keys.</summary>
    public IEnumerable<(YamlScalar Key, YamlScalar Value)> Pairs(string key, ValueForm form)
    {
        Expect(key, form);
        if (Map[key] is not YamlMap map)
        {
            if (Map[key] is { } other)
            {
                WrongShape<object>(other, "plan-part.mapping");
            }

            yield break;
        }

        foreach (var entry in map.Entries)
        {
            if (entry.Value is YamlScalar value)
            {
                yield return (entry.Key, value);
            }
            else
            {
                WrongShape<object>(entry.Value, "plan-part.word");
            }
        }
    }

    /// <summary>The word alone, where a list could also stand.</summary>
    public bool IsWord(string key, string word) => Map[key] is YamlScalar scalar && scalar.Value == word;

    public YamlFile File => _file;

    public static (string, object)[] YearBounds => [("first", PlanNumbers.FirstYear), ("last", PlanNumbers.LastYear)];

    private Level.Cut? ScalarCut(YamlScalar scalar, bool isResidual)
    {
        var share = ScalarValues.Share(scalar, _file);
        if (isResidual && share is < 0.5)
        {
            _file.Fault(Faults.ResidualCut, scalar);
        }

        return share is { } cut ? new Level.Cut(cut) : null;
    }

    private int? IndexOf(YamlScalar scalar, IReadOnlyList<string> choices)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i] == scalar.Value)
            {
                return i;
            }
        }

        _file.Fault(
            Faults.UnknownChoice,
            scalar,
            DidYouMean.Find(scalar.Value, choices),
            ("choices", string.Join(", ", choices))
        );
        return null;
    }

    private LocalText? LocalOf(YamlMap map)
    {
        var texts = new List<(string Language, string Text)>();
        foreach (var entry in map.Entries)
        {
            if (entry.Value is not YamlScalar { IsNothing: false } text)
            {
                WrongShape<object>(entry.Value, "plan-part.word");
            }
            else if (!PlaceKeysReader.IsLanguage(entry.Key.Value))
            {
                _file.Fault(Faults.BadLanguage, entry.Key);
            }
            else
            {
                texts.Add((entry.Key.Value, text.Value));
            }
        }

        if (texts.Count == 0)
        {
            return null;
        }

        var english = texts.FindIndex(t => t.Language == "en");
        var (language, main) = texts[Math.Max(0, english)];
        return new LocalText(main, texts.Where(t => t.Language != language).ToEquatableList());
    }

    private YamlScalar? Scalar(string key, ValueForm form)
    {
        Expect(key, form);
        return Map[key] switch
        {
            null => null,
            YamlScalar scalar => scalar,
            var other => WrongShape<YamlScalar>(other, "plan-part.value"),
        };
    }

    private T? WrongShape<T>(YamlNode node, string wanted)
        where T : class
    {
        _file.Fault(Faults.WrongShape, node, null, ("wanted", Message.Of(wanted)));
        return null;
    }

    private void ReportMissing(string key)
    {
        var similar = Map.Entries.Select(e => e.Key.Value).Where(k => _table.Find(k) is null);
        _file.Log.Add(
            Faults.MissingKey,
            Place,
            didYouMean: DidYouMean.Find(key, similar),
            values: [("key", key), ("where", _table.Name), ("example", _table.Find(key)!.Example)]
        );
    }

    private void Expect(string key, ValueForm form)
    {
        if (_table.Find(key)?.Form != form)
        {
            throw new InvalidOperationException($"{_table.Name} has no key '{key}' of form {form}.");
        }
    }
}
