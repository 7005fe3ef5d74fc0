// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Cli.Model;

/// <summary>What <c>--set</c> gives a model: a value for a parameter, in every cell.</summary>
internal sealed record ModelSetting(Parameter Parameter, double Value)
{
    /// <summary>"saving=40%", "heat_need=100 kWh/(m2 yr)", "measures.heat_pumps=0"; null where it can't be, with the reason.</summary>
    public static ModelSetting? Read(BoundModel model, string text, out Failure? failure)
    {
        failure = null;
        var (name, value) = text.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? (text[..at].Trim().Replace('-', '_'), text[(at + 1)..].Trim())
            : (text, "");
        if (value.Length == 0)
        {
            failure = Failure.Of(ExitCode.Usage, "LS6061", ("text", text));
            return null;
        }

        if (model.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
        {
            var names = model.Parameters.Select(p => p.Name);
            failure = Failure.Of(ExitCode.Usage, "LS6062", ("name", name)).Near(name, names);
            return null;
        }

        if (NumberOf(value, parameter.Unit) is not { } number)
        {
            failure = Failure.Of(ExitCode.Usage, "LS6063", ("text", value), ("unit", parameter.Unit));
            return null;
        }

        if (number < parameter.Low || number > parameter.High)
        {
            failure = Failure.Of(
                ExitCode.Usage,
                "LS6064",
                ("name", name),
                ("low", parameter.Low ?? 0),
                ("high", parameter.High ?? 0),
                ("unit", parameter.Unit)
            );
            return null;
        }

        return new ModelSetting(parameter, number);
    }

    /// <summary>The numbers of one lane: central, except what is set.</summary>
    public static double[] Central(BoundModel model, IEnumerable<ModelSetting> settings)
    {
        var values = new double[Lanes.ParameterCells(model)];
        var set = settings.GroupBy(s => s.Parameter).ToDictionary(g => g.Key, g => g.Last().Value);
        foreach (var (parameter, offset) in model.Parameters.Zip(Lanes.Offsets(model)))
        {
            values.AsSpan(offset, parameter.Cells).Fill(set.GetValueOrDefault(parameter, parameter.Central));
        }

        return values;
    }

    private static double? NumberOf(string text, Unit unit)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain))
        {
            return double.IsFinite(plain) ? plain : null;
        }

        return Quantity.TryParse(text, out var stated)
            && stated.Unit.TryFactorTo(unit, out var factor)
            && double.IsFinite(stated.Value * factor)
            ? stated.Value * factor
            : null;
    }
}
