// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>What every file of a model has.</summary>
internal static class ModelFile
{
    /// <summary>The mapping that a file consists of; null when it has none, and another shape is reported.</summary>
    public static ModelMap? Root(YamlFile file, KeyTable table)
    {
        switch (file.Root)
        {
            case YamlMap map:
                return new ModelMap(map, table, file);
            case null or { IsNothing: true }:
                return null;
            case var other:
                file.Fault(Faults.WrongShape, other, null, ("wanted", Message.Of("plan-part.mapping")));
                return null;
        }
    }

    /// <summary>The sources that it declares itself.</summary>
    public static EquatableList<Source> Sources(ModelMap root) =>
        new Identified<Source>(root.File, "sources").Read(root.Reader, PlanYamlReader.SourceOf);
}
