// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate;

public sealed class CalibrationTableTests
{
    [Fact]
    public void Shipped_ConvertedAgain_GivesTheCommittedBytes()
    {
        var size = 0;
        foreach (var (name, text) in CalibrationTable.Write(FairSets.Whole(FairSets.Edition141)))
        {
            size += text.Length;
            Golden.Match(text, $"../../../library/climate/fair-calibrate-1.4.1/{name}");
        }

        Assert.InRange(size, 1, 900_000);
    }

    [Fact]
    public void Shipped_AgainstThePublishersFiles_IsTheSameToTheLastBit() =>
        AssertSame(FairSets.Whole(FairSets.Edition141), Calibration.Shipped);

    [Fact]
    public void Table_WrittenAndReadAgain_IsTheSameToTheLastBit()
    {
        var expected = FairSets.Whole(FairSets.Edition145);
        var texts = CalibrationTable.Write(expected).ToDictionary(t => t.Name, t => t.Text);

        var reading = CalibrationTable.Read(n => new StringReader(texts[n]));

        Assert.Empty(reading.Problems);
        AssertSame(expected, reading.Calibration!);
    }

    private static void AssertSame(Calibration expected, Calibration actual)
    {
        Assert.Equal(expected.Identity, actual.Identity);
        Assert.Equal(expected.Species, actual.Species);
        Assert.Equal(expected.Members, actual.Members);
        Assert.Equal(expected.EnergyBalance.SelectMany(Bits), actual.EnergyBalance.SelectMany(Bits));
        foreach (var species in expected.Species)
        {
            foreach (var parameter in Enum.GetValues<Parameter>())
            {
                var (one, other) = (expected.Of(species.Name, parameter), actual.Of(species.Name, parameter));
                Assert.Equal(Bits([one.Default]), Bits([other.Default]));
                Assert.Equal(Bits(one.ByMember ?? []), Bits(other.ByMember ?? []));
            }
        }

        Assert.Equal(expected.History.FirstYear, actual.History.FirstYear);
        Assert.Equal(expected.History.Species.Order(), actual.History.Species.Order());
        foreach (var species in expected.History.Species)
        {
            Assert.Equal(Bits(expected.History[species].ToArray()), Bits(actual.History[species].ToArray()));
        }

        Assert.Equal(expected.Prescribed.Keys.Order(), actual.Prescribed.Keys.Order());
        foreach (var (species, series) in expected.Prescribed)
        {
            Assert.Equal(series.FirstYear, actual.Prescribed[species].FirstYear);
            Assert.Equal(Bits([.. series.Values]), Bits([.. actual.Prescribed[species].Values]));
        }
    }

    private static IEnumerable<long> Bits(EnergyBalanceParameters of) => Bits(of.Values());

    private static IEnumerable<long> Bits(double[] values) => values.Select(BitConverter.DoubleToInt64Bits);
}
