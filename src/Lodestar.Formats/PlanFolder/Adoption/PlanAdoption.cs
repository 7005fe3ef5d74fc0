// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Formula.Chance;
using Lodestar.Planning.Adoption;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Formats.PlanFolder.Adoption;

/// <summary>What taking a measure over would do to a plan, before anybody accepts it.</summary>
/// <param name="Draft">Null where it cannot be taken over.</param>
/// <param name="Refusal">Why it cannot.</param>
/// <param name="Effect">What it does to the answer of the model.</param>
/// <param name="After">The plan with it: accepting it is keeping these files, and undoing is going back to those before.</param>
public sealed record AdoptionPreview(MeasureDraft? Draft, Message? Refusal, AnnouncedEffect? Effect, PlanFiles? After)
{
    /// <summary>What is at fault with the model, where that is why it cannot be taken over.</summary>
    public EquatableList<Diagnostic> Diagnostics { get; init; } = EquatableList<Diagnostic>.Empty;
}

/// <summary>Takes measures of the library over into plans.</summary>
public static class PlanAdoption
{
    /// <summary>The file that adopted measures are added to.</summary>
    public const string File = "measures/adopted.yaml";

    private const string Scenarios = "scenarios.yaml";

    /// <summary>Tries a measure out. The files given are not changed.</summary>
    /// <param name="files">The plan's files.</param>
    /// <param name="plan">What was read from them.</param>
    /// <param name="wish">What is to be taken over.</param>
    public static AdoptionPreview Preview(PlanFiles files, Plan plan, AdoptionWish wish)
    {
        if (!ModelReader.IsIn(files))
        {
            return Refused(Message.Of("adoption.no-model"));
        }

        var before = CheckedModel.Of(ModelReader.Read(files));
        if (before.Model is not { } model)
        {
            return Refused(Message.Of("adoption.faulty-model")) with { Diagnostics = before.Diagnostics };
        }

        var taken = plan
            .Measures.Select(m => m.Id)
            .Concat(model.Parameters.Where(p => p.IsSwitch).Select(SwitchId))
            .ToHashSet(StringComparer.Ordinal);
        var answer = MeasureDrafting.Of(model, taken, wish);
        if (answer.Draft is not { } draft)
        {
            return Refused(answer.Refusal!);
        }

        var edit = Into(plan, Add(files, draft), draft);
        if (!edit.Done)
        {
            return Refused(Message.Of("adoption.no-room", ("file", File))) with { Diagnostics = edit.Diagnostics };
        }

        var after = PlanReader.Read(edit.Files);
        if (after.Model.Model is not { } changed)
        {
            return Refused(Message.Of("adoption.does-not-fit")) with { Diagnostics = after.Model.Diagnostics };
        }

        return AnnouncedEffect.Of(model, Planned(plan, before), changed, Planned(after.Plan, after.Model)) is { } effect
            ? new AdoptionPreview(draft, null, effect, edit.Files)
            : Refused(Message.Of("adoption.no-answer"));
    }

    /// <summary>What an accepted measure does, from the files before it and those with it; null where the model can't say.</summary>
    public static AnnouncedEffect? Effect(PlanFiles before, PlanFiles after)
    {
        var (without, with) = (PlanReader.Read(before), PlanReader.Read(after));
        return without.Model.Model is { } one && with.Model.Model is { } other
            ? AnnouncedEffect.Of(one, Planned(without.Plan, without.Model), other, Planned(with.Plan, with.Model))
            : null;
    }

    /// <summary>What the scenario of all that is planned sets, which findings hold against the target.</summary>
    internal static Settings Planned(Plan plan, CheckedModel model) =>
        model is { Model: { } bound, Text: { } text } && PlanModel.Of(plan, bound, text) is { } found
            ? ScenarioSet.Of(plan.Scenarios, found).Planned.Settings
            : Settings.None;

    /// <summary>A scenario of what is planned that names its measures names the new one too.</summary>
    private static PlanEdit Into(Plan plan, PlanEdit edit, MeasureDraft draft)
    {
        var planned = plan.Scenarios.FirstOrDefault(s => s.Kind == ScenarioKind.WAM);
        if (!edit.Done || planned is not { Choice: not MeasureChoice.All })
        {
            return edit;
        }

        var named = PlanEditor.AddWord(edit.Files, Scenarios, $"scenarios/{planned.Id}/measures", draft.Id);
        return named.Done ? named : edit;
    }

    /// <summary>The plan with a measure at the end of its adopted ones; the file is made when it is missing.</summary>
    public static PlanEdit Add(PlanFiles files, MeasureDraft draft)
    {
        var before = files.TryGet(File, out _) ? files : files.With(File, default);
        var edit = PlanEditor.AddItem(before, File, ["measures"], draft.Id, Written(draft), null);
        return edit.Done ? edit : edit with { Files = files };
    }

    private static AdoptionPreview Refused(Message why) => new(null, why, null, null);

    private static string SwitchId(Formula.Binding.Parameter parameter) =>
        parameter.Name[(parameter.Name.LastIndexOf('.') + 1)..].Replace('_', '-');

    private static YamlWriter Written(MeasureDraft draft)
    {
        var measure = draft.Measure;
        var yaml = new YamlWriter();
        yaml.OpenItem();
        yaml.Entry("id", draft.Id);
        yaml.Entry("title", measure.Title.Text);
        yaml.Entry("status", "planned");
        if (measure.Sectors.Count > 0)
        {
            yaml.Words("sectors", measure.Sectors);
        }

        if (measure.Controllers.Count > 0)
        {
            yaml.Entry("controller", Planning.Control.ControlWords.Word(measure.Controllers[0]));
        }

        if (measure.Requires.Count > 0)
        {
            yaml.Open("requires");
            foreach (var power in measure.Requires)
            {
                yaml.FlowItem([("power", power)]);
            }

            yaml.Close();
        }

        yaml.Pairs("adopted_from", From(draft));
        yaml.Open("effects");
        foreach (var operation in draft.Operations)
        {
            Write(yaml, operation);
        }

        yaml.Close();
        yaml.Pairs("ramp", [("from", Text(draft.FromYear)), ("to", Text(draft.ToYear))]);
        yaml.Close();
        return yaml;
    }

    private static IEnumerable<(string, string)> From(MeasureDraft draft)
    {
        yield return ("measure", draft.Measure.Id);
        if (draft.Practice is { } practice)
        {
            yield return ("practice", practice.Id);
        }

        if (draft.Effect is { } effect)
        {
            yield return ("effect", Percent(effect));
        }

        yield return ("reach", Percent(draft.Reach));
    }

    private static void Write(YamlWriter yaml, DraftOperation operation)
    {
        yaml.OpenItem();
        yaml.Open(operation.Operation);
        yaml.Entry("of", operation.Of);
        if (operation.From.Count > 0)
        {
            yaml.Words("from", operation.From);
            yaml.Entry("to", operation.To);
        }

        yaml.Entry("amount", operation.Amount);
        yaml.Entry("where", operation.Where);
        yaml.Close();
        yaml.Close();
    }

    private static string Percent(double share) =>
        Math.Round(share * 100, 6).ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
