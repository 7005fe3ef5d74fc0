// SPDX-License-Identifier: Apache-2.0
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Testing;
using Xunit;

namespace Lodestar.Data.Tests.Model;

/// <summary>The sample model of a real city: fitted to 2005–2017, judged by 2018–2020.</summary>
public sealed class GlasgowTests
{
    private static readonly PlanFiles Files = PlanDirectory.Read(Repository.Path("samples/glasgow")).Files;
    private static readonly ModelReading Reading = ModelReader.Read(Files);
    private static readonly BindingResult Bound = Binder.Bind(Reading.Model!);

    private static BoundModel Model => Bound.Model!;

    [Fact]
    public void Model_ReadsAndBindsWithoutAWord()
    {
        Assert.Empty(Reading.Diagnostics);
        Assert.Empty(Bound.Problems);
        Assert.Equal(
            (2005, 2050, 14, 8),
            (
                Model.FirstYear,
                Model.FirstYear + Model.YearCount - 1,
                Model.Parameters.Count(p => p.IsFitted),
                Model.Fits.Length
            )
        );
    }

    [Fact]
    public void Refit_FindsTheValuesInTheFileAgain()
    {
        // From the middle of every range, so that nothing is owed to where it starts.
        var middle = Settings.None;
        foreach (var parameter in Model.Parameters.Where(p => p.IsFitted))
        {
            middle = middle.With(parameter, (parameter.Low!.Value + parameter.High!.Value) / 2);
        }

        var found = Fitting.Of(Model, middle, TestContext.Current.CancellationToken);

        Assert.True(found.HasConverged);
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Join("\n", found.Values.Select(v => FormattableString.Invariant($"{v.Parameter} {v.Value:G8}")))
        );
        // The file has five digits.
        Assert.All(found.Values, v => Assert.Equal(v.Parameter.Central, v.Value, 1e-4 * Math.Abs(v.Value)));
        Assert.All(found.Values, v => Assert.True(v is { IsFelt: true, IsAtEnd: false }));
    }
}
