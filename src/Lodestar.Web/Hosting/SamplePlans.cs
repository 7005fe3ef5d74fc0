// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;

namespace Lodestar.Web.Hosting;

/// <summary>Gives an empty store something to look at.</summary>
internal static class SamplePlans
{
    public static async Task SeedAsync(IServiceProvider services, string directory, CancellationToken cancellation)
    {
        var index = services.GetRequiredService<PlanIndex>();
        if (!Directory.Exists(directory) || (await index.ListAsync(cancellation)).Count > 0)
        {
            return;
        }

        var revisions = services.GetRequiredService<RevisionStore>();
        var texts = services.GetRequiredService<MessageCatalog>();
        var note = new RevisionNote(texts.Render(Message.Of("web.revision.sample")));
        foreach (var folder in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(folder, "plan.yaml")))
            {
                var files = PlanDirectory.Read(folder).Files;
                await revisions.SaveAsync(PlanReader.Read(files).Plan.Id, files, note, null, cancellation);
            }
        }
    }
}
