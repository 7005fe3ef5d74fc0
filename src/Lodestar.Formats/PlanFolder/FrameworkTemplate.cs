// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.PlanFolder;

/// <summary>A framework.yaml to begin with: every action of a framework as comments, none of them claimed.</summary>
public static class FrameworkTemplate
{
    private const int Width = 100;

    /// <summary>Lines that begin with one # become the file when it is taken away; those with two explain.</summary>
    public static string Text(FrameworkDefinition framework, MessageCatalog texts)
    {
        var text = new StringBuilder();
        Explain(text, texts.Render(Message.Of("plan-part.framework-file", ("framework", framework.Name))));
        Explain(text, texts.Render(Message.Of("plan-part.framework-how")));
        var words = Message.Of(
            "plan-part.framework-statuses",
            ("statuses", string.Join(", ", FrameworkKeys.Statuses)),
            ("confidences", string.Join(", ", FrameworkKeys.Confidences))
        );
        Explain(text, texts.Render(words));
        Explain(text, texts.Render(Message.Of("plan-part.framework-url")));
        text.Append("frameworks:\n  - framework: ").Append(framework.Key).Append("\n    actions:\n");
        foreach (var area in framework.Areas)
        {
            text.Append('\n');
            Explain(text, $"== {area.Name.In(texts.Language)} ==");
            foreach (var action in area.Actions)
            {
                Explain(text, action.Name.In(texts.Language));
                text.Append("#      - id: ").Append(action.Id).Append('\n');
                text.Append("#        status:\n#        says: \"\"\n#        since:\n#        owner: \"\"\n");
                text.Append(
                    "#        confidence:\n#        evidence:\n#          - title: \"\"\n#            url:\n#            date:\n"
                );
            }
        }

        return text.ToString();
    }

    private static void Explain(StringBuilder text, string sentence)
    {
        var line = new StringBuilder("##");
        foreach (var word in sentence.Split((char[]?)['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length >= Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append("##");
            }

            line.Append(' ').Append(word);
        }

        text.Append(line).Append('\n');
    }
}
