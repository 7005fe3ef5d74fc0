// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Lodestar.Planning.Messages;

/// <summary>A parsed message text: literal runs, values, and plural choices.</summary>
internal sealed class Template
{
    private readonly List<Part> _parts;

    private Template(List<Part> parts) => _parts = parts;

    private abstract record Part;

    private sealed record Literal(string Text) : Part;

    private sealed record Slot(string Name) : Part;

    private sealed record Plural(string Name, Template One, Template Other) : Part;

    private sealed record Count : Part;

    public static Template Parse(string id, string text)
    {
        var at = 0;
        var template = Parse(id, text, ref at, inPlural: false);
        return at == text.Length ? template : throw Malformed(id, text, at);
    }

    public string Fill(MessageCatalog catalog, Message message) => Fill(catalog, message, null);

    /// <summary>Names of the values the text uses.</summary>
    public IEnumerable<string> Names =>
        _parts.SelectMany(p =>
            p switch
            {
                Slot slot => [slot.Name],
                Plural plural => plural.One.Names.Concat(plural.Other.Names).Append(plural.Name),
                _ => Enumerable.Empty<string>(),
            }
        );

    private string Fill(MessageCatalog catalog, Message message, object? count)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            switch (part)
            {
                case Literal literal:
                    text.Append(literal.Text);
                    break;
                case Slot slot:
                    text.Append(Value(message, slot.Name) is { } value ? catalog.Text(value) : $"{{{slot.Name}}}");
                    break;
                case Count:
                    text.Append(catalog.Text(count is int whole ? (long)whole : count ?? ""));
                    break;
                case Plural plural:
                    var number = Value(message, plural.Name);
                    var one = catalog.IsSingular(Convert.ToDouble(number ?? 0, CultureInfo.InvariantCulture));
                    text.Append((one ? plural.One : plural.Other).Fill(catalog, message, number));
                    break;
            }
        }

        return text.ToString();
    }

    private static object? Value(Message message, string name)
    {
        foreach (var value in message.Values)
        {
            if (value.Name == name)
            {
                return value.Value;
            }
        }

        return null;
    }

    private static Template Parse(string id, string text, ref int at, bool inPlural)
    {
        var parts = new List<Part>();
        var literal = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] == '#' && inPlural)
            {
                Flush(parts, literal);
                parts.Add(new Count());
                at++;
            }
            else if (text[at] == '{')
            {
                Flush(parts, literal);
                parts.Add(ParseSlot(id, text, ref at));
            }
            else
            {
                literal.Append(text[at++]);
            }
        }

        Flush(parts, literal);
        return new Template(parts);
    }

    private static Part ParseSlot(string id, string text, ref int at)
    {
        at++;
        var name = Word(text, ref at);
        if (name.Length == 0)
        {
            throw Malformed(id, text, at);
        }

        if (Take(text, ref at, '}'))
        {
            return new Slot(name);
        }

        Expect(id, text, ref at, ',');
        if (Word(text, ref at) != "plural")
        {
            throw Malformed(id, text, at);
        }

        Expect(id, text, ref at, ',');
        var one = Branch(id, text, ref at, "one");
        var other = Branch(id, text, ref at, "other");
        Expect(id, text, ref at, '}');
        return new Plural(name, one, other);
    }

    private static Template Branch(string id, string text, ref int at, string word)
    {
        if (Word(text, ref at) != word)
        {
            throw Malformed(id, text, at);
        }

        Expect(id, text, ref at, '{');
        var branch = Parse(id, text, ref at, inPlural: true);
        Expect(id, text, ref at, '}');
        return branch;
    }

    private static string Word(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-'))
        {
            at++;
        }

        var word = text[start..at];
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return word;
    }

    private static bool Take(string text, ref int at, char c)
    {
        if (at >= text.Length || text[at] != c)
        {
            return false;
        }

        at++;
        return true;
    }

    private static void Expect(string id, string text, ref int at, char c)
    {
        if (!Take(text, ref at, c))
        {
            throw Malformed(id, text, at);
        }
    }

    private static void Flush(List<Part> parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new Literal(literal.ToString()));
            literal.Clear();
        }
    }

    private static InvalidOperationException Malformed(string id, string text, int at) =>
        new($"The text of {id} is malformed at {at}: {text}");
}
