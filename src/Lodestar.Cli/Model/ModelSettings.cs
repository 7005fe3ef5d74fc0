// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Units;

namespace Lodestar.Cli.Model;

/// <summary>What <c>--set</c> gives a model: values for parameters, in every cell.</summary>
internal static class ModelSettings
{
    /// <summary>"saving=40%", "heat_need=100 kWh/(m2 yr)", "measures.heat_pumps=0"; null where one can't be, with the reason.</summary>
    public static Settings? Read(BoundModel model, IEnumerable<string> texts, out Failure? failure)
    {
        failure = null;
        var settings = Settings.None;
        foreach (var text in texts)
        {
            if (Read(model, text, out failure) is not var (parameter, value))
            {
                return null;
            }

            settings = settings.With(parameter, value);
        }

        return settings;
    }

    private static (Parameter, double)? Read(BoundModel model, string text, out Failure? failure)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var name = at > 0 ? text[..at].Trim().Replace('-', '_') : "";
        // How measures are delivered is drawn, and not set.
        var settable = model
            .Parameters.Where(p => p.Role is ParameterRole.Input or ParameterRole.Switch or ParameterRole.Delay)
            .ToList();
        var parameter = settable.FirstOrDefault(p => p.Name == name);
        if (at <= 0)
        {
            failure = Failure.Of(ExitCode.Usage, "LS6061", ("text", text));
            return null;
        }

        if (parameter is null)
        {
            failure = Failure.Of(ExitCode.Usage, "LS6062", ("name", name)).Near(name, settable.Select(p => p.Name));
            return null;
        }

        if (Quantity.NumberIn(text[(at + 1)..].Trim(), parameter.Unit) is not { } number)
        {
            failure = Failure.Of(ExitCode.Usage, "LS6063", ("text", text[(at + 1)..]), ("unit", parameter.Unit));
            return null;
        }

        if (number < parameter.Low || number > parameter.High)
        {
            failure = Failure.Of(
                ExitCode.Usage,
                "LS6064",
                ("name", name),
                ("low", parameter.Low ?? number),
                ("high", parameter.High ?? number),
                ("unit", parameter.Unit)
            );
            return null;
        }

        failure = null;
        return (parameter, number);
    }
}
