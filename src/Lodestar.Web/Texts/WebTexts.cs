// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;

namespace Lodestar.Web.Texts;

/// <summary>The texts of the domain, the formats, storage and the web in one catalogue a language.</summary>
public static class WebTexts
{
    private static readonly FrozenDictionary<string, Lazy<MessageCatalog>> Catalogs = Languages.All.ToFrozenDictionary(
        language => language,
        language => new Lazy<MessageCatalog>(() =>
            MessageCatalog.Load(
                language,
                typeof(WebTexts).Assembly,
                typeof(PlanReader).Assembly,
                typeof(RevisionStore).Assembly
            )
        )
    );

    public static MessageCatalog English => In(Languages.Default);

    /// <summary>The texts in one of <see cref="Languages.All"/>.</summary>
    public static MessageCatalog In(string language) => Catalogs[language].Value;
}
