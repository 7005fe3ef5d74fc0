// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Crasher.Tracing;

/// <summary>What reached the operating system, in order, and which saves were acknowledged in between.</summary>
public sealed class WriteTrace
{
    private readonly List<Step> _steps = [];

    /// <summary>Steps so far; a power cut can be put before any of them.</summary>
    public int Count
    {
        get
        {
            lock (this)
            {
                return _steps.Count;
            }
        }
    }

    public int Syncs => _steps.Count(s => s is Step.Sync);

    public int Deletes => _steps.Count(s => s is Step.Delete);

    /// <summary>Marks that the caller was told: everything saved up to here is durable.</summary>
    public void Acknowledged(string what) => Add(new Step.Acknowledgement(what));

    internal void Opened(string path, bool syncsFolder) => Add(new Step.Open(path, syncsFolder));

    internal void Wrote(string path, long offset, byte[] bytes) => Add(new Step.Write(path, offset, bytes));

    internal void Truncated(string path, long length) => Add(new Step.Truncate(path, length));

    internal void Synced(string path) => Add(new Step.Sync(path));

    internal void Deleted(string path, bool synced) => Add(new Step.Delete(path, synced));

    /// <summary>
    /// The files as a power cut before each step would leave them. The one instance that is handed out moves on with
    /// the loop.
    /// </summary>
    public IEnumerable<DiskReplay> Replay()
    {
        var disk = new DiskReplay();
        foreach (var step in _steps)
        {
            disk.Take(step);
            yield return disk;
        }
    }

    private void Add(Step step)
    {
        lock (this)
        {
            _steps.Add(step);
        }
    }
}

/// <summary>One step of a trace.</summary>
internal abstract record Step
{
    private Step() { }

    /// <param name="SyncsFolder">The file layer syncs the folder along with the first sync of this file.</param>
    internal sealed record Open(string Path, bool SyncsFolder) : Step;

    internal sealed record Write(string Path, long Offset, byte[] Bytes) : Step;

    internal sealed record Truncate(string Path, long Length) : Step;

    internal sealed record Sync(string Path) : Step;

    internal sealed record Delete(string Path, bool Synced) : Step;

    internal sealed record Acknowledgement(string What) : Step;
}
