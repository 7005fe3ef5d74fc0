// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Spectre.Console;

namespace Lodestar.Cli.Terminals;

/// <summary>Spectre's console over a writer of ours.</summary>
internal static class Drawing
{
    public static IAnsiConsole On(TextWriter writer, int width, bool colours, bool interactive)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = colours || interactive ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new WriterOutput(writer, width),
            }
        );
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    public static Style StyleOf(Tone tone) =>
        tone switch
        {
            Tone.Strong => new Style(decoration: Decoration.Bold),
            Tone.Quiet => new Style(decoration: Decoration.Dim),
            Tone.Good or Tone.Added => new Style(Color.Green),
            Tone.Doubtful => new Style(Color.Olive),
            Tone.Bad or Tone.Removed => new Style(Color.Maroon),
            _ => Style.Plain,
        };

    private sealed class WriterOutput(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => width;

        public int Height => 24;

        public void SetEncoding(Encoding encoding) { }
    }
}
