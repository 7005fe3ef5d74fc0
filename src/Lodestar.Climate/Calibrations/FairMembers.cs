// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// FaIR's files of members: a row a member whose number stands first, and a column a parameter, written as name or
/// name[index]. The parameters may be spread over several files that have the same members.
/// </summary>
internal sealed class FairMembers
{
    private FairMembers(
        int[] ids,
        EnergyBalanceParameters[] energyBalance,
        Dictionary<(string Species, Parameter Parameter), double[]> values
    ) => (Ids, EnergyBalance, Values) = (ids, energyBalance, values);

    public int[] Ids { get; }

    public EnergyBalanceParameters[] EnergyBalance { get; }

    /// <summary>One value a member, for every parameter that members have of their own.</summary>
    public Dictionary<(string Species, Parameter Parameter), double[]> Values { get; }

    /// <returns>Null when something is missing that a member cannot do without.</returns>
    public static FairMembers? Read(
        IReadOnlyList<CsvRows> files,
        IReadOnlyList<Species> species,
        ICollection<Problem> problems
    )
    {
        var known = species.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var ids = MemberColumns.Numbers(files[0], problems);
        if (ids.Length == 0)
        {
            problems.Add(new Problem(Fault.FileEmpty, files[0].File));
            return null;
        }

        var energyBalance = new double[]?[FairNames.EnergyBalance.Count];
        var values = new Dictionary<(string Species, Parameter Parameter), double[]>();
        foreach (var file in files)
        {
            if (ReferenceEquals(file, files[0]) || SameMembers(file, ids, files[0].File, problems))
            {
                Columns(file, ids.Length, known, energyBalance, values, problems);
            }
        }

        var missing = FairNames.EnergyBalance.Where((_, i) => energyBalance[i] is null).ToList();
        foreach (var column in missing)
        {
            problems.Add(files[0][0].Whole(Fault.ColumnMissing, ("column", column)));
        }

        return missing.Count > 0 ? null : new FairMembers(ids, Members(energyBalance, ids.Length), values);
    }

    private static EnergyBalanceParameters[] Members(double[]?[] columns, int count)
    {
        var members = new EnergyBalanceParameters[count];
        for (var m = 0; m < count; m++)
        {
            var member = m;
            members[m] = EnergyBalanceValues.From(column => columns[column]![member]);
        }

        return members;
    }

    private static bool SameMembers(CsvRows file, int[] ids, string first, ICollection<Problem> problems)
    {
        var other = MemberColumns.Numbers(file, problems);
        for (var i = 0; i < Math.Max(ids.Length, other.Length); i++)
        {
            if (i >= other.Length)
            {
                problems.Add(
                    new Problem(Fault.MembersDiffer, file.File)
                    {
                        Values = new Dictionary<string, object> { ["member"] = ids[i], ["other"] = first },
                    }
                );
                return false;
            }

            if (i >= ids.Length || ids[i] != other[i])
            {
                problems.Add(file[i + 1].At(0, Fault.MembersDiffer, ("member", other[i]), ("other", first)));
                return false;
            }
        }

        return true;
    }

    private static void Columns(
        CsvRows file,
        int members,
        Dictionary<string, Species> known,
        double[]?[] energyBalance,
        Dictionary<(string Species, Parameter Parameter), double[]> values,
        ICollection<Problem> problems
    )
    {
        var width = file[0].Count;
        var whole = MemberColumns.Whole(file, problems);
        for (var cell = 1; cell < width; cell++)
        {
            var heading = file[0].Text(cell);
            if (heading.Length == 0 || FairNames.OfNoise.Contains(heading))
            {
                continue;
            }

            var layer = IndexOf(heading);
            var target = layer >= 0 ? null : Target(file[0], cell, heading, known, problems);
            if (layer < 0 && target is null)
            {
                continue;
            }

            if (
                layer >= 0
                    ? energyBalance[layer] is not null
                    : values.ContainsKey((target!.Value.Species.Name, target.Value.Parameter))
            )
            {
                problems.Add(file[0].At(cell, Fault.ColumnTwice, ("column", heading)));
                continue;
            }

            var column = MemberColumns.Of(
                file,
                cell,
                members,
                whole,
                v => layer >= 0 ? ParameterLimits.OfEnergyBalance(layer, v) : OfSpecies(target!.Value, v),
                problems
            );
            if (layer >= 0)
            {
                energyBalance[layer] = column;
            }
            else
            {
                values[(target!.Value.Species.Name, target.Value.Parameter)] = column;
            }
        }
    }

    private static Fault? OfSpecies((Species Species, Parameter Parameter) target, double value) =>
        double.IsNaN(value) ? Fault.NotFinite : ParameterLimits.Of(target.Species, target.Parameter, value);

    private static int IndexOf(string heading)
    {
        for (var i = 0; i < FairNames.EnergyBalance.Count; i++)
        {
            if (FairNames.EnergyBalance[i] == heading)
            {
                return i;
            }
        }

        return -1;
    }

    private static (Species Species, Parameter Parameter)? Target(
        CsvRow row,
        int cell,
        string heading,
        Dictionary<string, Species> known,
        ICollection<Problem> problems
    )
    {
        (string name, string? index) = FairNames.Indexed(heading) is { } written ? written : (heading, null);
        if (
            !FairNames.Parameters.TryGetValue(name, out var parameter)
            || (index is null && name != FairNames.CloudScale)
        )
        {
            problems.Add(
                row.At(cell, Fault.ParameterUnknown, ("parameter", heading)) with
                {
                    DidYouMean = Nearest.To(name, FairNames.Parameters.Keys.Concat(FairNames.EnergyBalance)),
                }
            );
            return null;
        }

        var species =
            index is null ? known.Values.FirstOrDefault(s => s.Kind == SpeciesKind.AerosolCloud)
            : known.TryGetValue(index, out var found) ? found
            : null;
        if (species is null)
        {
            var text = index ?? "Aerosol-cloud interactions";
            problems.Add(
                row.At(cell, Fault.SpeciesUnknown, ("species", text)) with
                {
                    DidYouMean = Nearest.To(text, known.Keys),
                }
            );
            return null;
        }

        return (species, parameter);
    }
}
