// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Formats.PlanFolder;

/// <summary>What may be a path inside a plan folder.</summary>
public static class PlanPath
{
    public const int MaxLength = 200;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
    };

    /// <summary>
    /// True for a relative path with forward slashes whose parts are plain names: no "..", no drive, no control
    /// character, no part that a common file system reserves or changes, in Unicode's composed form (NFC), at most
    /// 200 characters.
    /// </summary>
    public static bool IsClean(string path) =>
        path.Length is > 0 and <= MaxLength
        && IsWellFormed(path)
        && path.IsNormalized(NormalizationForm.FormC)
        && path.Split('/').All(IsCleanPart);

    /// <summary>The path in composed form: some systems keep names decomposed.</summary>
    internal static string Composed(string path) => IsWellFormed(path) ? path.Normalize(NormalizationForm.FormC) : path;

    internal static bool IsHidden(string path) => path.Split('/').Any(p => p.Length > 1 && p[0] == '.' && p != "..");

    private static bool IsCleanPart(string part) =>
        part.Length > 0
        && part is not ("." or "..")
        && part[^1] is not ('.' or ' ')
        && part[0] != ' '
        && !part.Any(c => char.IsControl(c) || c is '\\' or ':' or '<' or '>' or '"' or '|' or '?' or '*')
        && !IsDevice(part);

    /// <summary>Windows keeps these names for devices, whatever ending they carry.</summary>
    private static bool IsDevice(string part)
    {
        var dot = part.IndexOf('.');
        var stem = (dot < 0 ? part : part[..dot]).TrimEnd(' ');
        return Devices.Contains(stem)
            || (
                stem.Length == 4
                && (
                    stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                    || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)
                )
                && stem[3] is >= '0' and <= '9' or '¹' or '²' or '³'
            );
    }

    private static bool IsWellFormed(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (char.IsHighSurrogate(path[i]) && i + 1 < path.Length && char.IsLowSurrogate(path[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(path[i]))
            {
                return false;
            }
        }

        return true;
    }
}
