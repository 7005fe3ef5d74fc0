// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Crasher.Tracing;

/// <summary>
/// A disk that keeps of a file what was there at its last sync, and of what came after it nothing, or what chance
/// leaves, in sectors. A file's name is on the disk once the file or its folder was synced, a removal once its folder
/// was.
/// </summary>
public sealed class DiskReplay
{
    private const int Sector = 512;

    private readonly Dictionary<string, Inode> _live = [];
    private readonly Dictionary<string, Inode> _named = [];
    private readonly List<string> _acknowledged = [];

    public IReadOnlyList<string> Acknowledged => _acknowledged;

    /// <summary>True when the step just taken was an acknowledgement.</summary>
    public bool JustAcknowledged { get; private set; }

    /// <summary>True when something written is not synced yet.</summary>
    public bool HasUnsynced => _live.Values.Any(i => i.Unsynced.Count > 0);

    internal void Take(Step step)
    {
        JustAcknowledged = false;
        switch (step)
        {
            case Step.Open(var path, var syncsFolder):
                _live.TryAdd(path, new Inode());
                _live[path].SyncsFolder |= syncsFolder;
                break;
            case Step.Write write:
                _live[write.Path].Unsynced.Add(step);
                break;
            case Step.Truncate truncate:
                _live[truncate.Path].Unsynced.Add(step);
                break;
            case Step.Sync(var path):
                Sync(path);
                break;
            case Step.Delete(var path, var synced):
                _live.Remove(path);
                if (synced)
                {
                    _named.Remove(path);
                }

                break;
            case Step.Acknowledgement(var what):
                _acknowledged.Add(what);
                JustAcknowledged = true;
                break;
        }
    }

    /// <summary>
    /// Writes the files as they are after the power cut into a folder. With <paramref name="chance"/>, each sector of
    /// each unsynced write may have reached the disk or not, whatever came before it.
    /// </summary>
    public void WriteTo(string folder, Random? chance = null)
    {
        foreach (var (path, inode) in _named.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), inode.AfterPowerCut(chance));
        }
    }

    private void Sync(string path)
    {
        var inode = _live[path];
        inode.Sync();
        _named[path] = inode;
        if (inode.SyncsFolder)
        {
            inode.SyncsFolder = false;
            _named.Clear();
            foreach (var (name, file) in _live)
            {
                _named.Add(name, file);
            }
        }
    }

    private sealed class Inode
    {
        public bool SyncsFolder { get; set; }

        private byte[] _synced = [];

        public List<Step> Unsynced { get; } = [];

        public void Sync()
        {
            _synced = Unsynced.Aggregate(_synced, (bytes, step) => Apply(bytes, step, null));
            Unsynced.Clear();
        }

        public byte[] AfterPowerCut(Random? chance) =>
            chance is null
                ? _synced
                : Unsynced.Aggregate((byte[])_synced.Clone(), (bytes, step) => Apply(bytes, step, chance));

        private static byte[] Apply(byte[] bytes, Step step, Random? chance)
        {
            if (step is Step.Truncate(_, var length))
            {
                return chance is null || chance.Next(2) == 0 ? Resized(bytes, (int)length) : bytes;
            }

            var (_, offset, written) = (Step.Write)step;
            for (var start = 0; start < written.Length; )
            {
                var position = (int)offset + start;
                var end = Math.Min(written.Length, start + Sector - position % Sector);
                if (chance is null || chance.Next(2) == 0)
                {
                    bytes = Resized(bytes, Math.Max(bytes.Length, position + end - start));
                    written.AsSpan(start..end).CopyTo(bytes.AsSpan(position));
                }

                start = end;
            }

            return bytes;
        }

        private static byte[] Resized(byte[] bytes, int length)
        {
            Array.Resize(ref bytes, length);
            return bytes;
        }
    }
}
