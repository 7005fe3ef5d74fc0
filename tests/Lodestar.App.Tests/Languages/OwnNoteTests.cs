// SPDX-License-Identifier: Apache-2.0
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Languages;

public sealed class OwnNoteTests
{
    [Theory]
    [InlineData("Sample plan", "Plan d’exemple")]
    [InlineData("Back to revision 12", "Retour à la révision 12")]
    [InlineData("Made from émissions 2020.csv", "Fait à partir du fichier émissions 2020.csv")]
    [InlineData("Made from ", "Made from ")]
    [InlineData("Sample plan, corrected", "Sample plan, corrected")]
    [InlineData("Inventory of 2021", "Inventory of 2021")]
    public void Note_OfOurOwn_ReadsInFrench(string stored, string shown) =>
        Assert.Equal(shown, WebTexts.In("fr").Note(stored));

    [Theory]
    [InlineData("Plan d’exemple", "Sample plan")]
    [InlineData("Sample plan", "Sample plan")]
    [InlineData("Retour à la révision 2", "Back to revision 2")]
    public void Note_WrittenInFrench_ReadsInEnglish(string stored, string shown) =>
        Assert.Equal(shown, WebTexts.English.Note(stored));
}
