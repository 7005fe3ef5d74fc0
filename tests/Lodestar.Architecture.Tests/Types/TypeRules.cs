// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Lodestar.Architecture.Tests.Types;

/// <summary>What must hold of compiled domain types: values do not change once they are made.</summary>
internal static class TypeRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Check(IEnumerable<Type> types) =>
        [.. types.SelectMany(type => MutableStruct(type).Concat(Settable(type)).Concat(WritableFields(type)))];

    private static IEnumerable<string> MutableStruct(Type type)
    {
        if (type.IsValueType && !type.IsEnum && !type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false))
        {
            yield return $"{type.FullName} is a public struct and must be readonly.";
        }
    }

    private static IEnumerable<string> Settable(Type type) =>
        from property in type.GetProperties(Declared)
        where property.SetMethod is { IsPublic: true } setter && !IsInit(setter)
        select $"{type.FullName}.{property.Name} can be set; give it an init accessor or none.";

    private static IEnumerable<string> WritableFields(Type type) =>
        from field in type.GetFields(Declared)
        where !type.IsEnum && !field.IsInitOnly && !field.IsLiteral
        select $"{type.FullName}.{field.Name} is a public field and must be readonly.";

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
