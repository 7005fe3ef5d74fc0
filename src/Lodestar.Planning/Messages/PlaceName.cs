// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Messages;

/// <summary>The name of a place, which reads otherwise in some languages: "Copenhagen", in French "Copenhague".</summary>
/// <param name="Others">By BCP 47 tag, where the name differs.</param>
public sealed record PlaceName(string Name, EquatableList<(string Language, string Name)> Others)
{
    public PlaceName(string name)
        : this(name, EquatableList<(string, string)>.Empty) { }

    public string In(string language)
    {
        foreach (var other in Others)
        {
            if (other.Language == language)
            {
                return other.Name;
            }
        }

        return Name;
    }

    public override string ToString() => Name;
}
