// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;

namespace Lodestar.Data.Tests.Library;

/// <summary>A row of the library that must say where it comes from.</summary>
/// <param name="Texts">What it says to readers, none left out.</param>
/// <param name="Places">Places it names.</param>
/// <param name="Sources">Sources it names beside its citation: of evidence, of counts.</param>
internal sealed record LibraryRow(
    string Path,
    Citation Citation,
    IReadOnlyList<LocalText> Texts,
    IReadOnlyList<string> Places,
    IReadOnlyList<string> Sources
)
{
    public static IEnumerable<LibraryRow> Of(SharedLibrary library) =>
        [
            .. library.Frameworks.SelectMany(OfFramework),
            .. library.Practices.SelectMany(OfPractice),
            .. library.Measures.SelectMany(OfMeasure),
            .. library.Alliances.SelectMany(OfAlliance),
            .. library.Powers.Select(p => Row($"powers/{p.Id}", p.Citation, p.Name, p.Meaning)),
        ];

    private static IEnumerable<LibraryRow> OfFramework(FrameworkDefinition f) =>
        [
            Row($"frameworks/{f.Key}", f.Citation, f.Name, f.About),
            .. f.Areas.Select(a => Row($"frameworks/{f.Key}/{a.Id}", a.Citation, a.Name, a.Meaning)),
            .. f.Areas.SelectMany(a =>
                a.Actions.Select(x => Row($"frameworks/{f.Key}/{a.Id}/{x.Id}", x.Citation, x.Name, x.Meaning))
            ),
        ];

    private static IEnumerable<LibraryRow> OfPractice(GoodPractice p) =>
        [
            Row($"practices/{p.Id}", p.Citation, p.Title, p.What, p.StatusNote) with
            {
                Places = p.Places,
                Sources = SourcesOf(p.Evidence),
            },
            .. p.Measure?.Effect is { } effect
                ? new[] { Row($"practices/{p.Id}/measure", effect.Citation, effect.Of) }
                : [],
            .. p.Numbers.Select(
                (n, i) => Row(FormattableString.Invariant($"practices/{p.Id}/numbers/{i}"), n.Citation, n.What, n.Unit)
            ),
        ];

    private static IEnumerable<LibraryRow> OfMeasure(LibraryMeasure m)
    {
        var path = $"measures/{m.Id}";
        yield return Row(path, m.Citation, [m.Title, m.EffectNote, .. m.Interactions.Select(i => i.Note)]);
        if (m.Effect is { } effect)
        {
            yield return Row($"{path}/effect", effect.Citation, effect.Of);
        }

        if (m.Performance is { } performance)
        {
            yield return Row($"{path}/performance", performance.Citation, performance.Of);
        }

        if (m.Cost is { } cost)
        {
            yield return Row($"{path}/cost", cost.Citation, cost.Per, cost.Words);
        }
    }

    private static IEnumerable<LibraryRow> OfAlliance(Alliance a)
    {
        IEnumerable<LibraryRow> Rules(string list, IEnumerable<AllianceRule> rules) =>
            rules.Select(r => Row($"alliances/{a.Id}/{list}/{r.Id}", r.Citation, r.Text));
        return
        [
            Row($"alliances/{a.Id}", a.Citation, a.Name, a.About),
            .. a.Members.Select(m =>
                Row($"alliances/{a.Id}/members/{m.Place}/{m.Role}", m.Citation) with
                {
                    Places = [m.Place],
                }
            ),
            .. Rules("criteria", a.Criteria),
            .. Rules("nomination", a.Nomination),
            .. Rules("fields", a.Work),
            .. Rules("conflicts", a.Conflicts),
            .. a.Declarations.Select(d =>
                Row(
                    $"alliances/{a.Id}/declarations/{d.Id}",
                    d.Citation,
                    [d.Title, d.Says, .. d.Counts.Select(c => c.Of)]
                ) with
                {
                    Places = d.Signed,
                    Sources = [.. d.Counts.Select(c => c.Source)],
                }
            ),
            .. a.Commitments.Select(c =>
                Row($"alliances/{a.Id}/commitments/{c.Id}", c.Citation, c.Text) with
                {
                    Sources = SourcesOf(c.Evidence),
                }
            ),
        ];
    }

    private static IReadOnlyList<string> SourcesOf(IEnumerable<Evidence> evidence) =>
        [.. evidence.Select(e => e.Source ?? "(none)")];

    private static LibraryRow Row(string path, Citation citation, params IEnumerable<LocalText?> texts) =>
        new(path, citation, [.. texts.Append(citation.Note).OfType<LocalText>()], [], []);
}
