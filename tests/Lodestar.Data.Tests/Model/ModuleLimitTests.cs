// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Data.Tests.Model;

/// <summary>How many modules a model may be made of: 500, each counted as often as it is used.</summary>
public sealed class ModuleLimitTests
{
    private const string Head = "time: {from: 2020, to: 2021}\n";

    private static readonly (string, string) Leaf = ("modules/leaf.yaml", "variables: {x: 7}\n");

    private static string Uses(int count, string module) =>
        "uses:\n"
        + string.Concat(
            Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"  m{i}: {module}\n"))
        );

    [Fact]
    public void Modules_AsManyAsMayBe_Run()
    {
        var model = Models.Sound(Head + Uses(500, "leaf"), Leaf);

        Assert.Equal([7, 7], model.Values("m499.x"));
    }

    /// <summary>The first use stands in line 3, so the 501st in line 503.</summary>
    [Fact]
    public void Modules_OneTooMany_AreOneFaultAtTheLast() =>
        Assert.Equal(
            "city.yaml:503:9 LS3826: The model has more than 500 modules.",
            Models.OneFault(Head + Uses(501, "leaf"), Leaf)
        );

    /// <summary>
    /// Thirty that use thirty each are 930. Sixteen of them with theirs are 16 · 31 = 496; the seventeenth is the 497th,
    /// and its first three are the 498th to the 500th: the one too many stands fourth among its own, in line 5.
    /// </summary>
    [Fact]
    public void Modules_TooManyWithinOthers_AreOneFaultWhereTheyAreTooMany() =>
        Assert.Equal(
            "modules/mid.yaml:5:7 LS3826: The model has more than 500 modules.",
            Models.OneFault(Head + Uses(30, "mid"), ("modules/mid.yaml", Uses(30, "leaf")), Leaf)
        );

    /// <summary>Eight files that use the next thirty times would be 30⁸ modules.</summary>
    [Fact]
    public void Modules_ThatGrowWithoutEnd_AreOneFault()
    {
        var chain = Enumerable.Range(0, 7).Select(i => ($"modules/m{i}.yaml", Uses(30, $"m{i + 1}")));

        var said = Models.OneFault(Head + Uses(30, "m0"), [.. chain, ("modules/m7.yaml", "variables: {x: 7}\n")]);

        Assert.EndsWith("LS3826: The model has more than 500 modules.", said, StringComparison.Ordinal);
    }

    /// <summary>Before 30 modules of 1,500 variables are done, there are more than 20,000: 14 · 1,500 = 21,000.</summary>
    [Fact]
    public void Modules_OfTooManyVariables_AreOneFaultAtTheNext()
    {
        var many = "variables:\n" + string.Concat(Enumerable.Range(0, 1500).Select(i => $"  v{i}: 1\n"));

        Assert.Equal(
            "city.yaml:17:8 LS3826: The model has more than 20000 variables.",
            Models.OneFault(Head + Uses(30, "mid"), ("modules/mid.yaml", many))
        );
    }
}
