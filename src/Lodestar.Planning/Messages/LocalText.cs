// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Messages;

/// <summary>
/// A text that somebody wrote and that may stand in several languages: the name of a place ("Copenhagen", in French
/// "Copenhague"), a sentence of the library.
/// </summary>
/// <param name="Text">The one used where no other fits.</param>
/// <param name="Others">By BCP 47 tag, where the text differs.</param>
public sealed record LocalText(string Text, EquatableList<(string Language, string Text)> Others)
{
    public LocalText(string text)
        : this(text, EquatableList<(string, string)>.Empty) { }

    public string In(string language)
    {
        foreach (var other in Others)
        {
            if (other.Language == language)
            {
                return other.Text;
            }
        }

        return Text;
    }

    public override string ToString() => Text;
}
