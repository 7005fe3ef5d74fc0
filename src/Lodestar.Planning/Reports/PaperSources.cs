// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Reports;

/// <summary>Whose figures they are, in which edition, under which licence.</summary>
internal static class PaperSources
{
    public static PaperSection Of(PaperInput input)
    {
        var title = Message.Of("report.sources");
        var sources = input.Plan.Sources.Concat(input.ModelSources).DistinctBy(s => s.Id).ToList();
        return sources.Count == 0
            ? new PaperSection("sources", title, [new PaperParagraph(Message.Of("report.sources.none"))])
            : new PaperSection(
                "sources",
                title,
                [
                    new PaperTable(
                        Message.Of("report.sources.table"),
                        [
                            new(Message.Of("report.column.source"), Width: 5),
                            new(Message.Of("report.column.publisher"), Width: 3),
                            new(Message.Of("report.column.edition"), Width: 3),
                            new(Message.Of("report.column.licence"), Width: 3),
                        ],
                        [
                            .. sources.Select(s => new PaperRow([
                                Name(s),
                                s.Publisher,
                                Edition(s),
                                s.Licence ?? (object)Message.Of("report.sources.no-licence"),
                            ])),
                        ]
                    ),
                ]
            );
    }

    private static object Name(Source source) =>
        source.Url is { } url ? Message.Of("report.sources.at", ("title", source.Title), ("url", url)) : source.Title;

    private static object? Edition(Source source) =>
        (source.Edition, source.Published) switch
        {
            ({ } edition, { } date) => Message.Of("report.sources.edition", ("edition", edition), ("date", date)),
            ({ } edition, null) => edition,
            (null, { } date) => date,
            _ => null,
        };
}
