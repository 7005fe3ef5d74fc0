// SPDX-License-Identifier: Apache-2.0
using Lodestar.Data.Tests.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;

namespace Lodestar.Data.Tests.Model;

public sealed class ModelMutationTests
{
    [Theory]
    [InlineData("model/city.yaml", 2_000)]
    [InlineData("data/people.csv", 300)]
    [InlineData("model/modules/flats.yaml", 300)]
    public void Read_MutatedFile_NeverThrowsAndKeepsPlaces(string path, int times)
    {
        var random = new Random(3601);
        var bytes = System.Text.Encoding.UTF8.GetBytes(Plans.Text(Models.Plan, path));
        for (var i = 0; i < times; i++)
        {
            var files = Models.Plan.With(path, MutationTests.Mutated(bytes, random));

            var reading = ModelReader.Read(files);

            foreach (var diagnostic in CheckedModel.Of(reading).Diagnostics)
            {
                Assert.NotEmpty(Texts.Catalog.Render(diagnostic.Reason));
                Assert.NotEmpty(Texts.Catalog.Render(diagnostic.Fix!));
            }

            Assert.All(Models.Pieces(reading.Model), p => Assert.True(p.Line > 0 && p.Column > 0, p.ToString()));
        }
    }
}
