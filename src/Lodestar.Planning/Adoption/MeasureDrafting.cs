// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formula.Binding;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Adoption;

/// <summary>
/// Makes of a measure of the library one of a plan's own model: the variables that the model has, an amount from the
/// effect and the reach, a ramp of ten years. What it takes for granted is said.
/// </summary>
public static class MeasureDrafting
{
    /// <summary>Years from the first effect to the whole of it, where nobody says otherwise.</summary>
    public const int RampYears = 10;

    private const int Digits = 6;

    /// <param name="model">The plan's model.</param>
    /// <param name="taken">Ids that measures of the plan have.</param>
    /// <param name="wish">What is to be taken over.</param>
    public static DraftAnswer Of(BoundModel model, IReadOnlySet<string> taken, AdoptionWish wish)
    {
        var measure = wish.Measure;
        if (measure.Role == MeasureRole.Enabling)
        {
            return Refused(Message.Of("adoption.enabling"));
        }

        if (measure.Role == MeasureRole.Reference)
        {
            return Refused(Message.Of("adoption.reference"));
        }

        if (measure.Acts.Count == 0)
        {
            return Refused(Message.Of("adoption.no-acts"));
        }

        var acts = measure.Acts.Select(a => Fitted(a, model)).OfType<MeasureAct>().ToList();
        if (acts.Count == 0)
        {
            return Refused(
                Message.Of("adoption.nothing-there", ("names", measure.Acts.Select(a => a.Of).Distinct().ToArray()))
            );
        }

        var last = model.FirstYear + model.YearCount - 1;
        if (wish.FirstYear >= last)
        {
            return Refused(Message.Of("adoption.too-late", ("year", last)));
        }

        var effect = EffectOf(wish);
        var reach = wish.Reach ?? measure.Reach ?? 1;
        var operations = acts.Select(a => OperationOf(a, effect?.Share, reach)).ToList();
        if (operations.Contains(null))
        {
            return Refused(Message.Of("adoption.no-share"));
        }

        var to = Math.Min(last, wish.FirstYear + RampYears);
        // A shift moves what it reaches; what that saves is the model's to say.
        var stated = acts.Exists(a => a.Operation != "shift" && a.Amount is null) ? effect : null;
        return new DraftAnswer(
            new MeasureDraft(Free(measure.Id, taken), measure)
            {
                Practice = wish.Practice,
                Operations = operations.OfType<DraftOperation>().ToEquatableList(),
                Effect = stated?.Share,
                Reach = reach,
                FromYear = wish.FirstYear,
                ToYear = to,
                Assumptions = Assumptions(wish, stated, reach, acts, to).ToEquatableList(),
            },
            null
        );
    }

    private static DraftAnswer Refused(Message why) => new(null, why);

    /// <summary>The act as far as the model has what it names; null where it has not.</summary>
    private static MeasureAct? Fitted(MeasureAct act, BoundModel model)
    {
        if (model.Find(act.Of) is not { } variable)
        {
            return null;
        }

        if (act.Operation != "shift")
        {
            return act;
        }

        var axis = variable.Axes.FirstOrDefault(a => a.Labels.Contains(act.To!));
        var from = axis is null ? [] : act.From.Where(l => axis.Labels.Contains(l)).ToList();
        return from.Count == 0 ? null : act with { From = from.ToEquatableList() };
    }

    private sealed record StatedEffect(double Share, Message Sentence, Citation Citation);

    /// <summary>What it cuts, as a share: the reader's own, what was found where it was done, or the library's.</summary>
    private static StatedEffect? EffectOf(AdoptionWish wish)
    {
        if (wish.Effect is { } own)
        {
            return new StatedEffect(own, Message.Of("adoption.effect.own", ("share", new Share(own))), Citation.None);
        }

        if (
            wish.Practice?.Measure is { Effect: { Unit: EffectUnit.Percent, Middle: { } found } effect } carried
            && carried.Id == wish.Measure.Id
        )
        {
            return new StatedEffect(
                found.Value / 100,
                Message.Of("adoption.effect.practice", ("share", new Share(found.Value / 100)), ("of", effect.Of)),
                effect.Citation
            );
        }

        if (wish.Measure.Effect is not { Unit: EffectUnit.Percent, Middle: { } middle } usual)
        {
            return null;
        }

        (string, object)[] values = [("share", new Share(middle.Value / 100)), ("of", usual.Of)];
        var sentence = middle.Kind switch
        {
            MiddleKind.Stated => Message.Of("adoption.effect.stated", values),
            MiddleKind.MiddleOfRange => Message.Of("adoption.effect.middle", values),
            _ => Message.Of("adoption.effect.half", values),
        };
        return new StatedEffect(middle.Value / 100, sentence, usual.Citation);
    }

    private static DraftOperation? OperationOf(MeasureAct act, double? effect, double reach)
    {
        var amount =
            act.Amount
            ?? act.Operation switch
            {
                "shift" => Percent(reach),
                "floor" => Percent((effect ?? 1) * reach),
                _ => effect is { } share ? Number(1 - (share * reach)) : null,
            };
        return amount is null
            ? null
            : new DraftOperation(act.Operation, act.Of, amount)
            {
                From = act.From,
                To = act.To,
                Where = act.Where,
            };
    }

    private static IEnumerable<AdoptionAssumption> Assumptions(
        AdoptionWish wish,
        StatedEffect? effect,
        double reach,
        List<MeasureAct> acts,
        int to
    )
    {
        if (effect is not null)
        {
            yield return new AdoptionAssumption(effect.Sentence, effect.Citation.Mark, effect.Citation.Sources);
        }
        else
        {
            yield return new AdoptionAssumption(
                Message.Of("adoption.effect.model"),
                Mark.Reconstructed,
                EquatableList<string>.Empty
            );
        }

        (string, object)[] values =
        [
            ("share", new Share(reach)),
            ("names", acts.Select(a => a.Of).Distinct().ToArray()),
        ];
        var sentence =
            wish.Reach is not null ? Message.Of("adoption.reach.own", values)
            : wish.Measure.Reach is not null ? Message.Of("adoption.reach.assumed", values)
            : Message.Of("adoption.reach.all", values);
        yield return new AdoptionAssumption(sentence, Mark.Reconstructed, EquatableList<string>.Empty);
        yield return new AdoptionAssumption(
            Message.Of("adoption.ramp", ("from", wish.FirstYear), ("to", to)),
            Mark.Reconstructed,
            EquatableList<string>.Empty
        );
    }

    private static string Free(string id, IReadOnlySet<string> taken)
    {
        var free = id;
        for (var number = 2; taken.Contains(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        }

        return free;
    }

    private static string Percent(double share) => Number(share * 100) + " %";

    private static string Number(double value) => Math.Round(value, Digits).ToString("R", CultureInfo.InvariantCulture);
}
