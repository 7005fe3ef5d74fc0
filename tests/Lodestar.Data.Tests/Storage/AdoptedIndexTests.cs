// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Lodestar.Storage.Sqlite;
using static Lodestar.Data.Tests.Storage.Store;

namespace Lodestar.Data.Tests.Storage;

/// <summary>What a plan has taken over from the library, in its index row.</summary>
public sealed class AdoptedIndexTests
{
    private static readonly RevisionNote Note = new("Edit");

    /// <summary>
    /// The charge stands three times: by Stockholm's example from 2027 (its ramp) and again from 2025 (stated, before the
    /// ramp), and by nobody's from 2031 (the earlier of the ramps of its two effects). Lamps are the plan's own.
    /// </summary>
    private const string Measures = """
        measures:
          - id: charge
            title: Charge
            adopted_from: {measure: congestion-charge, practice: stockholm-congestion-charge, effect: 20, reach: 50}
            scale: {of: emissions.total, amount: 0.9}
            ramp: {from: 2027, to: 2037}
          - id: charge-2
            title: Charge
            start: 2025
            adopted_from: {measure: congestion-charge, practice: stockholm-congestion-charge}
            scale: {of: emissions.total, amount: 0.9}
            ramp: {from: 2029, to: 2037}
          - id: charge-3
            title: Charge
            adopted_from: {measure: congestion-charge}
            effects:
              - {scale: {of: emissions.total, amount: 0.9, ramp: {from: 2033, to: 2037}}}
              - {scale: {of: emissions.total, amount: 0.9, ramp: {from: 2031, to: 2037}}}
          - id: cycling
            title: Cycling
            adopted_from: {measure: cycle-network}
          - id: lamps
            title: Lamps
            start: 2024

        """;

    private const string Model = """
        model: x
        time: {from: 2020, to: 2050}
        variables:
          emissions.total: {unit: kt CO2/yr, value: 120, outcome: yes}

        """;

    private static readonly AdoptedRow[] Expected =
    [
        new("congestion-charge", "stockholm-congestion-charge", 2025),
        new("congestion-charge", null, 2031),
        new("cycle-network", null, null),
    ];

    [Fact]
    public async Task Row_OfAPlanThatTookMeasuresOver_NamesThemWithTheYearInWhichTheyBegin()
    {
        await using var store = await NewAsync();
        Saved(await store.Revisions().SaveAsync("x", Adopting(("model/main.yaml", Model)), Note, null));

        Assert.Equal(Expected, Assert.Single(await store.Index().ListAsync()).Adopted);
        Assert.Equal(Expected, (await store.Index().FindAsync("x"))!.Adopted);
    }

    /// <summary>A ramp is stated whether or not the model it belongs to can be run; without any model nothing ramps.</summary>
    [Theory]
    [InlineData("model: x\nvariables:\n  emissions.total: {unit: kt CO2/yr, value: nothing}\n", 2031)]
    [InlineData(null, null)]
    public async Task Row_OfAPlanWhoseModelCannotRun_StillNamesThem(string? model, int? begins)
    {
        await using var store = await NewAsync();
        var files = model is null ? Adopting() : Adopting(("model/main.yaml", model));
        Saved(await store.Revisions().SaveAsync("x", files, Note, null));

        var row = Assert.Single(await store.Index().ListAsync());

        Assert.Equal([Expected[0], Expected[1] with { Begins = begins }, Expected[2]], row.Adopted);
    }

    [Fact]
    public async Task Row_AfterTheMeasureWasTakenBack_NamesItNoMore()
    {
        await using var store = await NewAsync();
        var first = Saved(await store.Revisions().SaveAsync("x", Adopting(), Note, null));
        Saved(await store.Revisions().SaveAsync("x", Plans.Of("x", "Ex"), Note, first.Id));

        Assert.Empty(Assert.Single(await store.Index().ListAsync()).Adopted);
    }

    /// <summary>A database as the version before left it: no column, and the number that version stamped its rows with.</summary>
    [Fact]
    public async Task Open_DatabaseFromBeforeTheColumn_MakesItsRowsAnew()
    {
        await using var store = await NewAsync();
        Saved(await store.Revisions().SaveAsync("x", Adopting(("model/main.yaml", Model)), Note, null));
        var stamp = BinaryPrimitives.ReadInt32LittleEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes($"5 {LibraryReader.Shipped.Stamp}"))
        );
        await store.ExecuteAsync(
            $"""
            ALTER TABLE index_plans DROP COLUMN Adopted;
            UPDATE index_plans SET IndexVersion = {stamp};
            DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_AdoptedInTheIndex';
            """
        );

        await SqliteDatabase.OpenAsync(store.Db());

        Assert.Equal(1, await store.CountAsync("SELECT count(*) FROM index_plans WHERE Adopted = ''"));
        Assert.Equal(Expected, Assert.Single(await store.Index().ListAsync()).Adopted);
    }

    private static PlanFiles Adopting(params (string Path, string Text)[] more) =>
        new(Plans.Of("x", "Ex").Concat(Files([("measures/adopted.yaml", Measures), .. more])));
}
