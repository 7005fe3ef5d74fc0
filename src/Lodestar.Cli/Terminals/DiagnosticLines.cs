// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Terminals;

/// <summary>Diagnostics as compilers write them, so that editors find the place: <c>file:line:column: error LS1203: reason</c>.</summary>
internal static class DiagnosticLines
{
    private const string Indent = "    ";

    /// <param name="print">Where the lines go.</param>
    /// <param name="folder">The plan's path as the caller named it, put before each file; empty where places need none.</param>
    public static void Write(Shell shell, Printing print, string folder, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Write(shell, print, folder, diagnostic);
        }
    }

    public static void Write(Shell shell, Printing print, string folder, Diagnostic diagnostic)
    {
        print(
            $"{PlaceOf(folder, diagnostic.Place)}: ",
            new Ink($"{Word(diagnostic.Severity)} {diagnostic.Id}", ToneOf(diagnostic.Severity)),
            $": {shell.Texts.Render(diagnostic.Reason)}"
        );
        if (diagnostic.Fix is { } fix)
        {
            print($"{Indent}{shell.Texts.Render(fix)}");
        }

        if (diagnostic.DidYouMean.Count > 0)
        {
            print(
                $"{Indent}{shell.Say("cli.did-you-mean", ("words", string.Join(shell.Say("cli.or"), diagnostic.DidYouMean)))}"
            );
        }
    }

    public static string PlaceOf(string folder, Place place)
    {
        if (folder.Length == 0)
        {
            return place.ToString();
        }

        var root = folder.TrimEnd('/', '\\');
        return (place with { File = place.File.Length == 0 ? root : $"{root}/{place.File}" }).ToString();
    }

    /// <summary>The words of compilers, which editors look for: not translated.</summary>
    public static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    private static Tone ToneOf(Severity severity) =>
        severity switch
        {
            Severity.Error => Tone.Bad,
            Severity.Warning => Tone.Doubtful,
            _ => Tone.Quiet,
        };
}

/// <summary><see cref="Shell.Print"/> or <see cref="Shell.Complain"/>.</summary>
internal delegate void Printing(params ReadOnlySpan<Ink> line);
