// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Units;

namespace Lodestar.Planning.Messages;

/// <summary>
/// The sentences of one language: templates by message id. A template holds <c>{name}</c> for a value and
/// <c>{name, plural, one {# row} other {# rows}}</c> for a count.
/// </summary>
public sealed partial class MessageCatalog
{
    private readonly FrozenDictionary<string, Template> _templates;

    private MessageCatalog(string language, IEnumerable<KeyValuePair<string, Template>> templates)
    {
        Language = language;
        Numbers = new NumberText(language);
        _templates = templates.ToFrozenDictionary();
    }

    /// <summary>The domain's own sentences in English; edges add theirs with <see cref="Load"/>.</summary>
    public static MessageCatalog English { get; } = Load("en", typeof(MessageCatalog).Assembly);

    /// <summary>BCP 47 tag: "en".</summary>
    public string Language { get; }

    /// <summary>Whether a count takes the singular: 1 in English; 0, 1 and what lies between in French (CLDR plural rules).</summary>
    internal bool IsSingular(double count) => Language == "fr" ? Math.Abs(count) < 2 : count == 1;

    public NumberText Numbers { get; }

    public IReadOnlyCollection<string> Ids => _templates.Keys;

    /// <summary>
    /// All catalogues of a language embedded in these assemblies and in the domain's: resources whose name ends with
    /// ".en.json" for English. What another language lacks reads in English.
    /// Throws <see cref="InvalidOperationException"/> when an id stands twice or a template is malformed.
    /// </summary>
    public static MessageCatalog Load(string language, params IEnumerable<Assembly> assemblies)
    {
        Assembly[] all = [.. assemblies.Append(typeof(MessageCatalog).Assembly).Distinct()];
        var templates = Read(language, all);
        if (language != Languages.Default)
        {
            foreach (var (id, template) in Read(Languages.Default, all))
            {
                templates.TryAdd(id, template);
            }
        }

        return new MessageCatalog(language, templates);
    }

    private static Dictionary<string, Template> Read(string language, IEnumerable<Assembly> assemblies)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (
                var name in assembly
                    .GetManifestResourceNames()
                    .Where(n => n.EndsWith($".{language}.json", StringComparison.Ordinal))
            )
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var json = JsonDocument.Parse(stream);
                foreach (var entry in json.RootElement.EnumerateObject())
                {
                    if (!templates.TryAdd(entry.Name, Template.Parse(entry.Name, entry.Value.GetString()!)))
                    {
                        throw new InvalidOperationException($"The message id {entry.Name} stands twice ({name}).");
                    }
                }
            }
        }

        return templates;
    }

    public bool Has(string id) => _templates.ContainsKey(id);

    /// <summary>The sentence; an id without a text shows as itself with its values, so that nothing is hidden.</summary>
    public string Render(Message message)
    {
        if (_templates.TryGetValue(message.Id, out var template))
        {
            return template.Fill(this, message);
        }

        var values = string.Join(", ", message.Values.Select(v => $"{v.Name}: {Text(v.Value)}"));
        return values.Length == 0 ? message.Id : $"{message.Id} ({values})";
    }

    /// <summary>A value as people read it.</summary>
    public string Text(object value) =>
        value switch
        {
            Message message => Render(message),
            string text => text,
            LocalText text => text.In(Language),
            int whole => whole.ToString(CultureInfo.InvariantCulture),
            long whole => Numbers.Number(whole),
            double number => Numbers.Number(number),
            Share share => Numbers.Percent(share.Fraction),
            Quantity quantity => Numbers.Amount(quantity.Value, Shown(quantity.Unit)),
            Unit unit => Shown(unit),
            DateOnly date => Date(date),
            IEnumerable items => Join([.. items.Cast<object>().Select(Text)]),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>The unit as it is shown; a year has a word of its own in every language.</summary>
    private string Shown(Unit unit) =>
        _templates.TryGetValue("unit.year", out var template)
            ? Year().Replace(unit.Display, template.Fill(this, Message.Of("unit.year")))
            : unit.Display;

    /// <summary>"22 November 2026", "1er janvier 2026"; month names are messages of their own.</summary>
    public string Date(DateOnly date)
    {
        var month = $"month.{date.Month}";
        var name = _templates.TryGetValue(month, out var template) ? template.Fill(this, Message.Of(month)) : month;
        var day = Language == "fr" && date.Day == 1 ? "1er" : Text(date.Day);
        return $"{day}\u00a0{name}\u00a0{date.Year}";
    }

    private string Join(string[] items)
    {
        if (items.Length < 2)
        {
            return items.Length == 0 ? "" : items[0];
        }

        var and = _templates.TryGetValue("list.and", out var template)
            ? template.Fill(this, Message.Of("list.and"))
            : ",";
        return $"{string.Join(", ", items[..^1])} {and} {items[^1]}";
    }

    [GeneratedRegex(@"\byr\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
