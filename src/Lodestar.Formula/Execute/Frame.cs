// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Lodestar.Formula.Execute;

/// <summary>Where compiled code finds its memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Frame
{
    public byte* Parameters;
    public byte* Numbers;

    /// <summary>Those of the current year.</summary>
    public byte* YearlyNumbers;

    public byte* Shared;

    /// <summary>The current year.</summary>
    public byte* SharedYear;

    /// <summary>The first year.</summary>
    public byte* SharedStart;

    public byte* Once;
    public byte* State;
    public byte* StateBefore;
    public byte* Temporary;

    /// <summary>The current year.</summary>
    public byte* History;

    /// <summary>The first year.</summary>
    public byte* HistoryStart;

    /// <summary>A byte a group: 0 where it need not be computed again.</summary>
    public byte* Active;

    /// <summary>The current year, counted from 0.</summary>
    public long Year;
}

/// <summary>Compiled code.</summary>
internal unsafe delegate void Code(Frame* frame);
