// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lodestar.Data.Crasher.Tracing;

/// <summary>
/// SQLite's own file layer under another name, which writes down in order what reaches the operating system. A
/// connection uses it by naming it: <c>Vfs=name</c>. Offsets are those of sqlite3.h on 64-bit machines.
/// </summary>
public sealed unsafe partial class TracingVfs : IDisposable
{
    private const int VfsSize = 168;
    private const int VfsNext = 16;
    private const int VfsName = 24;
    private const int VfsOpen = 40;
    private const int VfsDelete = 48;

    private const int MethodsSize = 152;
    private const int Close = 8;
    private const int Write = 24;
    private const int Truncate = 32;
    private const int Sync = 40;

    // os_unix.c opens a journal or log so that its first sync takes the folder along, names made and removed included.
    private const int Creates = 0x4;
    private const int Journals = 0x800 | 0x4000 | 0x80000;

    private static readonly ConcurrentDictionary<nint, TracingVfs> Registered = new();
    private static readonly ConcurrentDictionary<nint, OpenFile> Open = new();

    private readonly nint _base;
    private readonly nint _vfs;
    private readonly nint _name;
    private readonly ConcurrentDictionary<nint, nint> _methods = new();

    private sealed record OpenFile(TracingVfs Vfs, string Path, nint Methods);

    public TracingVfs(string name)
    {
        if (sizeof(nint) != 8)
        {
            throw new PlatformNotSupportedException("The trace knows the layout of 64-bit machines only.");
        }

        _base = Find(0);
        _name = Marshal.StringToCoTaskMemUTF8(name);
        _vfs = Copy(_base, VfsSize);
        Put(_vfs, VfsNext, 0);
        Put(_vfs, VfsName, _name);
        Put(_vfs, VfsOpen, (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint, int, int*, int>)&OnOpen);
        Put(_vfs, VfsDelete, (nint)(delegate* unmanaged[Cdecl]<nint, nint, int, int>)&OnDelete);
        Registered[_vfs] = this;
        if (Register(_vfs, 0) != 0)
        {
            throw new InvalidOperationException("SQLite did not take the tracing file layer.");
        }
    }

    public WriteTrace Trace { get; } = new();

    /// <summary>Close every connection that uses it first.</summary>
    public void Dispose()
    {
        _ = Unregister(_vfs);
        Registered.TryRemove(_vfs, out _);
        foreach (var methods in _methods.Values.Append(_vfs))
        {
            NativeMemory.Free((void*)methods);
        }

        Marshal.FreeCoTaskMem(_name);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnOpen(nint vfs, nint name, nint file, int flags, int* outFlags)
    {
        var owner = Registered[vfs];
        lock (owner.Trace)
        {
            var code = ((delegate* unmanaged[Cdecl]<nint, nint, nint, int, int*, int>)Get(owner._base, VfsOpen))(
                owner._base,
                name,
                file,
                flags,
                outFlags
            );
            var methods = Get(file, 0);
            // Files without a name are temporary: they die with the process anyway.
            if (code == 0 && methods != 0 && name != 0)
            {
                var path = Marshal.PtrToStringUTF8(name)!;
                Open[file] = new OpenFile(owner, path, methods);
                Put(file, 0, owner._methods.GetOrAdd(methods, Traced));
                owner.Trace.Opened(path, (flags & Creates) != 0 && (flags & Journals) != 0);
            }

            return code;
        }
    }

    private static nint Traced(nint methods)
    {
        var traced = Copy(methods, MethodsSize);
        Put(traced, Close, (nint)(delegate* unmanaged[Cdecl]<nint, int>)&OnClose);
        Put(traced, Write, (nint)(delegate* unmanaged[Cdecl]<nint, nint, int, long, int>)&OnWrite);
        Put(traced, Truncate, (nint)(delegate* unmanaged[Cdecl]<nint, long, int>)&OnTruncate);
        Put(traced, Sync, (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&OnSync);
        return traced;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnClose(nint file)
    {
        Open.TryRemove(file, out var open);
        return ((delegate* unmanaged[Cdecl]<nint, int>)Get(open!.Methods, Close))(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnWrite(nint file, nint bytes, int count, long offset)
    {
        var open = Open[file];
        lock (open.Vfs.Trace)
        {
            var code = ((delegate* unmanaged[Cdecl]<nint, nint, int, long, int>)Get(open.Methods, Write))(
                file,
                bytes,
                count,
                offset
            );
            if (code == 0)
            {
                open.Vfs.Trace.Wrote(open.Path, offset, new ReadOnlySpan<byte>((void*)bytes, count).ToArray());
            }

            return code;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnTruncate(nint file, long length)
    {
        var open = Open[file];
        lock (open.Vfs.Trace)
        {
            var code = ((delegate* unmanaged[Cdecl]<nint, long, int>)Get(open.Methods, Truncate))(file, length);
            if (code == 0)
            {
                open.Vfs.Trace.Truncated(open.Path, length);
            }

            return code;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSync(nint file, int flags)
    {
        var open = Open[file];
        lock (open.Vfs.Trace)
        {
            var code = ((delegate* unmanaged[Cdecl]<nint, int, int>)Get(open.Methods, Sync))(file, flags);
            if (code == 0)
            {
                open.Vfs.Trace.Synced(open.Path);
            }

            return code;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnDelete(nint vfs, nint name, int syncFolder)
    {
        var owner = Registered[vfs];
        lock (owner.Trace)
        {
            var code = ((delegate* unmanaged[Cdecl]<nint, nint, int, int>)Get(owner._base, VfsDelete))(
                owner._base,
                name,
                syncFolder
            );
            if (code == 0)
            {
                owner.Trace.Deleted(Marshal.PtrToStringUTF8(name)!, syncFolder != 0);
            }

            return code;
        }
    }

    private static nint Copy(nint from, int size)
    {
        var to = NativeMemory.AllocZeroed((nuint)size);
        NativeMemory.Copy((void*)from, to, (nuint)size);
        return (nint)to;
    }

    private static nint Get(nint at, int offset) => *(nint*)(at + offset);

    private static void Put(nint at, int offset, nint value) => *(nint*)(at + offset) = value;

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    private static partial nint Find(nint name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    private static partial int Register(nint vfs, int makeDefault);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_unregister")]
    private static partial int Unregister(nint vfs);
}
