// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Security.Cryptography;
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Compile;

/// <summary>A local of a <see cref="Listing"/>.</summary>
internal readonly record struct Local(int Index);

/// <summary>A place in a <see cref="Listing"/> to jump to.</summary>
internal readonly record struct Mark(int Index);

/// <summary>The instructions of a method before it is compiled: two that are equal need be compiled but once.</summary>
internal sealed class Listing
{
    private const int BytesEach = 11;

    private readonly List<Instruction> instructions = [];
    private readonly List<Type> locals = [];
    private int marks;

    private enum Operand : byte
    {
        None,
        Int,
        Long,
        Double,
        Local,
        Jump,
        Mark,
        Method,
        Field,
        Type,
    }

    public Local DeclareLocal(Type type)
    {
        locals.Add(type);
        return new Local(locals.Count - 1);
    }

    public Mark DefineMark() => new(marks++);

    /// <summary>Here is where jumps to the mark go.</summary>
    public void Put(Mark mark) => instructions.Add(new(OpCodes.Nop, Operand.Mark, mark.Index));

    public void Emit(OpCode code) => instructions.Add(new(code, Operand.None, 0));

    public void Emit(OpCode code, int value) => instructions.Add(new(code, Operand.Int, value));

    public void Emit(OpCode code, long value) => instructions.Add(new(code, Operand.Long, value));

    public void Emit(OpCode code, double value) =>
        instructions.Add(new(code, Operand.Double, BitConverter.DoubleToInt64Bits(value)));

    public void Emit(OpCode code, Local local) => instructions.Add(new(code, Operand.Local, local.Index));

    public void Emit(OpCode code, Mark mark) => instructions.Add(new(code, Operand.Jump, mark.Index));

    public void Emit(OpCode code, MethodInfo method) =>
        instructions.Add(new(code, Operand.Method, method.MethodHandle.Value, method));

    public void Emit(OpCode code, FieldInfo field) =>
        instructions.Add(new(code, Operand.Field, field.FieldHandle.Value, field));

    public void Emit(OpCode code, Type type) => instructions.Add(new(code, Operand.Type, type.TypeHandle.Value, type));

    /// <summary>Equal for equal instructions, within one process.</summary>
    public UInt128 Fingerprint()
    {
        var bytes = new byte[(instructions.Count * BytesEach) + (locals.Count * sizeof(long))];
        var at = bytes.AsSpan();
        foreach (var instruction in instructions)
        {
            BinaryPrimitives.WriteInt16LittleEndian(at, instruction.Code.Value);
            at[2] = (byte)instruction.Kind;
            BinaryPrimitives.WriteInt64LittleEndian(at[3..], instruction.Number);
            at = at[BytesEach..];
        }

        foreach (var local in locals)
        {
            BinaryPrimitives.WriteInt64LittleEndian(at, local.TypeHandle.Value);
            at = at[sizeof(long)..];
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));
    }

    /// <summary>Compiles it.</summary>
    public Code Compile()
    {
        var method = new DynamicMethod(
            nameof(Code),
            typeof(void),
            [typeof(Frame).MakePointerType()],
            typeof(Listing).Module,
            skipVisibility: true
        )
        {
            InitLocals = false,
        };
        var il = method.GetILGenerator();
        LocalBuilder[] declared = [.. locals.Select(il.DeclareLocal)];
        Label[] labels = [.. Enumerable.Range(0, marks).Select(_ => il.DefineLabel())];
        foreach (var (code, kind, number, member) in instructions)
        {
            switch (kind)
            {
                case Operand.None:
                    il.Emit(code);
                    break;
                case Operand.Int:
                    il.Emit(code, (int)number);
                    break;
                case Operand.Long:
                    il.Emit(code, number);
                    break;
                case Operand.Double:
                    il.Emit(code, BitConverter.Int64BitsToDouble(number));
                    break;
                case Operand.Local:
                    il.Emit(code, declared[number]);
                    break;
                case Operand.Jump:
                    il.Emit(code, labels[number]);
                    break;
                case Operand.Mark:
                    il.MarkLabel(labels[number]);
                    break;
                case Operand.Method:
                    il.Emit(code, (MethodInfo)member!);
                    break;
                case Operand.Field:
                    il.Emit(code, (FieldInfo)member!);
                    break;
                case Operand.Type:
                    il.Emit(code, (Type)member!);
                    break;
                default:
                    throw new InvalidOperationException();
            }
        }

        return method.CreateDelegate<Code>();
    }

    private readonly record struct Instruction(OpCode Code, Operand Kind, long Number, MemberInfo? Member = null);
}
