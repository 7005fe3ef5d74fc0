// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>What an intensity divides emissions by.</summary>
public enum IntensityBasis
{
    /// <summary>Real gross domestic product: money of one year. Current money is refused, since prices would count as cuts.</summary>
    Gdp,

    Person,
}

/// <summary>What a cumulative budget counts.</summary>
public enum BudgetAccount
{
    NotStated = 0,

    /// <summary>All emissions, before removals.</summary>
    Gross,

    /// <summary>Emissions less removals.</summary>
    Net,

    /// <summary>Net of allowances traded in an emissions trading system.</summary>
    EtsAdjusted,
}

/// <summary>A budget over whole calendar years, both ends counted.</summary>
public sealed record CumulativeBudget(Quantity Amount, int FromYear, int ToYear)
{
    public BudgetAccount Account { get; init; }

    /// <summary>Carried over from the period before, in mass: positive enlarges this one. Null when not stated.</summary>
    public Quantity? CarryOver { get; init; }

    public int Years => ToYear - FromYear + 1;
}

/// <summary>Whether and how credits from elsewhere count.</summary>
public sealed record CreditTerms
{
    /// <summary>Largest share of the cut that credits may make up; null when not stated.</summary>
    public double? MaximumShare { get; init; }

    /// <summary>Conditions as the document lists them.</summary>
    public EquatableList<string> Conditions { get; init; } = EquatableList<string>.Empty;
}

/// <summary>How often progress is reported.</summary>
public enum Reporting
{
    NotStated = 0,
    Annual,
    LessThanAnnual,
    None,
}

/// <summary>The kind of removals that a target counts on.</summary>
public enum RemovalKind
{
    NotStated = 0,
    None,
    Unspecified,
    Nature,
    Storage,
    NatureAndStorage,
}

/// <summary>Statements about a target that rule sets of target quality read (fields of Net Zero Tracker's schema).</summary>
public sealed record TargetStatements
{
    public Stated Plan { get; init; }
    public Reporting Reporting { get; init; }
    public Stated Equity { get; init; }
    public Stated Accountability { get; init; }
    public Stated HistoricalEmissions { get; init; }
    public RemovalKind Removals { get; init; }

    /// <summary>What the plan holds: measures for all scopes, extent, expected reductions, review schedule; null when not stated.</summary>
    public EquatableList<string>? PlanContents { get; init; }
}
