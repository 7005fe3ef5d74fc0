// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.PlanFolder.Yaml;

/// <summary>A YAML file read as far as it can be: a tree with places, and the faults of its notation.</summary>
internal sealed class YamlFile
{
    /// <summary>A faulty line is blanked and reading goes on, so that one fault does not hide the next; but not for ever.</summary>
    private const int MostSyntaxFaults = 10;

    private YamlFile(TextFile text, FaultLog log)
    {
        Text = text;
        Log = log;
    }

    public TextFile Text { get; }

    public FaultLog Log { get; }

    /// <summary>Null when the file holds nothing.</summary>
    public YamlNode? Root { get; private set; }

    /// <summary>True when nothing in the notation was at fault, so that the file may be edited.</summary>
    public bool IsSound { get; private set; } = true;

    public static YamlFile Read(TextFile text, FaultLog log)
    {
        var file = new YamlFile(text, log);
        var source = text.Text;
        for (var faults = 0; ; faults++)
        {
            var builder = new YamlBuilder(source, MaxNodes, MaxDepth);
            var fault = builder.Build();
            file.Root = builder.Root;
            if (fault is null || faults == MostSyntaxFaults)
            {
                file.Report(builder.Faults);
                return file;
            }

            var line = file.ReportSyntax(fault.Value);
            if (Blanked(source, text, line) is not { } blanked)
            {
                file.Report(builder.Faults);
                return file;
            }

            source = blanked;
        }
    }

    public const int MaxNodes = 200_000;

    public const int MaxDepth = 64;

    public Place PlaceOf(YamlNode node) => Text.PlaceAt(node.Start);

    /// <summary>The text of a node as it stands, to quote in a diagnostic.</summary>
    public string TextOf(YamlNode node) => node is YamlScalar scalar ? scalar.Value : Text.Text[node.Start..node.End];

    public void Fault(
        FaultKind kind,
        YamlNode node,
        IReadOnlyList<string>? didYouMean = null,
        params ReadOnlySpan<(string, object)> values
    ) => Log.Add(kind, PlaceOf(node), TextOf(node), didYouMean, values);

    private void Report(IEnumerable<YamlFault> faults)
    {
        foreach (var fault in faults)
        {
            IsSound = false;
            Log.Add(fault.Kind, Text.PlaceAt(fault.Offset), fault.Text, values: fault.Values);
        }
    }

    /// <summary>Reports the fault and says which line to leave out.</summary>
    private int ReportSyntax(YamlSyntaxFault fault)
    {
        IsSound = false;
        var line = Text.LineAt(Math.Clamp(fault.Offset, 0, Text.Text.Length));
        foreach (var near in new[] { line, line - 1, line + 1 })
        {
            if (near >= 0 && near < Text.LineCount && LeadingTab(near) is { } tab)
            {
                Log.Add(Faults.YamlTab, Text.PlaceAt(tab), LineText(near));
                return near;
            }
        }

        Log.Add(
            Faults.YamlSyntax,
            Text.PlaceAt(Math.Clamp(fault.Offset, 0, Text.Text.Length)),
            LineText(line),
            values: [("problem", fault.Problem)]
        );
        return line;
    }

    private string LineText(int line) => Text.Text[Text.LineStart(line)..Text.LineEnd(line)].Trim();

    private int? LeadingTab(int line)
    {
        for (var i = Text.LineStart(line); i < Text.LineEnd(line) && Text.Text[i] is ' ' or '\t'; i++)
        {
            if (Text.Text[i] == '\t')
            {
                return i;
            }
        }

        return null;
    }

    private static string? Blanked(string source, TextFile text, int line)
    {
        var (start, end) = (text.LineStart(line), text.LineEnd(line));
        return string.IsNullOrWhiteSpace(source[start..end])
            ? null
            : string.Concat(source.AsSpan(0, start), new string(' ', end - start), source.AsSpan(end));
    }
}

/// <summary>A fault of notation that did not stop the reading.</summary>
internal sealed record YamlFault(FaultKind Kind, int Offset, string? Text, params (string, object)[] Values);

/// <summary>Where the notation broke, and how the parser words it.</summary>
internal readonly record struct YamlSyntaxFault(int Offset, Message Problem);
