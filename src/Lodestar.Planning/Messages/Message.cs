// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Lodestar.Planning.Messages;

/// <summary>
/// A sentence as data: the id of its text and the values that fill it, so that the same fact reads in any language.
/// Values may be <see cref="string"/>, <see cref="int"/> (years and counts), <see cref="double"/>, <see cref="Share"/>,
/// <see cref="Units.Quantity"/>, <see cref="DateOnly"/>, <see cref="LocalText"/>, <see cref="Message"/>, or a sequence of these.
/// </summary>
public sealed record Message(string Id, ImmutableArray<MessageValue> Values)
{
    public static Message Of(string id, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var builder = ImmutableArray.CreateBuilder<MessageValue>(values.Length);
        foreach (var (name, value) in values)
        {
            builder.Add(new MessageValue(name, value));
        }

        return new Message(id, builder.MoveToImmutable());
    }

    public bool Equals(Message? other) => other is not null && Id == other.Id && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Id, Values.Length);
}

/// <summary>One named value of a <see cref="Message"/>.</summary>
public readonly record struct MessageValue(string Name, object Value);

/// <summary>A share written as a percentage: 0.363 reads “36.3 %”.</summary>
public readonly record struct Share(double Fraction);
