// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Storage.Revisions;

/// <summary>What was read back is not what was saved: the disk or somebody changed the database. Restore a backup.</summary>
public sealed class DamagedStorageException : Exception
{
    private DamagedStorageException(string message, Exception? inner)
        : base(message, inner) { }

    internal static DamagedStorageException Blob(string hash, Exception? inner = null) =>
        new(
            $"LS4001: the stored file {hash} no longer has the bytes its hash was taken of. The database was damaged "
                + "or changed from outside; restore it from a backup.",
            inner
        );

    internal static DamagedStorageException Revision(string id) =>
        new(
            $"LS4002: revision {id} does not match its hash: its list of files, parent, time, author or message was "
                + "changed after it was saved. The database was damaged or changed from outside; restore it from a backup.",
            null
        );

    internal static DamagedStorageException MissingBlob(string hash) =>
        new(
            $"LS4003: the stored file {hash} is missing. The database was damaged or changed from outside; restore it "
                + "from a backup.",
            null
        );
}
