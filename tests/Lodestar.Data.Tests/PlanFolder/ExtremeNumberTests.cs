// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;

namespace Lodestar.Data.Tests.PlanFolder;

/// <summary>Numbers that no inventory holds are refused by name, whatever unit they stand in.</summary>
public sealed class ExtremeNumberTests
{
    [Theory]
    [InlineData("id,category,unit,year,value\na,I.1.1,t CO2,2019,5\na,I.1.1,Gt CO2,2020,1e300\n")]
    [InlineData("id,category,unit,2019,2020\na,I.1.1,kt CO2,5,1e308\nb,I.2.1,kt CO2,5,1e308\n")]
    public void Read_ANumberWithoutEnd_IsADiagnosticAndAGap(string table)
    {
        const string Plan =
            "format: lodestar-plan@1\nid: x\nname: X\ninventories:\n  - {id: a, file: inventory/a.csv}\n";
        var files = new PlanFiles([
            new("plan.yaml", Encoding.UTF8.GetBytes(Plan)),
            new("inventory/a.csv", Encoding.UTF8.GetBytes(table)),
        ]);

        var reading = PlanReader.Read(files);

        Assert.Contains(reading.Diagnostics, d => d.Id == "LS1508");
        var totals = Assessor.Assess(reading.Plan, new DateOnly(2026, 11, 22)).Totals!;
        Assert.True(double.IsFinite(totals[2019].Amount!.Value));
        Assert.Null(totals[2020].Amount);
    }
}
