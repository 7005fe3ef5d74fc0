// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Control;

/// <summary>Who decides, as it is said: a level in the reader's language, a name as it is written.</summary>
public static class ControllerWords
{
    /// <param name="stated">"city", "private", or a name: "Transport for London".</param>
    public static Message Of(string stated)
    {
        var word = stated.Trim();
        return Enum.GetValues<ControlLevel>()
            .Where(level => string.Equals(ControlWords.Word(level), word, StringComparison.OrdinalIgnoreCase))
            .Select(level => Message.Of(ControlWords.TextId(level)))
            .FirstOrDefault(Message.Of("control.controller", ("name", word)));
    }
}
