// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Formats.Templates;

/// <summary>The scenarios that a plan from a template begins with.</summary>
internal static class TemplateScenarios
{
    private const string Text = """
        # Which measures are on. "existing" begins without any: which are adopted is the place's to say.
        scenarios:
          - {id: without, title: Without measures, kind: WOM, measures: none}
          - {id: existing, title: With the measures that are adopted, kind: WEM, measures: none}
          - {id: all, title: With all measures of the template, kind: WAM, measures: all}

        """;

    public static ReadOnlyMemory<byte> Bytes { get; } = Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"));
}
