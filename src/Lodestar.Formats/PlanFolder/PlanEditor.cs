// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Editing;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanFolder;

/// <summary>The files after an edit; when it could not be made, the files as they were and the reason.</summary>
public sealed record PlanEdit(PlanFiles Files, EquatableList<Diagnostic> Diagnostics)
{
    public bool Done => Diagnostics.All(d => d.Severity != Severity.Error);
}

/// <summary>
/// Edits that change only their own bytes: comments, order, spacing, line ends and quoting elsewhere stay. A YAML path
/// names keys and, inside lists, ids: <c>targets/net-zero/versions/net-zero-2021/form</c>.
/// </summary>
public static class PlanEditor
{
    /// <summary>Sets a scalar; the entry, and the mappings that lead to it, are made when they are missing.</summary>
    public static PlanEdit Set(PlanFiles files, string file, string path, string value)
    {
        var keys = path.Split('/');
        return YamlEditing.Make(
            files,
            file,
            (editing, expected) =>
            {
                expected.Set(keys, value);
                return editing.Set(keys, value);
            }
        );
    }

    /// <summary>Adds an item to a list, which is made when it is missing. An item with an id that is taken is refused.</summary>
    public static PlanEdit AddItem(
        PlanFiles files,
        string file,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> item
    )
    {
        var yaml = new YamlWriter();
        yaml.OpenItem();
        foreach (var (key, value) in item)
        {
            yaml.Entry(key, value);
        }

        var id = item.FirstOrDefault(p => p.Key == "id").Value;
        var flow = YamlWriter.Flow(item.Select(p => (p.Key, p.Value)));
        return AddItem(files, file, path.Split('/'), id, yaml, flow);
    }

    /// <summary>Adds a word to a list of words, which is made when it is missing.</summary>
    public static PlanEdit AddWord(PlanFiles files, string file, string path, string word) =>
        AddItem(
            files,
            file,
            path.Split('/'),
            null,
            "- " + YamlWriter.Scalar(word, inFlow: false),
            YamlWriter.Scalar(word, inFlow: true)
        );

    /// <summary>Removes a mapping's entry or a list's item.</summary>
    public static PlanEdit Remove(PlanFiles files, string file, string path)
    {
        var keys = path.Split('/');
        return YamlEditing.Make(
            files,
            file,
            (editing, expected) =>
            {
                expected.Remove(keys);
                return editing.Remove(keys);
            }
        );
    }

    /// <summary>Adds a version to a target of targets.yaml, which with the target is made when it is missing.</summary>
    public static PlanEdit AddVersion(PlanFiles files, string targetId, TargetVersion version)
    {
        var yaml = new YamlWriter();
        var before = files.TryGet(PlanNames.Targets, out _) ? files : files.With(PlanNames.Targets, default);
        if (YamlEditing.Has(before, PlanNames.Targets, ["targets", targetId]))
        {
            TargetText.Write(yaml, version);
            return AddItem(files, PlanNames.Targets, ["targets", targetId, "versions"], version.Id, yaml, null);
        }

        TargetText.Write(yaml, new Target(targetId, EquatableList.Of(version)));
        var edit = AddItem(before, PlanNames.Targets, ["targets"], targetId, yaml, null);
        return edit.Done ? edit : edit with { Files = files };
    }

    /// <summary>Sets a table's cell by row id and column name. In a long table a year as column names the row's value in that year.</summary>
    public static PlanEdit SetCell(PlanFiles files, string file, string rowId, string column, string value) =>
        CsvEditing.Make(files, file, editing => editing.SetCell(rowId, column, value));

    /// <summary>Adds a row at the end of a table; cells by column name.</summary>
    public static PlanEdit AddRow(PlanFiles files, string file, IReadOnlyDictionary<string, string> cells) =>
        CsvEditing.Make(files, file, editing => editing.AddRow(cells));

    /// <summary>Removes a row; in a long table all rows of the id.</summary>
    public static PlanEdit RemoveRow(PlanFiles files, string file, string rowId) =>
        CsvEditing.Make(files, file, editing => editing.RemoveRow(rowId));

    internal static PlanEdit AddItem(
        PlanFiles files,
        string file,
        string[] path,
        string? id,
        YamlWriter yaml,
        string? flow
    ) => AddItem(files, file, path, id, yaml.ToString(), flow);

    private static PlanEdit AddItem(PlanFiles files, string file, string[] path, string? id, string text, string? flow)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var item = YamlEditing.ItemOf(text);
        return YamlEditing.Make(
            files,
            file,
            (editing, expected) =>
            {
                expected.AddItem(path, item);
                return editing.AddItem(path, id, lines, flow);
            }
        );
    }
}
