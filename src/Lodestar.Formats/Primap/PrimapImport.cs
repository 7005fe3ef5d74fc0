// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Hdf5;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Primap;

/// <summary>
/// PRIMAP-hist and other files of the PRIMAP2 format: one plan a country, with the inventory of one source. A row is what
/// one source says of one gas, category and area over all years.
/// </summary>
internal static class PrimapImport
{
    public static ImportResult Read(PublisherInput input)
    {
        var faults = new DiagnosticBag();
        var loss = new LossCounter();
        var understood = new List<Message>();
        var plans = Hdf5Reading.Guard(input.Name, faults, () => Plans(input, faults, loss, understood)) ?? [];
        return new ImportResult(plans.ToEquatableList(), loss.ToReport(), faults.ToList())
        {
            Understood = understood.ToEquatableList(),
        };
    }

    private static List<ImportedPlan>? Plans(
        PublisherInput input,
        DiagnosticBag faults,
        LossCounter loss,
        List<Message> understood
    )
    {
        var bytes = input.Bytes!.GetBuffer().AsMemory(0, (int)input.Bytes.Length);
        if (
            PrimapFile.Read(Hdf5File.Open(bytes), input.Name, faults) is not { } file
            || PrimapSources.All(file) is not { Count: > 0 } sources
            || PrimapSources.Choose(sources, input.Options.Source, input.Name, faults) is not { } source
        )
        {
            return null;
        }

        var areas = file.Areas.Words.Select(a => new Area(a, Countries.Find(a))).ToList();
        var wanted = AreaSelection.Resolve(areas, input.Options.Only, takesGroups: false, input.Name, faults);
        var set = SetOf(file);
        understood.Add(Message.Of("import.primap.source", ("source", source.Label), ("others", sources.Count - 1)));
        understood.Add(Message.Of("import.primap.set", ("set", set ?? "")));

        var gases = file.Entities.Where(e => e.Set is null || e.Set == set).ToList();
        var tables = new List<PrimapTable>();
        foreach (var entity in gases)
        {
            input.Input.ThrowIfCancelled();
            tables.Add(new PrimapTable(entity, file.Numbers(entity, source.At)));
        }

        var ofOne = (long)file.Areas.Length * file.Categories.Length;
        var place = new[] { new Place(input.Name) };
        loss.LeaveOut(PrimapReasons.OtherSource, ofOne * file.Entities.Count * (sources.Count - 1), place);
        loss.LeaveOut(PrimapReasons.OtherSet, ofOne * (file.Entities.Count - gases.Count), place);
        var plans = new List<ImportedPlan>();
        for (var i = 0; i < areas.Count; i++)
        {
            if (areas[i].Country is { } country && wanted.Contains(areas[i].Name))
            {
                var builder = new PrimapPlan(file, source, set, input.Name, loss, faults);
                if (builder.Build(country, i, tables) is { } plan)
                {
                    plans.Add(ImportedPlan.Of(plan));
                }
            }
            else
            {
                var reason = areas[i].Country is null ? PrimapReasons.Group : Reasons.NotAskedFor;
                var where = areas[i].Country is null
                    ? [new Place(input.Name, 0, 0, areas[i].Name)]
                    : Array.Empty<Place>();
                loss.LeaveOut(reason, (long)file.Categories.Length * tables.Count, where);
            }

            input.Input.CountRow();
        }

        if (plans.Count == 0 && wanted.Count > 0)
        {
            faults.Add(ImportFaults.PrimapNothing(input.Name, source.Label));
        }

        return plans;
    }

    /// <summary>The metric set that baskets are taken in: the Paris Agreement's where the file has it.</summary>
    private static string? SetOf(PrimapFile file)
    {
        var sets = file.Entities.Select(e => e.Set).Where(s => s is not null).Distinct().ToList();
        return Array.Find(["AR5", "AR6", "AR4", "SAR"], s => sets.Contains(s));
    }
}

/// <summary>The numbers of one gas or basket, in kilotonnes by year, category and area.</summary>
internal sealed record PrimapTable(PrimapEntity Entity, double[,,] Numbers)
{
    public PrimapRounding Rounding { get; } = PrimapRounding.Of(Numbers.Cast<double>());

    /// <summary>The name of a gas as plan files have it; null for a basket that others make up.</summary>
    public string? Gas =>
        Entity.Gas switch
        {
            "HFCS" => "HFCs",
            "PFCS" => "PFCs",
            _ when Entity.Set is null => Entity.Gas,
            _ => null,
        };
}

/// <summary>Why rows of a PRIMAP file are left out.</summary>
internal static class PrimapReasons
{
    public static Message OtherSource { get; } = Message.Of("import.primap.left-out.source");
    public static Message OtherSet { get; } = Message.Of("import.primap.left-out.set");
    public static Message Group { get; } = Message.Of("import.primap.left-out.group");
    public static Message Blank { get; } = Message.Of("import.primap.left-out.blank");
    public static Message Basket { get; } = Message.Of("import.primap.left-out.basket");
    public static Message TooFine { get; } = Message.Of("import.primap.left-out.fine");
    public static Message Checked { get; } = Message.Of("import.primap.left-out.checked");
    public static Message UnknownCategory { get; } = Message.Of("import.primap.left-out.category");
    public static Message UnknownGas { get; } = Message.Of("import.primap.left-out.gas");
}
