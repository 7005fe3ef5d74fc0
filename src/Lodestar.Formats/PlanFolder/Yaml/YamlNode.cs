// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Yaml;

/// <summary>A part of a YAML file and where it stands: offsets into the text, the end exclusive and without trailing space.</summary>
internal abstract class YamlNode(int start)
{
    public int Start { get; } = start;

    public int End { get; set; } = start;

    /// <summary>True when nothing is stated: no text at all, or <c>~</c> or <c>null</c>.</summary>
    public virtual bool IsNothing => false;
}

internal enum YamlStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Block,
}

internal sealed class YamlScalar(int start, string value, YamlStyle style) : YamlNode(start)
{
    public string Value { get; } = value;

    public YamlStyle Style { get; } = style;

    public override bool IsNothing => Style == YamlStyle.Plain && Value is "" or "~" or "null";
}

internal sealed class YamlList(int start, bool isFlow) : YamlNode(start)
{
    public bool IsFlow { get; } = isFlow;

    public List<YamlNode> Items { get; } = [];
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

internal sealed class YamlMap(int start, bool isFlow) : YamlNode(start)
{
    private readonly List<YamlEntry> _entries = [];
    private readonly Dictionary<string, YamlEntry> _byKey = new(StringComparer.Ordinal);

    public bool IsFlow { get; } = isFlow;

    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <summary>False when the key stands there already; the first one counts.</summary>
    public bool Add(YamlScalar key, YamlNode value)
    {
        var entry = new YamlEntry(key, value);
        if (!_byKey.TryAdd(key.Value, entry))
        {
            return false;
        }

        _entries.Add(entry);
        return true;
    }

    public YamlEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The value of a key; null when the key is missing or nothing stands there.</summary>
    public YamlNode? this[string key] => Find(key) is { Value.IsNothing: false } entry ? entry.Value : null;
}
