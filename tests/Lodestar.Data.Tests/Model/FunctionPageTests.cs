// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formula.Binding;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Model;

/// <summary>The reference page lists the functions as the table has them that the binder reads.</summary>
public sealed class FunctionPageTests
{
    private const string Begin = "<!-- functions -->\n";
    private const string End = "<!-- end of functions -->";

    [Fact]
    public void Page_ListsTheFunctionsOfTheTable()
    {
        var page = File.ReadAllText(Repository.Path("docs/plan-language.md")).ReplaceLineEndings("\n");
        var (start, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(start > 0 && end > start, "The marks of the list are missing.");

        var list = new StringBuilder("| function | gives |\n|---|---|\n");
        foreach (var function in FunctionTable.All)
        {
            list.Append("| `").Append(function.Form.Replace(" or ", "`, `", StringComparison.Ordinal)).Append("` | ");
            list.Append(function.Meaning).Append(" |\n");
        }

        Golden.Match(page[..(start + Begin.Length)] + list + page[end..], "../../../docs/plan-language.md");
    }
}
