// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Cli;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Measures;

/// <summary>
/// Taking a practice over on the command line. Cars: 1,000,000 km at 0.2 kg are 200 t; the practice found 20 % and the
/// library reaches 10 % of them: 4 t less from 2037 on.
/// </summary>
public sealed class AdoptCommandTests : IDisposable
{
    private const string Practice = "stockholm-congestion-charge";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Adopted => _folder.Combine("ville/measures/adopted.yaml");

    [Fact]
    public async Task Adopt_AsADryRun_SaysTheEffectAndWritesNothing()
    {
        var ran = await LodestarProgram.CallAsync("adopt", Write(), Practice, "--from", "2027", "--dry-run");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Matches("2037 +200 +196 +−4", ran.Out);
        Assert.Contains("It takes for granted:", ran.Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.\n", ran.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Adopted));
    }

    [Fact]
    public async Task Adopt_WritesWhatItAnnounced()
    {
        var path = Write();

        var ran = await LodestarProgram.CallAsync("adopt", path, Practice, "--from", "2027");
        var check = await LodestarProgram.CallAsync("explain", path, "emissions.total", "2037");
        var again = await LodestarProgram.CallAsync(
            "adopt",
            path,
            "congestion-charge",
            "--effect",
            "50",
            "--reach",
            "50 %"
        );

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("Added congestion-charge to measures/adopted.yaml", ran.Out, StringComparison.Ordinal);
        Assert.Contains("196", check.Out, StringComparison.Ordinal);
        Assert.Contains("congestion-charge-2", again.Out, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(Adopted);
        Assert.Contains(
            "adopted_from: {measure: congestion-charge, practice: stockholm-congestion-charge, effect: 20, reach: 10}",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("effect: 50, reach: 50", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopt_InFrench_SaysItInFrench()
    {
        var ran = await LodestarProgram.CallAsync("adopt", Write(), Practice, "--dry-run", "--language", "fr");

        Assert.Contains("Rien n’a été écrit.", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Changement", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LS6083", "stockholm-congestion-charg", "Did you mean stockholm-congestion-charge")]
    [InlineData("LS6086", "rooftop-solar", "")]
    public async Task Adopt_OfWhatCannotBe_SaysWhyAndWritesNothing(string id, string named, string hint)
    {
        var ran = await LodestarProgram.CallAsync("adopt", Write(), named);

        Assert.NotEqual(0, ran.ExitCode);
        Assert.Contains(id, ran.Error, StringComparison.Ordinal);
        Assert.Contains(hint, ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Adopted));
    }

    private string Write()
    {
        _folder.Write("ville/plan.yaml", "format: lodestar-plan@1\nid: ville\nname: Ville\nkind: city\n");
        _folder.Write(
            "ville/model/city.yaml",
            """
            model: ville
            time: {from: 2020, to: 2050}
            axes:
              class: [car, bus]
            variables:
              road.km[class]: {unit: km/yr, value: {car: 1000000, bus: 0}}
              emissions.road: {unit: t CO2/yr, value: "sum(road.km * 0.2 kg CO2/km over class)", category: II.1}
              emissions.total: {unit: t CO2/yr, value: emissions.road, outcome: yes}

            """
        );
        return _folder.Combine("ville");
    }
}
