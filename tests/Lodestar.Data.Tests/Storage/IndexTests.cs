// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using static Lodestar.Data.Tests.Storage.Store;

namespace Lodestar.Data.Tests.Storage;

public sealed class IndexTests
{
    private static readonly RevisionNote Note = new("Edit");

    [Fact]
    public async Task List_AfterSaves_HasOneRowAPlanOfItsCurrentRevision()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var first = Saved(await revisions.SaveAsync("b", Plans.Of("b", "Beta"), Note, null));
        var second = Saved(await revisions.SaveAsync("b", Plans.Of("b", "Alpha", 90), Note, first.Id));
        var other = Saved(await revisions.SaveAsync("a", Plans.Of("a", "Gamma"), Note, null));

        var list = await store.Index().ListAsync();

        Assert.Equal([second.Id, other.Id], list.Select(s => s.RevisionId));
        Assert.Equal(list[0], await store.Index().FindAsync("b"));
        Assert.Null(await store.Index().FindAsync("c"));
    }

    [Fact]
    public async Task List_OfAReadablePlan_CarriesItsNumbersInTonnes()
    {
        await using var store = await NewAsync();
        var saved = Saved(await store.Revisions().SaveAsync("x", Plans.Of("x", "Ex"), Note, null));

        var row = Assert.Single(await store.Index().ListAsync());

        Assert.Equal(
            ("x", "Ex", saved.Id, "GB", "city"),
            (row.PlanId, row.Name, row.RevisionId, row.Country, row.Kind)
        );
        Assert.Equal((2020, "CO2", 2040, 0), (row.InventoryYear, row.Gas, row.NetZeroYear, row.Errors));
        Assert.Equal(120_000, row.Tonnes!.Value, 1e-6);
        Assert.Equal(10, row.TonnesPerPerson!.Value, 1e-9);
        Assert.Equal(Enumerable.Range(2015, 6), row.Years.Select(y => y.Year));
        Assert.Equal(150_000, row.Years[0].Tonnes, 1e-6);
        Assert.Equal([2030, 2040], row.Milestones.Select(m => m.Year));
        Assert.Equal([75_000, 0], row.Milestones.Select(m => Math.Round(m.Tonnes, 6)));
    }

    [Fact]
    public async Task Rebuild_AfterManyEdits_EqualsTheIndexThatWasKept()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        for (var plan = 0; plan < 4; plan++)
        {
            string? parent = null;
            for (var edit = 0; edit < 4; edit++)
            {
                var files = Plans.Of($"p{plan}", $"Place {plan}", 100 - edit - plan);
                parent = Saved(await revisions.SaveAsync($"p{plan}", files, Note, parent)).Id;
            }
        }

        var kept = await store.Index().ListAsync();
        await store.ExecuteAsync("DELETE FROM index_totals; DELETE FROM index_milestones");
        await store.ExecuteAsync("UPDATE index_plans SET Name = 'wrong', Errors = 99");
        Assert.NotEqual(kept, await store.Index().ListAsync());
        var reported = new Counter();

        Assert.Equal(4, await store.Index().RebuildAsync(reported));

        Assert.Equal(kept, await store.Index().ListAsync());
        Assert.Equal([1, 2, 3, 4], reported.Seen);
    }

    [Theory]
    [InlineData("DELETE FROM index_plans")]
    [InlineData("UPDATE index_plans SET IndexVersion = 0, Name = 'old'")]
    [InlineData("UPDATE index_plans SET RevisionId = 'other'")]
    public async Task List_WithRowsThatDoNotFit_MakesThemAnew(string change)
    {
        await using var store = await NewAsync();
        Saved(await store.Revisions().SaveAsync("x", Plans.Of("x", "Ex"), Note, null));
        var kept = await store.Index().ListAsync();

        await store.ExecuteAsync(change);

        Assert.Equal(kept, await store.Index().ListAsync());
    }

    [Fact]
    public async Task List_OnALaterDay_TakesTheVerdictOfThatDay()
    {
        await using var store = await NewAsync();
        Saved(await store.Revisions().SaveAsync("x", Plans.Of("x", "Ex"), Note, null));
        Assert.Equal(new DateOnly(2026, 11, 22), Assert.Single(await store.Index().ListAsync()).AsOf);

        store.Time.Advance(TimeSpan.FromDays(400));

        Assert.Equal(new DateOnly(2027, 12, 27), Assert.Single(await store.Index().ListAsync()).AsOf);
    }

    [Fact]
    public async Task List_AfterAMilestoneYear_PromisesWhatIsStillAhead()
    {
        await using var store = await NewAsync();
        Saved(await store.Revisions().SaveAsync("x", Plans.Of("x", "Ex"), Note, null));
        Assert.Equal([2020, 2030, 2040], Assert.Single(await store.Index().ListAsync()).Path.Select(p => p.Year));

        store.Time.Advance(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero) - store.Time.GetUtcNow());

        var row = Assert.Single(await store.Index().ListAsync());
        Assert.Equal([2020, 2040], row.Path.Select(p => p.Year));
        Assert.Equal([2030, 2040], row.Milestones.Select(m => m.Year));
    }

    [Fact]
    public async Task List_WithAnotherLibrary_ReadsPlansWithThat()
    {
        const string Claims = """
            frameworks:
              - framework: ours@1
                actions:
                  - {id: budget, status: adopted, evidence: [{title: Act}]}
            """;
        const string Framework =
            "id: ours\nversion: 1\nname: Ours\nmark: seed\nareas: [{id: a, name: A, mark: seed}]\n";
        var own = LibraryReader.ShippedWith(Files(("frameworks/ours.yaml", Framework)));
        await using var store = await NewAsync();
        var files = new Formats.PlanFolder.PlanFiles(Plans.Of("x", "Ex").Concat(Files(("framework.yaml", Claims))));
        Saved(await store.Revisions().SaveAsync("x", files, Note, null));
        var shipped = Assert.Single(await store.Index().ListAsync());

        var theirs = Assert.Single(await new PlanIndex(store.Db(), store.Time, own).ListAsync());

        // Nobody ships "ours": what is claimed of it is kept with a warning. The own library knows it, and lacks the action.
        Assert.Equal((1, 0), (shipped.Claims.Count, shipped.Errors));
        Assert.Equal((0, 1), (theirs.Claims.Count, theirs.Errors));
        Assert.Equal(shipped, Assert.Single(await store.Index().ListAsync()));
        var revisions = new RevisionStore(store.Db(), store.Time, own);
        Saved(await revisions.SaveAsync("y", files, Note, null));
        Assert.Equal(1, (await new PlanIndex(store.Db(), store.Time, own).FindAsync("y"))!.Errors);
    }

    [Fact]
    public async Task List_OfMorePlansThanRenewedAtOnce_RenewsTheRestNextTime()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        const int More = 3;
        for (var i = 0; i < PlanIndex.RenewedAtOnce + More; i++)
        {
            Saved(await revisions.SaveAsync($"p{i}", Files(("a", "1")), Note, null));
        }

        store.Time.Advance(TimeSpan.FromDays(1));
        var yesterday = new DateOnly(2026, 11, 22);

        Assert.Equal(More, (await store.Index().ListAsync()).Count(s => s.AsOf == yesterday));
        Assert.Equal(0, (await store.Index().ListAsync()).Count(s => s.AsOf == yesterday));
    }

    [Fact]
    public async Task Save_FilesThatAreNoPlan_IsSavedAndTheRowCountsErrors()
    {
        await using var store = await NewAsync();

        Saved(await store.Revisions().SaveAsync("x", Files(("plan.yaml", "\t: ["), ("b", "\0")), Note, null));

        var row = Assert.Single(await store.Index().ListAsync());
        Assert.Equal("x", row.PlanId);
        Assert.True(row.Errors > 0);
    }

    [Fact]
    public async Task List_WithOneDamagedPlan_StillListsTheOthers()
    {
        await using var store = await NewAsync();
        var damaged = Saved(await store.Revisions().SaveAsync("a", Plans.Of("a", "Damaged"), Note, null));
        Saved(await store.Revisions().SaveAsync("b", Plans.Of("b", "Sound"), Note, null));
        await store.ExecuteAsync($"UPDATE revisions SET Message = 'other' WHERE Id = '{damaged.Id}'");
        await store.ExecuteAsync("DELETE FROM index_plans");

        var list = await store.Index().ListAsync();

        Assert.Equal(["a", "b"], list.Select(s => s.PlanId).Order());
        Assert.Equal(1, list.Single(s => s.PlanId == "a").Errors);
    }

    private sealed class Counter : IProgress<int>
    {
        public List<int> Seen { get; } = [];

        public void Report(int value) => Seen.Add(value);
    }
}
