// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Components.Scenarios;

/// <summary>What a reader pinned, which links and forms of the page keep.</summary>
internal sealed record PinnedLinks(string? Revision, DateOnly? Date)
{
    public IEnumerable<(string Name, string Value)> Fields
    {
        get
        {
            if (!string.IsNullOrEmpty(Revision))
            {
                yield return ("revision", Revision);
            }

            if (Date is { } day)
            {
                yield return ("date", FormattableString.Invariant($"{day:yyyy-MM-dd}"));
            }
        }
    }

    /// <summary>The query of a link, with what else it says; empty where it says nothing.</summary>
    public string Query(params IEnumerable<(string Name, string? Value)> more)
    {
        string[] parts =
        [
            .. Fields
                .Concat(more.Where(m => !string.IsNullOrEmpty(m.Value)).Select(m => (m.Name, Value: m.Value!)))
                .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"),
        ];
        return parts.Length == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}
