// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Storage.Index;

/// <summary>
/// The yearly series of a place as one column: state, metric, then for each gas its name, first year and doubles,
/// little-endian. Ten thousand places are read whole for one picture of the world, and text would take most of that time.
/// </summary>
internal static class PackedScopeOne
{
    public static byte[] Pack(ScopeOne scopeOne)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write((byte)scopeOne.State);
        writer.Write(scopeOne.GwpSet ?? "");
        writer.Write7BitEncodedInt(scopeOne.Gases.Count);
        foreach (var gas in scopeOne.Gases)
        {
            writer.Write(gas.Gas);
            writer.Write(gas.FirstYear);
            writer.Write7BitEncodedInt(gas.Tonnes.Count);
            foreach (var tonnes in gas.Tonnes)
            {
                writer.Write(tonnes);
            }
        }

        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>Rows from before the column have nothing in it until they are made anew.</summary>
    public static ScopeOne Unpack(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return ScopeOne.None;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var state = (ScopeOneState)reader.ReadByte();
        var metric = reader.ReadString();
        var gases = new GasSeries[reader.Read7BitEncodedInt()];
        for (var g = 0; g < gases.Length; g++)
        {
            var (gas, first) = (reader.ReadString(), reader.ReadInt32());
            var tonnes = new double[reader.Read7BitEncodedInt()];
            for (var i = 0; i < tonnes.Length; i++)
            {
                tonnes[i] = reader.ReadDouble();
            }

            gases[g] = new GasSeries(gas, first, new EquatableList<double>(tonnes));
        }

        return new ScopeOne(state, metric.Length == 0 ? null : metric, new EquatableList<GasSeries>(gases));
    }
}
