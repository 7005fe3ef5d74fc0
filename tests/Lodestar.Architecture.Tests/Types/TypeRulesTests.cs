// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Architecture.Tests.Types;

public sealed class TypeRulesTests
{
    private const string Here = "Lodestar.Architecture.Tests.Types.TypeRulesTests+";

    [Theory]
    [InlineData(typeof(LooseStruct), Here + "LooseStruct is a public struct and must be readonly.")]
    [InlineData(typeof(LooseProperty), Here + "LooseProperty.Value can be set; give it an init accessor or none.")]
    [InlineData(typeof(LooseStatic), Here + "LooseStatic.Value can be set; give it an init accessor or none.")]
    [InlineData(typeof(LooseField), Here + "LooseField.Value is a public field and must be readonly.")]
    public void Check_PlantedType_IsFound(Type type, string message) =>
        Assert.Equal([message], TypeRules.Check([type]));

    [Fact]
    public void Check_UnchangingTypes_FindsNothing() =>
        Assert.Empty(TypeRules.Check([typeof(Firm), typeof(FirmStruct), typeof(Choice)]));

    internal struct LooseStruct;

    internal sealed class LooseProperty
    {
        public int Value { get; set; }
    }

    internal static class LooseStatic
    {
        public static int Value { get; set; }
    }

    internal sealed class LooseField
    {
        public int Value = 1;
    }

    internal sealed record Firm(int Value)
    {
        public const int Limit = 1;
        public static readonly int Start = 1;

        public int Later { get; init; }

        public int Inner { get; private set; }
    }

    internal readonly record struct FirmStruct(int Value);

    internal enum Choice
    {
        One,
    }
}
