// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>Two units of different dimensions met where they must agree. Text from users is checked before; so this is a bug in the caller.</summary>
public sealed class UnitMismatchException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="from">The unit at hand.</param>
    /// <param name="to">The unit asked for.</param>
    public UnitMismatchException(Unit from, Unit to)
        : base($"'{from}' ({from?.Dimension}) does not convert to '{to}' ({to?.Dimension}).")
    {
        From = from ?? Unit.One;
        To = to ?? Unit.One;
    }

    /// <summary>The unit at hand.</summary>
    public Unit From { get; }

    /// <summary>The unit asked for.</summary>
    public Unit To { get; }
}
