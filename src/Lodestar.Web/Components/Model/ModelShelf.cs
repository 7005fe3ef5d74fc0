// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Model;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Components.Model;

/// <summary>Models already run, by revision, on which alone they depend: an entry is never stale.</summary>
internal sealed class ModelShelf : IDisposable
{
    private const int MostModels = 200;

    /// <summary>Names the draws, for the keys of what is made of answers.</summary>
    public static string Stamp => FormattableString.Invariant($"model {ModelOutlook.DrawCount} {ModelOutlook.Seed}");

    private readonly MemoryCache _models = new(new MemoryCacheOptions { SizeLimit = MostModels });

    /// <summary>What a plan's model says; takes tenths of a second the first time.</summary>
    public ModelCase Of(OpenPlan open)
    {
        if (_models.TryGetValue<ModelCase>(open.Revision.Id, out var kept) && kept is not null)
        {
            return kept;
        }

        var sound = CheckedModel.Of(ModelReader.Read(open.Reading.Files));
        var outlook = sound.Model is { } model ? ModelOutlook.Of(model) : null;
        var told = outlook is null
            ? sound.Diagnostics
            : sound.Diagnostics.Concat(RunDiagnostics.Of(outlook.Model, outlook.Central)).ToEquatableList();
        return _models.Set(
            open.Revision.Id,
            new ModelCase(sound, outlook, told),
            new MemoryCacheEntryOptions { Size = 1 }
        );
    }

    public void Dispose() => _models.Dispose();
}
