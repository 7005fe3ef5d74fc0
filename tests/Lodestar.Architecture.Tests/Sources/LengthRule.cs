// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Architecture.Tests.Sources;

/// <summary>Files over 500 lines need a reason; none may pass 800.</summary>
internal static class LengthRule
{
    private const int NeedsReason = 500;
    private const int Never = 800;

    /// <summary>Path of a file over 500 lines, and why it reads better whole.</summary>
    private static readonly Dictionary<string, string> Reasons = [];

    public static IEnumerable<string> Find(IReadOnlyList<SourceFile> files) => Find(files, Reasons);

    public static IEnumerable<string> Find(
        IReadOnlyList<SourceFile> files,
        IReadOnlyDictionary<string, string> reasons
    ) =>
        from file in files
        where file.Area is "src" or "tests" or "bench"
        where file.Is(".cs", ".razor", ".ts", ".css") && !file.IsGenerated
        let length = file.Lines.Count
        let limit = reasons.ContainsKey(file.Path) ? Never : NeedsReason
        where length > limit
        select $"{file.Path} has {length} lines; {limit} is the limit.";
}
