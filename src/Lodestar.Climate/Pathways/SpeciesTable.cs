// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>The rows of one scenario on their way to a pathway: named, converted, then put on one range of years.</summary>
internal sealed class SpeciesTable(EmissionsHeading heading, IReadOnlyList<Species> species, ProblemList problems)
{
    private readonly SpeciesNames _names = new(species);
    private readonly Dictionary<string, SpeciesPoints> _points = new(StringComparer.Ordinal);
    private readonly List<RowPassedOver> _passedOver = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private SpeciesPoints? _total;

    public IReadOnlyList<SpeciesReading> Rows => [.. _points.Values.Select(p => p.Reading())];

    public IReadOnlyList<RowPassedOver> PassedOver => _passedOver;

    public void Add(CsvRow row)
    {
        var variable = row.Text(heading.Variable);
        var name = _names.Read(variable);
        switch (name.Naming)
        {
            case Naming.Species when name.Species is { } own:
                Add(row, variable, own, false);
                break;
            case Naming.TotalCarbonDioxide when species.FirstOrDefault(IsFossil) is { } fossil:
                Add(row, variable, fossil, true);
                break;
            case Naming.Unknown or Naming.NotModelled when _told.Add(variable):
                problems.Add(Unknown(row, name));
                break;
            case Naming.Part or Naming.Basket or Naming.Other when _told.Add(variable):
                _passedOver.Add(new RowPassedOver(variable, row.Line, As(name.Naming)));
                break;
        }
    }

    /// <summary>The pathway over the years of fossil CO2, or of most species; null when no species is left.</summary>
    public Pathway? Finish(string name, CsvRow first, (int First, int Last)? asked)
    {
        SplitCarbonDioxide(first);
        foreach (var empty in _points.Where(p => p.Value.Values.Count == 0).Select(p => p.Key).ToList())
        {
            _points.Remove(empty);
        }

        if (_points.Count == 0)
        {
            problems.Add(first.Whole(Fault.SpeciesMissing, ("species", "CO2")) with { Line = 0 });
            return null;
        }

        foreach (var negative in _points.Values.Select(p => p.Negative).OfType<Problem>())
        {
            problems.Add(negative);
        }

        FindGaps();
        var range = Range();
        if (asked is { } years && (range.Last < years.First || range.First > years.Last))
        {
            problems.Add(
                first.Whole(
                    Fault.YearsNotCovered,
                    ("first", range.First),
                    ("last", range.Last),
                    ("asked", $"{years.First}–{years.Last}")
                ) with
                {
                    Line = 0,
                }
            );
            return null;
        }

        var emissions = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var (key, points) in _points)
        {
            if (points.First > range.First || points.Last < range.Last)
            {
                problems.Add(
                    points.Problem(Fault.YearsDiffer, ("first", points.First), ("last", points.Last)) with
                    {
                        IsError = false,
                    }
                );
                continue;
            }

            emissions[key] = points.Between(range.First, range.Last);
        }

        return new Pathway(name, range.First, emissions);
    }

    private static bool IsFossil(Species species) => species.Kind == SpeciesKind.FossilCarbonDioxide;

    private static PassedOverAs As(Naming naming) =>
        naming switch
        {
            Naming.Part => PassedOverAs.Part,
            Naming.Basket => PassedOverAs.Basket,
            _ => PassedOverAs.Other,
        };

    /// <summary>A name that nearly matches is an error: the species would silently come from the background.</summary>
    private Problem Unknown(CsvRow row, NameReading name)
    {
        var problem = row.At(
            heading.Variable,
            name.Naming == Naming.NotModelled ? Fault.SpeciesNotModelled : Fault.SpeciesUnknown
        );
        var slip =
            name.Naming == Naming.Unknown
            && (name.DidYouMean.Count > 0 || !problem.Text!.Contains('|', StringComparison.Ordinal));
        return problem with { IsError = slip, DidYouMean = name.DidYouMean };
    }

    private void Add(CsvRow row, string variable, Species own, bool isTotal)
    {
        var known = isTotal ? _total : _points.GetValueOrDefault(own.Name);
        if (known is not null && (!heading.IsLong || known.Variable != variable))
        {
            if (_told.Add(variable) || !heading.IsLong)
            {
                problems.Add(row.At(heading.Variable, Fault.SpeciesTwice, ("species", own.Name)));
            }

            return;
        }

        for (var cell = heading.Columns; cell < row.Count; cell++)
        {
            // More cells than columns: decimal commas, most likely, which would shift every year that follows.
            if (!row.IsBlank(cell))
            {
                problems.Add(row.Whole(Fault.RowRagged, ("expected", heading.Columns), ("found", row.Count)));
                return;
            }
        }

        var unit = row.Text(heading.Unit);
        if (known is null)
        {
            var conversion = EmissionUnits.Read(unit, own);
            Doubt(row, own, conversion);
            known = new SpeciesPoints(row, heading, variable, unit, own, conversion);
            if (isTotal)
            {
                _total = known;
            }
            else
            {
                _points.Add(own.Name, known);
            }
        }

        if (double.IsNaN(known.Factor))
        {
            return;
        }

        if (!heading.IsLong)
        {
            foreach (var (column, year) in heading.Years)
            {
                known.Take(row, column, year, problems);
            }
        }
        else if (unit != known.Unit)
        {
            problems.Add(Unit(row, own, Fault.UnitUnknown, known.Factor));
        }
        else if (EmissionsHeading.CalendarYear(row, heading.Year) is not { } year)
        {
            problems.Add(
                row.At(
                    heading.Year,
                    Fault.YearsOutside,
                    ("first", EmissionsHeading.FirstYear),
                    ("last", EmissionsHeading.LastYear)
                )
            );
        }
        else
        {
            known.Take(row, heading.Value, year, problems);
        }
    }

    private void Doubt(CsvRow row, Species own, UnitConversion conversion)
    {
        if (conversion.Fault is { } fault)
        {
            problems.Add(Unit(row, own, fault, conversion.Factor));
        }
        else if (conversion.Step != UnitStep.Scale)
        {
            var step = conversion.Step switch
            {
                UnitStep.FromCarbon => Fault.UnitOfCarbon,
                UnitStep.FromNitrogen => Fault.UnitOfNitrogen,
                _ => Fault.UnitOfOtherSubstance,
            };
            problems.Add(Unit(row, own, step, conversion.Factor) with { IsError = false });
        }
    }

    private Problem Unit(CsvRow row, Species own, Fault fault, double factor) =>
        row.At(
            heading.Unit,
            fault,
            ("species", own.Name),
            ("unit", own.EmissionUnit),
            ("factor", factor),
            ("expected", EmissionUnits.Understood(own))
        );

    /// <summary>Total CO2 and one of its two parts give the other.</summary>
    private void SplitCarbonDioxide(CsvRow first)
    {
        var fossil = species.FirstOrDefault(IsFossil);
        var landUse = species.FirstOrDefault(s => s.Kind == SpeciesKind.LandUseCarbonDioxide);
        if (_total is null || fossil is null || landUse is null)
        {
            return;
        }

        var (hasFossil, hasLandUse) = (_points.ContainsKey(fossil.Name), _points.ContainsKey(landUse.Name));
        if (hasFossil && hasLandUse)
        {
            _passedOver.Add(new RowPassedOver(_total.Variable, _total.Line, PassedOverAs.Part));
        }
        else if (!hasFossil && !hasLandUse)
        {
            problems.Add(first.Whole(Fault.CarbonDioxideNotSplit) with { Line = _total.Line });
        }
        else
        {
            var (known, other) = hasFossil ? (fossil, landUse) : (landUse, fossil);
            _points.Add(other.Name, _total.Less(_points[known.Name], other));
        }
    }

    private void FindGaps()
    {
        var given = _points.Values.SelectMany(p => p.Values.Keys).ToHashSet();
        foreach (var points in _points.Values)
        {
            if (points.Gap(given) is { } gap)
            {
                problems.Add(
                    points.Problem(
                        Fault.YearGap,
                        ("first", gap.First),
                        ("last", gap.Last),
                        ("year", gap.First + 1)
                    ) with
                    {
                        Column = Column(gap.First + 1),
                        IsError = heading.IsMidYear,
                    }
                );
            }
        }
    }

    /// <summary>The column, from 1, of a year or the first after it; 0 in a file with a row a year.</summary>
    private int Column(int year) => heading.Years.Where(y => y.Year >= year).Select(y => y.Column + 1).FirstOrDefault();

    private (int First, int Last) Range()
    {
        var fossil = species.FirstOrDefault(IsFossil);
        if (fossil is not null && _points.TryGetValue(fossil.Name, out var own))
        {
            return (own.First, own.Last);
        }

        return _points
            .Values.GroupBy(p => (p.First, p.Last))
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key.Last - g.Key.First)
            .First()
            .Key;
    }
}
