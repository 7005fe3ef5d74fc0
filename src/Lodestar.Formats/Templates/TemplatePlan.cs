// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formula.Binding;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Templates;

namespace Lodestar.Formats.Templates;

/// <summary>What somebody wants of a plan that is made from a template.</summary>
/// <param name="Id">The new plan's id.</param>
/// <param name="Now">The year in which it is made: measures begin after it.</param>
public sealed record TemplateWishes(string Id, int Now)
{
    /// <summary>The place's name; null keeps the one it has.</summary>
    public string? Name { get; init; }

    /// <summary>How many people live there, for a plan that does not say.</summary>
    public double? Population { get; init; }

    /// <summary>The inventory that it is held against; null takes the plan's first.</summary>
    public string? Inventory { get; init; }
}

/// <summary>A plan with a model from a template; without a report nothing could be made, and the diagnostics say why.</summary>
/// <param name="Files">The plan.</param>
/// <param name="Report">How the template stands beside the inventory.</param>
/// <param name="Diagnostics">What its maker should know.</param>
public sealed record TemplatedPlan(PlanFiles Files, CalibrationReport? Report, EquatableList<Diagnostic> Diagnostics);

/// <summary>Makes a plan with a model: a template, copied out as plain files and calibrated to the plan's inventory.</summary>
public static class TemplatePlan
{
    private const string Scenarios = "scenarios.yaml";

    /// <summary>Makes the plan. What the plan holds stays, but for its model and its scenarios.</summary>
    /// <param name="files">A plan with an inventory.</param>
    /// <param name="template">The template.</param>
    /// <param name="wishes">What is wanted.</param>
    /// <param name="cancellation">Looked at while models run.</param>
    /// <returns>The new plan's files, and how the calibration went.</returns>
    public static TemplatedPlan Make(
        PlanFiles files,
        ModelTemplate template,
        TemplateWishes wishes,
        CancellationToken cancellation = default
    )
    {
        var log = new FaultLog();
        var plan = PlanReader.Read(files).Plan;
        if (InventoryOf(plan, wishes, log) is not { } inventory)
        {
            return new TemplatedPlan(files, null, log.ToList());
        }

        var place = new Place(inventory.File);
        if (Grouping.Of(plan, inventory, template.Lines) is not { } observed)
        {
            log.Add(TemplateFaults.NoInventory, place, inventory.Id);
            return new TemplatedPlan(files, null, log.ToList());
        }

        if (observed.Groups.All(g => g.Lines.Count == 0))
        {
            log.Add(TemplateFaults.NothingFits, place, inventory.Id, values: ("template", template.Title));
            return new TemplatedPlan(files, null, log.ToList());
        }

        if (TemplatePeople.Of(plan, wishes.Population) is not { } people)
        {
            log.Add(TemplateFaults.NoPeople, new Place(PlanNames.Plan));
            return new TemplatedPlan(files, null, log.ToList());
        }

        var filling = new TemplateFilling(template, plan, observed, people, wishes.Now);
        var (report, numbers) = Calibrator.Of(observed, n => Bind(files, filling.Files(n)), cancellation);
        var made = Renamed(Merged(files, filling.Files(numbers), log), wishes, plan);
        Tell(report, log);
        var check = CheckedModel.Of(ModelReader.Read(made));
        return new TemplatedPlan(made, report, log.ToList().Concat(check.Diagnostics).ToEquatableList());
    }

    private static InventoryRecord? InventoryOf(Plan plan, TemplateWishes wishes, FaultLog log)
    {
        if (wishes.Inventory is { } id && plan.Inventories.All(i => i.Id != id))
        {
            var known = plan.Inventories.Select(i => i.Id).ToList();
            log.Add(
                TemplateFaults.UnknownInventory,
                new Place(PlanNames.Plan),
                id,
                DidYouMean.Find(id, known),
                ("known", string.Join(", ", known))
            );
            return null;
        }

        var inventory = plan.Inventories.FirstOrDefault(i => wishes.Inventory is null || i.Id == wishes.Inventory);
        if (inventory is null)
        {
            log.Add(TemplateFaults.NoInventory, new Place(PlanNames.Plan), plan.Id);
        }

        return inventory;
    }

    private static BoundModel Bind(PlanFiles plan, PlanFiles model)
    {
        // The plan's own sources are in its plan.yaml.
        if (plan.TryGet(PlanNames.Plan, out var bytes))
        {
            model = model.With(PlanNames.Plan, bytes);
        }

        var check = CheckedModel.Of(ModelReader.Read(model));
        return check.Model
            ?? throw new InvalidOperationException(
                string.Join("; ", check.Diagnostics.Select(d => $"{d.Id} {d.Place} {d.Text}"))
            );
    }

    /// <summary>The plan with the template's files; a model that stood there goes, and what it had is said.</summary>
    private static PlanFiles Merged(PlanFiles files, PlanFiles made, FaultLog log)
    {
        var old = files.Paths.Where(p => p.StartsWith(PlanNames.ModelFolder, StringComparison.Ordinal)).ToList();
        if (old.Count > 0)
        {
            log.Add(TemplateFaults.ModelReplaced, new Place(old[0]), values: ("count", old.Count));
        }

        if (files.TryGet(Scenarios, out _))
        {
            log.Add(TemplateFaults.ScenariosReplaced, new Place(Scenarios));
        }

        var result = old.Aggregate(files, (f, p) => f.Without(p));
        return made.Aggregate(result, (f, entry) => f.With(entry.Key, entry.Value))
            .With(Scenarios, TemplateScenarios.Bytes);
    }

    private static PlanFiles Renamed(PlanFiles files, TemplateWishes wishes, Plan plan)
    {
        var edit = PlanEditor.Set(files, PlanNames.Plan, "id", wishes.Id);
        return wishes.Name is { } name && name != plan.Name
            ? PlanEditor.Set(edit.Files, PlanNames.Plan, "name", name).Files
            : edit.Files;
    }

    /// <summary>Activity that is stated and not used, and factors that lie outside their range.</summary>
    private static void TellActivity(CalibratedLine line, Place place, FaultLog log)
    {
        var (title, rows) = (line.Group.Title, line.Group.ActivityRows);
        if (line.WantedFactor is { } wanted && wanted != line.Factor)
        {
            log.Add(
                TemplateFaults.FactorRange,
                rows[0].Place,
                rows[0].Label ?? rows[0].Id,
                values: [("line", title), ("wanted", wanted), ("factor", line.Factor)]
            );
        }

        if (rows.Count == 0 || line.Group.Activity is not null)
        {
            return;
        }

        if (line.Group.Lines is [{ Activity: { } activity }])
        {
            log.Add(
                TemplateFaults.ActivityUnused,
                rows[0].Place,
                rows[0].Label ?? rows[0].Id,
                values: [("line", title), ("unit", activity.Unit.Symbol)]
            );
        }
        else
        {
            log.Add(TemplateFaults.NoActivity, rows[0].Place, rows[0].Label ?? rows[0].Id, values: ("line", title));
        }
    }

    private static void Tell(CalibrationReport report, FaultLog log)
    {
        var place = new Place(report.Observed.Inventory.File);
        foreach (var line in report.Lines)
        {
            var title = line.Group.Title;
            if (line.Group.Lines.Count == 0)
            {
                log.Add(TemplateFaults.Unanswered, place, values: [("line", title), ("amount", line.Inventory)]);
                continue;
            }

            if (line.IsFlagged)
            {
                log.Add(
                    TemplateFaults.Residual,
                    place,
                    values: [("line", title), ("share", new Share(line.ResidualShare)), ("amount", line.Residual)]
                );
            }

            TellActivity(line, place, log);
            if (line.Share is { } share)
            {
                log.Add(
                    TemplateFaults.ShareMoved,
                    place,
                    values: [("line", title), ("from", new Share(share.From)), ("to", new Share(share.To))]
                );
            }

            if (line.History is null)
            {
                log.Add(
                    TemplateFaults.FewYears,
                    place,
                    values:
                    [
                        ("line", title),
                        ("years", line.Group.UsableYears(report.Observed.BaseYear).Count()),
                        ("held", CalibrationReport.HeldOutYears),
                    ]
                );
            }
        }

        foreach (var missing in report.Observed.Missing)
        {
            log.Add(
                TemplateFaults.RowsMissing,
                missing.Place,
                missing.Label ?? missing.Id,
                values: ("year", report.Observed.BaseYear)
            );
        }

        foreach (var group in report.Observed.LeftOut.GroupBy(l => l.Reason))
        {
            var kind = group.Key switch
            {
                LeftOutReason.Zero => TemplateFaults.Zero,
                LeftOutReason.OtherGases => TemplateFaults.OtherGases,
                _ => TemplateFaults.Absent,
            };
            log.Add(kind, place, values: ("lines", LocalTexts.Joined(group.Select(l => l.Line.Title).ToList())));
        }
    }
}
