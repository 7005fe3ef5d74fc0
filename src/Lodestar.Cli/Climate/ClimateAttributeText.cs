// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Answers;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Climate;

/// <summary>The warming of one emitter for people, all numbers of the table in one unit.</summary>
internal static class ClimateAttributeText
{
    private const int MostDecimals = 4;

    // A tenth of a degree is known to everybody; below that one of the next unit is still a whole one. As on the site.
    private static readonly (string Id, double PerKelvin, double Least)[] Units =
    [
        ("cli.climate.in.degrees", 1, 0.095),
        ("cli.climate.in.thousandths", 1e3, 0.95),
        ("cli.climate.in.millionths", 1e6, 0.95),
        ("cli.climate.in.billionths", 1e9, 0),
    ];

    public static void Write(Shell shell, string background, Emitter emitter, int end)
    {
        var years = emitter.Years(end).ToList();
        var shown = years.Where(y => y % 10 == 0 || y == years[^1]).ToList();
        var largest = shown
            .SelectMany(y => (double[])[emitter.WithAndWithout(y).P50, emitter.ShareOfForcing(y).P50])
            .Max(Math.Abs);
        var unit = Array.Find(Units, u => largest * u.PerKelvin >= u.Least);
        shell.Print(
            new Ink(emitter.Name, Tone.Strong),
            " — ",
            shell.Say(
                "cli.climate.ensemble",
                ("calibration", ClimateModel.Shipped.Calibration.Identity.Id),
                ("members", ClimateModel.Shipped.Ensemble.Members)
            )
        );
        shell.Print(shell.Say("cli.climate.caused", ("background", background), ("unit", Message.Of(unit.Id))));
        shell.Print();
        Table(shell, emitter, shown, unit.PerKelvin);
        shell.Print();
        foreach (var assumption in emitter.Assumptions)
        {
            shell.Print(shell.Texts.Render(assumption));
        }

        if (emitter.Missing.Count > 0)
        {
            shell.Print(new Ink(shell.Say("cli.climate.missing", ("gases", emitter.Missing.ToArray())), Tone.Doubtful));
        }

        ClimateNotes.Write(shell, ClimateModel.Shipped.Calibration, usesBackground: true);
    }

    /// <summary>Two significant digits: more would claim a precision that no ensemble has.</summary>
    public static string Two(Shell shell, double value)
    {
        if (value == 0)
        {
            return shell.Texts.Numbers.Fixed(0, 0);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        var rounded = power == 0 ? 0 : Math.Round(value / power, MidpointRounding.AwayFromZero) * power;
        var size = Math.Abs(rounded);
        return shell.Texts.Numbers.Fixed(
            rounded,
            size is 0 or >= 10 ? 0 : Math.Min(MostDecimals, 1 - (int)Math.Floor(Math.Log10(size)))
        );
    }

    private static void Table(Shell shell, Emitter emitter, List<int> years, double perKelvin)
    {
        var range = $"5–95{NumberText.NarrowSpace}%";
        var table = new TextTable(
            shell.Say("cli.climate.year"),
            shell.Say("cli.climate.with-and-without"),
            range,
            shell.Say("cli.climate.share-of-forcing"),
            range
        );
        string Text(double kelvin) => Two(shell, kelvin * perKelvin);
        string Range(Band band) => shell.Say("cli.climate.range", ("low", Text(band.P05)), ("high", Text(band.P95)));

        foreach (var year in years)
        {
            var (one, other) = (emitter.WithAndWithout(year), emitter.ShareOfForcing(year));
            table.Add(shell.Texts.Text(year), Text(one.P50), Range(one), Text(other.P50), Range(other));
        }

        table.Write(shell);
    }
}
