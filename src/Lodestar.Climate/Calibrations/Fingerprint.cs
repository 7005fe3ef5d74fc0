// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Pathways;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// A number that two parts of a calibration share only when they say the same to the last bit: FNV-1a over 64-bit words
/// with a final mix. It tells files apart by what they say, however they are named or laid out.
/// </summary>
internal sealed class Fingerprint
{
    private const ulong Prime = 0x0000_0100_0000_01B3;

    private ulong _state = 0xCBF2_9CE4_8422_2325;

    public static ulong Of(IReadOnlyList<Species> species, IReadOnlyDictionary<(string, Parameter), double> values)
    {
        var print = new Fingerprint();
        foreach (var one in species)
        {
            print.Add(one.Name).Add(one.Kind.ToString()).Add(one.Input.ToString());
        }

        foreach (var (key, value) in values.OrderBy(v => v.Key.Item1, StringComparer.Ordinal).ThenBy(v => v.Key.Item2))
        {
            print.Add(key.Item1).Add(key.Item2.ToString()).Add(value);
        }

        return print.Value;
    }

    public static ulong Of(Pathway history)
    {
        var print = new Fingerprint().Add((ulong)history.FirstYear);
        foreach (var species in history.Species.Order(StringComparer.Ordinal))
        {
            print.Add(species).Add(history[species]);
        }

        return print.Value;
    }

    public static ulong Of(IReadOnlyDictionary<string, BoundSeries> forcing)
    {
        var print = new Fingerprint();
        foreach (var (species, series) in forcing.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            print.Add(species).Add((ulong)series.FirstYear).Add([.. series.Values]);
        }

        return print.Value;
    }

    /// <summary>One number a member, over all that the member has of its own.</summary>
    public static ulong[] OfEach(
        IReadOnlyList<int> ids,
        IReadOnlyList<EnergyBalanceParameters> energyBalance,
        IReadOnlyDictionary<(string, Parameter), double[]> values
    )
    {
        var ordered = values.OrderBy(v => v.Key.Item1, StringComparer.Ordinal).ThenBy(v => v.Key.Item2).ToList();
        var head = new Fingerprint();
        foreach (var (key, _) in ordered)
        {
            head.Add(key.Item1).Add(key.Item2.ToString());
        }

        var each = new ulong[ids.Count];
        for (var m = 0; m < each.Length; m++)
        {
            var print = new Fingerprint().Add(head._state).Add((ulong)ids[m]);
            foreach (var value in energyBalance[m].Values())
            {
                print.Add(value);
            }

            foreach (var (_, column) in ordered)
            {
                print.Add(column[m]);
            }

            each[m] = print.Value;
        }

        return each;
    }

    /// <summary>One number over several.</summary>
    public static ulong Of(IEnumerable<ulong> words)
    {
        var print = new Fingerprint();
        foreach (var word in words)
        {
            print.Add(word);
        }

        return print.Value;
    }

    public static string Written(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);

    private ulong Value
    {
        get
        {
            var mixed = (_state ^ (_state >> 33)) * 0xFF51_AFD7_ED55_8CCD;
            return mixed ^ (mixed >> 33);
        }
    }

    private Fingerprint Add(ulong word)
    {
        _state = (_state ^ word) * Prime;
        _state ^= _state >> 29;
        return this;
    }

    private Fingerprint Add(double value) => Add((ulong)BitConverter.DoubleToInt64Bits(value));

    private Fingerprint Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }

        return this;
    }

    private Fingerprint Add(string text)
    {
        foreach (var letter in text)
        {
            Add((ulong)letter);
        }

        return Add((ulong)text.Length);
    }
}
