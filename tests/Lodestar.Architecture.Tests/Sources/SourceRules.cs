// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Lodestar.Architecture.Tests.Sources;

/// <param name="Find">Returns one sentence a violation.</param>
internal sealed record SourceRule(string Name, Func<IReadOnlyList<SourceFile>, IEnumerable<string>> Find);

/// <summary>What must hold of the text of the files. Functions of their arguments, so that each can be shown to fail.</summary>
internal static partial class SourceRules
{
    private const string Licence = "// SPDX-License-Identifier: Apache-2.0";

    // Put together at run time, so that the rule does not find itself.
    private static readonly string[] RegistryHosts =
    [
        "api." + "nuget.org",
        "registry." + "npmjs",
        "deb." + "debian.org",
    ];

    private static readonly Regex MachinePath = new(@"(?<![\w.~-])/(?:wo" + "rk|ro" + @"ot)/");

    public static IReadOnlyList<SourceRule> All { get; } =
    [
        new("licence line on top", files => files.SelectMany(LicenceLine)),
        new("files stay short", LengthRule.Find),
        new("no regions", files => files.SelectMany(Regions)),
        new("nothing left to do", files => files.SelectMany(LeftToDo)),
        new("no junk drawers", files => files.SelectMany(JunkDrawers)),
        new("no interface twins", InterfaceTwins),
        new("features stay apart", files => files.SelectMany(FeatureCrossings)),
        new("no registry hosts", files => files.SelectMany(Hosts)),
        new("no machine paths", files => files.SelectMany(MachinePaths)),
    ];

    public static IReadOnlyList<string> Check(IReadOnlyList<SourceFile> files) =>
        [.. All.SelectMany(rule => rule.Find(files))];

    private static IEnumerable<string> LicenceLine(SourceFile file)
    {
        if (file.Is(".cs") && !file.IsGenerated && file.Lines[0].TrimEnd() != Licence)
        {
            yield return $"{file.Path} does not begin with the licence line.";
        }
    }

    private static IEnumerable<string> Regions(SourceFile file) => Mentions(file, InSource(file), Region());

    private static IEnumerable<string> LeftToDo(SourceFile file) => Mentions(file, InSource(file), ToDo());

    private static IEnumerable<string> JunkDrawers(SourceFile file)
    {
        if (file.Area != "src")
        {
            yield break;
        }

        var folder = file.Path.Split('/').SkipLast(1).FirstOrDefault(name => JunkDrawer().IsMatch(name));
        if (folder is not null)
        {
            yield return $"{file.Path}: '{folder}' says nothing; name the folder by its content.";
        }

        foreach (Match match in Namespace().Matches(file.Is(".cs") ? file.Text : ""))
        {
            if (match.Groups[1].Value.Split('.').Any(name => JunkDrawer().IsMatch(name)))
            {
                yield return $"{file.Path}: the namespace {match.Groups[1].Value} says nothing; name it by its content.";
            }
        }
    }

    private static IEnumerable<string> InterfaceTwins(IReadOnlyList<SourceFile> files)
    {
        var sources = files.Where(file => file.Area == "src" && file.Is(".cs")).ToList();
        var types = sources
            .SelectMany(file => TypeDeclaration().Matches(file.Text))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        return from file in sources
            from match in InterfaceDeclaration().Matches(file.Text)
            where types.Contains(match.Groups[1].Value)
            select $"{file.Path}: I{match.Groups[1].Value} is a twin of {match.Groups[1].Value}; use the type itself.";
    }

    private static IEnumerable<string> FeatureCrossings(SourceFile file)
    {
        var own = FeatureFolder().Match(file.Path).Groups[1].Value;
        return from match in Feature().Matches(own.Length > 0 && file.Is(".cs", ".razor") ? file.Text : "")
            let other = match.Groups[1].Value
            where other != own
            select $"{file.Path}: the feature {own} may not reach into {other}.";
    }

    private static IEnumerable<string> Hosts(SourceFile file) =>
        from host in RegistryHosts
        where file.Text.Contains(host, StringComparison.OrdinalIgnoreCase)
        select $"{file.Path} names the registry host {host}; the package clients know where to look.";

    private static IEnumerable<string> MachinePaths(SourceFile file) => Mentions(file, true, MachinePath);

    private static bool InSource(SourceFile file) =>
        file.Area == "src" && file.Is(".cs", ".razor", ".ts", ".css", ".csproj");

    private static IEnumerable<string> Mentions(SourceFile file, bool applies, Regex pattern) =>
        from match in pattern.Matches(applies ? file.Text : "")
        let line = file.Text.AsSpan(0, match.Index).Count('\n') + 1
        select $"{file.Path}({line}): '{match.Value.Trim()}' has no place here.";

    [GeneratedRegex(@"^[ \t]*#region\b", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\b(?:TODO|FIXME|NotImplementedException)\b")]
    private static partial Regex ToDo();

    [GeneratedRegex("^(?:Utils?|Utilities|Helpers?|Common|Shared)$", RegexOptions.IgnoreCase)]
    private static partial Regex JunkDrawer();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:class|struct|record)\s+([A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\binterface\s+I([A-Z]\w*)")]
    private static partial Regex InterfaceDeclaration();

    [GeneratedRegex("^src/Lodestar\\.Web/Features/(\\w+)/")]
    private static partial Regex FeatureFolder();

    [GeneratedRegex(@"(?:\bLodestar\.Web\.|\busing\s+(?:static\s+)?(?:Web\.)?)Features\.(\w+)")]
    private static partial Regex Feature();
}
