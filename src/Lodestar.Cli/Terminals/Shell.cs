// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;

namespace Lodestar.Cli.Terminals;

/// <summary>What the program stands in: streams, environment, clock, language. Tests hand in their own.</summary>
internal sealed record Shell : IDisposable
{
    private readonly Lazy<MessageCatalog> _texts = Read(Languages.Default);
    private readonly string _language = Languages.Default;

    /// <summary>Results: what a pipe gets.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, and what went wrong.</summary>
    public required TextWriter Error { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public int Width { get; init; } = 100;

    /// <summary>Asked by <c>--no-color</c> or NO_COLOR.</summary>
    public bool NoColour { get; init; }

    public bool Verbose { get; init; }

    /// <summary>One of <see cref="Languages.All"/>.</summary>
    public string Language
    {
        get => _language;
        init => (_language, _texts) = (value, Read(value));
    }

    public MessageCatalog Texts => _texts.Value;

    public bool OutColours => OutIsTerminal && !NoColour;

    public bool ErrorColours => ErrorIsTerminal && !NoColour;

    /// <summary>The day in UTC, as on the server.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public static Shell OfProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Shell
        {
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8),
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            OpenInput = Console.OpenStandardInput,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 100 : Math.Max(60, Console.WindowWidth),
        };
    }

    /// <summary>The same shell as the arguments and the environment want it.</summary>
    public Shell For(string[] args) =>
        this with
        {
            Language = LanguageOption.Of(args, Variable) ?? Language,
            Verbose = Verbose || args.Contains("--verbose"),
            NoColour =
                NoColour
                || args.Contains("--no-color")
                || !string.IsNullOrEmpty(Variable("NO_COLOR"))
                || Variable("TERM") == "dumb",
        };

    public string Say(string id, params ReadOnlySpan<(string Name, object Value)> values) =>
        Texts.Render(Message.Of(id, values));

    public void Print(params ReadOnlySpan<Ink> line) => Write(Out, OutColours, line);

    public void Complain(params ReadOnlySpan<Ink> line) => Write(Error, ErrorColours, line);

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }

    private static Lazy<MessageCatalog> Read(string language) =>
        new(() =>
            MessageCatalog.Load(
                language,
                typeof(Shell).Assembly,
                typeof(PlanReader).Assembly,
                typeof(PlanDiff).Assembly
            )
        );

    private static void Write(TextWriter writer, bool colours, ReadOnlySpan<Ink> line)
    {
        foreach (var ink in line)
        {
            var text = Ink.Printable(ink.Text);
            writer.Write(colours && ink.Ansi.Length > 0 ? $"\e[{ink.Ansi}m{text}\e[0m" : text);
        }

        writer.WriteLine();
    }
}
