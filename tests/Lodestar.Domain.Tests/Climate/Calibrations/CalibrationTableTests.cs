// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Climate.Calibrations;

public sealed class CalibrationTableTests
{
    public static TheoryData<string, string, string, Fault, int, int> Faults =>
        new()
        {
            { "set.csv", "licence,", "license,", Fault.ColumnMissing, 1, 0 },
            { "set.csv", "thornhill2021", "thornhil2021", Fault.KindUnknown, 9, 2 },
            { "species.csv", "name,kind", "name,sort", Fault.ColumnMissing, 1, 0 },
            { "species.csv", "molar-mass", "mass", Fault.ParameterUnknown, 1, 16 },
            { "species.csv", "SF6,fluorinated-gas", "SF6,gas", Fault.KindUnknown, 8, 2 },
            { "species.csv", "SF6,fluor", "CH4,fluor", Fault.SpeciesTwice, 8, 1 },
            { "species.csv", "44.009", "heavy", Fault.NotANumber, 4, 16 },
            { "species.csv", "44.009", "44.009,", Fault.RowRagged, 4, 0 },
            { "species.csv", "729.2", "-729.2", Fault.ConcentrationNotPositive, 5, 17 },
            { "members.csv", "gamma", "gama", Fault.ColumnMissing, 1, 0 },
            { "members.csv", "forcing-scale: CH4", "forcing-scale: CH5", Fault.SpeciesUnknown, 1, 13 },
            { "members.csv", "forcing-scale: CH4", "forcing: CH4", Fault.ParameterUnknown, 1, 13 },
            { "members.csv", "11,5,3", "11,-5,3", Fault.ParameterOutOfRange, 3, 2 },
            { "members.csv", "11,5,3", "7,5,3", Fault.MemberTwice, 3, 1 },
            { "members.csv", "11,5,3", "11,5,3,3", Fault.RowRagged, 3, 0 },
            { "history.csv", "1751,", "1761,", Fault.YearMissing, 4, 1 },
            { "history.csv", "1751,", "1750,", Fault.YearTwice, 3, 1 },
            { "history.csv", "1752,", "1753,", Fault.YearMissing, 0, 0 },
            { "history.csv", "CH4,", "CH5,", Fault.SpeciesUnknown, 1, 4 },
            { "history.csv", "1752,0.3", "1752,NaN", Fault.NotFinite, 4, 2 },
            { "natural.csv", "\n1753,", "\n1752,", Fault.ForcingTooShort, 0, 0 },
            { "natural.csv", "year", "years", Fault.ColumnMissing, 1, 0 },
            { "members.csv", "11,5,3", "11,5,4", Fault.MixedSet, 0, 0 },
            { "species.csv", "44.009", "44.01", Fault.MixedSet, 0, 0 },
            { "history.csv", "1752,0.3", "1752,0.4", Fault.MixedSet, 0, 0 },
            { "natural.csv", "1753,-0.2", "1753,-0.3", Fault.MixedSet, 0, 0 },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OneThingWrong_NamesTableLineAndColumn(
        string table,
        string old,
        string replacement,
        Fault fault,
        int line,
        int column
    )
    {
        var texts = Texts();
        Assert.Contains(old, texts[table], StringComparison.Ordinal);
        texts[table] = texts[table].Replace(old, replacement, StringComparison.Ordinal);

        var reading = Read(texts);

        Assert.Null(reading.Calibration);
        Assert.Contains(reading.Problems, p => (p.Fault, p.File, p.Line, p.Column) == (fault, table, line, column));
    }

    [Fact]
    public void Read_ATableMissing_SaysWhich()
    {
        foreach (var name in CalibrationTable.Names)
        {
            var texts = Texts();
            texts.Remove(name);

            Assert.Equal((Fault.FileMissing, name), Read(texts).Problems.Select(p => (p.Fault, p.File)).First());
        }
    }

    /// <summary>The assembly's own set is read without its fingerprints being taken: they are taken here.</summary>
    [Fact]
    public void Shipped_HeldAgainstItsFingerprints_IsWhole()
    {
        var reading = CalibrationTable.Read(n =>
            File.OpenText(Repository.Path($"library/climate/fair-calibrate-1.4.1/{n}"))
        );

        Assert.Empty(reading.Problems);
        Assert.Equal("fair-calibrate-1.4.1", reading.Calibration!.Identity.Id);
        Assert.Equal(
            (841, 61, 2022),
            (
                Calibration.Shipped.Members.Count,
                Calibration.Shipped.Species.Count,
                Calibration.Shipped.LastHistoricalYear
            )
        );
        Assert.Same(
            Calibration.Shipped.Of("CFC-11", Parameter.ForcingScale).ByMember,
            Calibration.Shipped.Of("HFC-245fa", Parameter.ForcingScale).ByMember
        );
    }

    [Fact]
    public void Write_WhatWasRead_GivesTheSameTextsAgain()
    {
        var texts = Texts();

        Assert.Equal(texts, CalibrationTable.Write(Read(texts).Calibration!).ToDictionary(t => t.Name, t => t.Text));
    }

    [Fact]
    public void Write_ANumberThatNoMemberVaries_StandsWithTheSpecies()
    {
        var texts = Texts();

        Assert.DoesNotContain("SF6", texts["members.csv"], StringComparison.Ordinal);
        Assert.Contains("0.9,146.06", texts["species.csv"], StringComparison.Ordinal);
    }

    /// <summary>From 1751 the small set's forcing runs straight: 1752 need not be kept.</summary>
    [Fact]
    public void Write_Forcing_KeepsTheCornersAlone() =>
        Assert.Equal(
            ["year", "1750", "1751", "1753"],
            Texts()["natural.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',')[0])
        );

    private static Dictionary<string, string> Texts() =>
        CalibrationTable.Write(new SmallSet().Read().Calibration!).ToDictionary(t => t.Name, t => t.Text);

    private static CalibrationReading Read(Dictionary<string, string> texts) =>
        CalibrationTable.Read(n => texts.TryGetValue(n, out var text) ? new StringReader(text) : null);
}
