// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Messages;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lodestar.Formats.PlanFolder.Yaml;

/// <summary>
/// Builds the tree from the parser's events: no recursion, bounded in depth and nodes, without aliases, so that a
/// small file can't become a large tree.
/// </summary>
internal sealed class YamlBuilder(string source, int maxNodes, int maxDepth)
{
    private readonly Stack<YamlNode> _open = [];
    private readonly Stack<YamlScalar?> _keys = [];
    private readonly Stack<List<YamlEntry>> _entries = [];
    private readonly List<YamlFault> _faults = [];
    private YamlScalar? _key;
    private int _nodes;
    private int _documents;
    private int _last;
    private bool _stopped;

    public YamlNode? Root { get; private set; }

    public IReadOnlyList<YamlFault> Faults => _faults;

    /// <summary>Builds as much as can be read; returns where the notation broke, if it did.</summary>
    public YamlSyntaxFault? Build()
    {
        YamlSyntaxFault? broken = null;
        try
        {
            var parser = new Parser(new Scanner(new StringReader(source), skipComments: true));
            while (!_stopped && parser.MoveNext())
            {
                Take(parser.Current!);
            }
        }
        catch (YamlException e)
        {
            broken = new YamlSyntaxFault(PlaceOf(e), Message.Of("plan-part.parser", ("text", e.Message)));
        }
        catch (Exception e)
            when (e
                    is InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or OverflowException
                        or IndexOutOfRangeException
            )
        {
            // The parser has a few guards that throw without a place; the last good event is the nearest one.
            broken = new YamlSyntaxFault(NextText(_last), Message.Of("plan-part.stray-line"));
        }

        while (_open.Count > 0)
        {
            Close(_last);
        }

        return broken;
    }

    private void Take(ParsingEvent e)
    {
        switch (e)
        {
            case DocumentStart when ++_documents > 1:
                Fault(Reading.Faults.YamlDocuments, e);
                _stopped = true;
                break;
            case AnchorAlias alias:
                Fault(Reading.Faults.YamlAlias, e, "*" + alias.Value);
                Place(new YamlScalar(Offset(e.Start), "", YamlStyle.Plain) { End = Offset(e.End) });
                break;
            case Scalar scalar:
                CheckNode(scalar);
                Place(Leaf(scalar));
                break;
            case SequenceStart start:
                CheckNode(start);
                Open(new YamlList(Offset(e.Start), start.Style == SequenceStyle.Flow), e);
                break;
            case MappingStart start:
                CheckNode(start);
                Open(new YamlMap(Offset(e.Start), start.Style == MappingStyle.Flow), e);
                break;
            case SequenceEnd or MappingEnd:
                Close(Offset(e.End));
                break;
        }

        _last = Math.Max(_last, Offset(e.End));
    }

    private void CheckNode(NodeEvent e)
    {
        if (!e.Anchor.IsEmpty)
        {
            Fault(Reading.Faults.YamlAlias, e, "&" + e.Anchor.Value);
        }

        if (!e.Tag.IsEmpty)
        {
            Fault(Reading.Faults.YamlTag, e, e.Tag.Value);
        }
    }

    private YamlScalar Leaf(Scalar scalar)
    {
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
            ScalarStyle.Literal or ScalarStyle.Folded => YamlStyle.Block,
            _ => YamlStyle.Plain,
        };
        var (start, end) = (Offset(scalar.Start), Offset(scalar.End));
        while (style == YamlStyle.Block && end > start && source[end - 1] is ' ' or '\r' or '\n')
        {
            end--;
        }

        return new YamlScalar(start, scalar.Value, style) { End = end };
    }

    private void Open(YamlNode node, ParsingEvent e)
    {
        if (_open.Count >= maxDepth)
        {
            Fault(Reading.Faults.YamlTooDeep, e, values: [("most", maxDepth)]);
            _stopped = true;
            return;
        }

        if (AwaitsKey)
        {
            Fault(Reading.Faults.YamlComplexKey, e);
        }

        _open.Push(node);
        _keys.Push(_key);
        _entries.Push([]);
        _key = null;
        CountNode(node.Start);
    }

    private void Close(int end)
    {
        var node = _open.Pop();
        _key = _keys.Pop();
        Fill(node, _entries.Pop());
        node.End = ContentEnd(node, end);
        if (AwaitsKey)
        {
            // A collection as a key has no name; a stand-in keeps keys and values in step.
            _key = new YamlScalar(node.Start, "", YamlStyle.DoubleQuoted);
            return;
        }

        Place(node);
    }

    private bool AwaitsKey => _key is null && _open.TryPeek(out var top) && top is YamlMap;

    private void Place(YamlNode node)
    {
        CountNode(node.Start);
        if (!_open.TryPeek(out var top))
        {
            Root ??= node;
        }
        else if (top is YamlList list)
        {
            list.Items.Add(node);
        }
        else if (_key is null)
        {
            _key = node as YamlScalar;
        }
        else
        {
            _entries.Peek().Add(new YamlEntry(_key, node));
            _key = null;
        }
    }

    private void Fill(YamlNode node, List<YamlEntry> entries)
    {
        if (node is YamlMap map)
        {
            foreach (var (key, value) in map.IsFlow ? FlowCommas.Joined(entries, source, ReportComma) : entries)
            {
                if (!map.Add(key, value))
                {
                    _faults.Add(new YamlFault(Reading.Faults.KeyTwice, key.Start, key.Value));
                }
            }
        }
        else if (node is YamlList { IsFlow: true } list)
        {
            YamlNode[] items = [.. FlowCommas.Joined(list.Items, source, ReportComma)];
            list.Items.Clear();
            list.Items.AddRange(items);
        }
    }

    private void ReportComma(YamlScalar joined) =>
        _faults.Add(new YamlFault(Reading.Faults.YamlComma, joined.Start, joined.Value));

    private void CountNode(int at)
    {
        if (++_nodes > maxNodes && !_stopped)
        {
            _faults.Add(new YamlFault(Reading.Faults.YamlTooManyNodes, at, null, ("most", maxNodes)));
            _stopped = true;
        }
    }

    /// <summary>The parser ends a block where the next thing starts; an edit needs to know where its own text ends.</summary>
    private int ContentEnd(YamlNode node, int end) =>
        node switch
        {
            YamlList { IsFlow: true } or YamlMap { IsFlow: true } => end < source.Length && source[end] is ']' or '}'
                ? end + 1
                : end,
            YamlList { Items: [.., var last] } => Math.Max(last.End, last.Start),
            YamlMap { Entries: [.., var last] } => Math.Max(last.Value.End, last.Key.End),
            _ => node.Start,
        };

    private void Fault(FaultKind kind, ParsingEvent e, string? text = null, params (string, object)[] values) =>
        _faults.Add(new YamlFault(kind, Offset(e.Start), text, values));

    private int Offset(Mark mark) => (int)Math.Clamp(mark.Index, 0, source.Length);

    /// <summary>
    /// An unclosed quote is noticed far below and is to be mended at its start; a scalar that strays from its
    /// indentation stands where it is noticed; and a tab is reported at the mapping it breaks, so it is looked for.
    /// </summary>
    private int PlaceOf(YamlException e)
    {
        if (e.Message.Contains(" tab", StringComparison.Ordinal) && LeadingTab() is { } tab)
        {
            return tab;
        }

        return Offset(e.Message.Contains("plain scalar", StringComparison.Ordinal) ? e.End : e.Start);
    }

    /// <summary>The first tab in an indentation at or below the last good event.</summary>
    private int? LeadingTab()
    {
        var line = source.LastIndexOf('\n', Math.Max(0, Math.Min(_last, source.Length - 1))) + 1;
        while (line < source.Length)
        {
            var text = line + source.AsSpan(line).IndexOfAnyExcept(' ');
            if (text >= line && source[text] == '\t')
            {
                return text;
            }

            var next = source.IndexOf('\n', line);
            line = next < 0 ? source.Length : next + 1;
        }

        return null;
    }

    private int NextText(int offset)
    {
        while (offset < source.Length && char.IsWhiteSpace(source[offset]))
        {
            offset++;
        }

        return Math.Min(offset, Math.Max(0, source.Length - 1));
    }
}
