// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;

namespace Lodestar.Web.Texts;

/// <summary>The texts of the domain, the formats, storage and the web in one catalogue.</summary>
public static class WebTexts
{
    private static readonly Lazy<MessageCatalog> Catalog = new(() =>
        MessageCatalog.Load(
            "en",
            typeof(WebTexts).Assembly,
            typeof(PlanReader).Assembly,
            typeof(RevisionStore).Assembly
        )
    );

    public static MessageCatalog English => Catalog.Value;
}
