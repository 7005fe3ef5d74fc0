// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Climate;

/// <summary>Options that the climate commands share.</summary>
internal static class ClimateOptions
{
    public const int UsualEnd = 2100;

    /// <summary>Emission files reach no further.</summary>
    public const int LatestEnd = 2500;

    private const double LeastLimit = 0.5;
    private const double LargestLimit = 6;

    public static Option<string?> Background(Shell shell) =>
        Text(shell, "--background", "ID", "cli.climate.option.background");

    /// <summary>The same for the question of budgets, which suppose that CO2 stops.</summary>
    public static Option<string?> BackgroundOfBudget(Shell shell) =>
        Text(shell, "--background", "ID", "cli.climate.option.background-budget");

    public static Option<string?> Scenario(Shell shell) =>
        Text(shell, "--scenario", "NAME", "cli.climate.option.scenario");

    public static Option<string?> Region(Shell shell) => Text(shell, "--region", "NAME", "cli.climate.option.region");

    public static Option<string?> Calibration(Shell shell) =>
        Text(shell, "--calibration", "DIR", "cli.climate.option.calibration");

    public static Option<int> To(Shell shell) =>
        new("--to")
        {
            HelpName = "YEAR",
            Description = shell.Say("cli.climate.option.to"),
            DefaultValueFactory = _ => UsualEnd,
        };

    public static Option<bool> Csv(Shell shell) => new("--csv") { Description = shell.Say("cli.climate.option.csv") };

    /// <summary>"1.5,2": degrees above 1850–1900.</summary>
    public static Option<double[]> Limits(Shell shell, params double[] usual) =>
        new("--limit")
        {
            HelpName = "DEGREES",
            Description = shell.Say("cli.climate.option.limit", ("usual", usual)),
            DefaultValueFactory = _ => usual,
            CustomParser = result => Numbers(shell, result, "cli.climate.not-a-limit", LeastLimit, LargestLimit),
        };

    /// <summary>"0.5,0.67" or "50%,67%".</summary>
    public static Option<double[]> Likelihoods(Shell shell, params double[] usual) =>
        new("--likelihood")
        {
            HelpName = "SHARE",
            Description = shell.Say("cli.climate.option.likelihood"),
            DefaultValueFactory = _ => usual,
            CustomParser = result => Numbers(shell, result, "cli.climate.not-a-number", 0, 1),
        };

    private static double[] Numbers(Shell shell, ArgumentResult result, string wrong, double least, double most)
    {
        var numbers = new List<double>();
        foreach (var word in string.Join(',', result.Tokens.Select(t => t.Value)).Split(','))
        {
            var percent = word.EndsWith('%');
            if (
                double.TryParse(
                    word.TrimEnd('%'),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && (percent ? number / 100 : number) is > 0 and var value
                && value >= least
                && value <= most
            )
            {
                numbers.Add(value);
            }
            else
            {
                result.AddError(shell.Say(wrong, ("text", word), ("least", least), ("most", most)));
                return [];
            }
        }

        return [.. numbers];
    }

    private static Option<string?> Text(Shell shell, string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = shell.Say(description) };
}
