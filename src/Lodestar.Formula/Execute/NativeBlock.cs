// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Lodestar.Formula.Execute;

/// <summary>Memory outside the collected heap, on the lines of the cache, cleared. Freed when disposed of, at the latest when collected.</summary>
internal sealed unsafe class NativeBlock : SafeHandle
{
    private static long live;

    public NativeBlock(long bytes)
        : base(0, ownsHandle: true)
    {
        Bytes = Math.Max(64, bytes);
        var start = NativeMemory.AlignedAlloc((nuint)Bytes, 64);
        NativeMemory.Clear(start, (nuint)Bytes);
        SetHandle((nint)start);
        Interlocked.Increment(ref live);
    }

    /// <summary>How many blocks are not freed.</summary>
    public static long Live => Interlocked.Read(ref live);

    public long Bytes { get; }

    public byte* Start => (byte*)handle;

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        Interlocked.Decrement(ref live);
        return true;
    }
}
