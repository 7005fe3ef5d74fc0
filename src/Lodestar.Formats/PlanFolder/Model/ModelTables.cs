// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Tables;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Text;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>Reads the tables that a model names, each file once, and the values that stand in the model itself.</summary>
internal sealed class ModelTables(PlanFiles files, FaultLog log)
{
    /// <summary>Cells of one table, with those that lead to a value.</summary>
    public const int MostCells = 200_000;

    private readonly Dictionary<string, TableText?> _read = new(StringComparer.Ordinal);

    /// <summary>The table of a file; null when there is none to read, which is reported.</summary>
    public TableText? Named(YamlScalar name, YamlFile file)
    {
        var path = name.Value;
        if (!PlanPath.IsClean(path))
        {
            file.Fault(Faults.BadPath, name);
            return null;
        }

        if (!files.TryGet(path, out var bytes))
        {
            var tables = files.Paths.Where(p => p.EndsWith(".csv", StringComparison.Ordinal));
            file.Fault(Faults.NoSuchFile, name, DidYouMean.Find(path, tables));
            return null;
        }

        if (!_read.TryGetValue(path, out var table))
        {
            table = Read(TextFile.Read(path, bytes, log));
            _read.Add(path, table);
        }

        return table is null ? null : table with { Where = ModelPieces.Of(name, file) };
    }

    /// <summary>The values of a nested mapping, each with the path that leads to it.</summary>
    public static TableText Nested(YamlMap map, ModelMap owner)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Piece>>();
        var cells = 0;
        Gather(map, []);
        return new TableText(ModelPieces.Where(map, owner.File)) { Rows = rows.ToImmutable() };

        void Gather(YamlMap level, ImmutableArray<Piece> path)
        {
            foreach (var entry in level.Entries)
            {
                if (cells > MostCells)
                {
                    return;
                }

                var to = path.Add(ModelPieces.Of(entry.Key, owner.File));
                switch (entry.Value)
                {
                    case { IsNothing: true }:
                        break;
                    case YamlMap inner:
                        Gather(inner, to);
                        break;
                    case YamlScalar value:
                        rows.Add(to.Add(ModelPieces.Of(value, owner.File)));
                        cells += to.Length + 1;
                        if (cells > MostCells)
                        {
                            owner.Fault(ModelFaults.TooManyCells, map, ("most", MostCells));
                        }

                        break;
                    default:
                        owner.Wrong(entry.Value, "plan-part.value");
                        break;
                }
            }
        }
    }

    private TableText? Read(TextFile text)
    {
        if (CsvTable.Read(text, log) is not { Records.Count: > 0 } table)
        {
            return null;
        }

        var heading = Pieces(table, table.Records[0]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Piece>>();
        var cells = heading.Length;
        var isRagged = false;
        foreach (var record in table.Records.Skip(1).Where(r => !r.IsBlank))
        {
            cells += record.Fields.Count;
            if (cells > MostCells)
            {
                log.Add(ModelFaults.TooManyCells, table.PlaceOf(record), values: [("most", MostCells)]);
                return null;
            }

            if (record.Fields.Count != heading.Length)
            {
                isRagged = true;
                log.Add(
                    Faults.Ragged,
                    table.PlaceOf(record),
                    values: [("found", record.Fields.Count), ("wanted", heading.Length)]
                );
                continue;
            }

            rows.Add(Pieces(table, record));
        }

        return isRagged ? null : new TableText(Piece.Of(text.Path)) { Heading = heading, Rows = rows.ToImmutable() };
    }

    private static ImmutableArray<Piece> Pieces(CsvTable table, CsvRecord record)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>(record.Fields.Count);
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var field = record.Fields[i];
            var (start, text) = (field.Start, table.Text.Text);
            while (start < field.End && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            var place = table.Text.PlaceAt(start + (field.IsQuoted ? 1 : 0));
            pieces.Add(new Piece(place.File, place.Line, place.Column, field.Text, CsvTable.Address(i, record.Number)));
        }

        return pieces.MoveToImmutable();
    }
}
