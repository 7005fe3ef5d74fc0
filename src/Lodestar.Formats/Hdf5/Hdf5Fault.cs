// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Words = Lodestar.Planning.Messages.Message;

namespace Lodestar.Formats.Hdf5;

/// <summary>
/// What stops the reading of a file. It never leaves this folder: <see cref="Hdf5Reading.Guard{T}"/> turns it into one
/// diagnostic, since a file that breaks in the middle of a tree has no half that could be used.
/// </summary>
internal sealed class Hdf5Fault : Exception
{
    private Hdf5Fault(string id, long at, Words reason, Words fix)
    {
        Id = id;
        At = at;
        Reason = reason;
        Fix = fix;
    }

    public string Id { get; }
    public long At { get; }
    public Words Reason { get; }
    public Words Fix { get; }

    /// <param name="at">The byte, from 0.</param>
    /// <param name="what">What is wrong there.</param>
    public static Hdf5Fault Damaged(long at, Words what) =>
        new(
            "LS2400",
            at,
            Words.Of("import.hdf5.damaged", ("byte", at), ("what", what)),
            Words.Of("import.hdf5.damaged.fix")
        );

    /// <param name="at">The byte, from 0.</param>
    /// <param name="feature">The name that the HDF5 specification gives to what is not read.</param>
    public static Hdf5Fault NotRead(long at, string feature) =>
        new(
            "LS2401",
            at,
            Words.Of("import.hdf5.not-read", ("byte", at), ("feature", feature)),
            Words.Of("import.hdf5.not-read.fix")
        );

    public static Hdf5Fault TooMuch(long at) =>
        new("LS2402", at, Words.Of("import.hdf5.too-much", ("byte", at)), Words.Of("import.hdf5.too-much.fix"));
}

/// <summary>Reads HDF5 so that a damaged file yields a diagnostic.</summary>
internal static class Hdf5Reading
{
    /// <summary>What <paramref name="read"/> gives, or null with a fault reported.</summary>
    public static T? Guard<T>(string file, DiagnosticBag faults, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Hdf5Fault fault)
        {
            faults.Add(new Diagnostic(fault.Id, Severity.Error, new Place(file), fault.Reason, fault.Fix));
            return null;
        }
    }
}
