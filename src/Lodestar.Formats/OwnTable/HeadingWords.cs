// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.OwnTable;

/// <summary>What a column of names is for.</summary>
internal enum ColumnRole
{
    Unknown,
    Label,
    Year,
    Value,
    Unit,
    Reference,
    Fuel,
    Gas,
    Scope,

    /// <summary>The place the row is of.</summary>
    Place,
    Note,
}

/// <summary>Words that head columns, in five languages.</summary>
internal static class HeadingWords
{
    private static readonly (ColumnRole Role, string[] Words)[] All =
    [
        (
            ColumnRole.Year,
            ["year", "jahr", "annee", "ar", "ano", "period", "periode", "reporting year", "berichtsjahr"]
        ),
        (ColumnRole.Unit, ["unit", "units", "einheit", "unite", "enhet", "unidad", "unidades"]),
        (
            ColumnRole.Reference,
            [
                "gpc",
                "gpc ref",
                "gpc ref no",
                "gpc reference",
                "gpc reference no",
                "gpc reference number",
                "gpc id",
                "gpc code",
                "ref",
                "reference",
                "code",
                "kod",
                "crf",
                "referenz",
            ]
        ),
        (
            ColumnRole.Fuel,
            [
                "fuel",
                "fuels",
                "energy carrier",
                "energietrager",
                "brennstoff",
                "energitrager",
                "bransle",
                "combustible",
                "vecteur energetique",
            ]
        ),
        (ColumnRole.Gas, ["gas", "ghg", "gaz", "pollutant", "treibhausgas"]),
        (ColumnRole.Scope, ["scope", "scopes", "emission scope", "emissions scope", "ghg scope"]),
        (
            ColumnRole.Place,
            [
                "city",
                "municipality",
                "place",
                "area",
                "area name",
                "region",
                "territory",
                "local authority",
                "county",
                "kommun",
                "lan",
                "gemeinde",
                "stadt",
                "ort",
                "gebiet",
                "commune",
                "ville",
                "territoire",
                "ciudad",
                "municipio",
            ]
        ),
        (
            ColumnRole.Note,
            [
                "note",
                "notes",
                "remark",
                "remarks",
                "comment",
                "comments",
                "bemerkung",
                "anmerkung",
                "source",
                "quelle",
                "remarque",
                "anmarkning",
                "nota",
            ]
        ),
        (
            ColumnRole.Value,
            [
                "value",
                "values",
                "wert",
                "werte",
                "valeur",
                "varde",
                "valor",
                "amount",
                "emissions",
                "emission",
                "emissionen",
                "utslapp",
                "emisiones",
                "total emissions",
            ]
        ),
        (
            ColumnRole.Label,
            [
                "sector",
                "sectors",
                "sektor",
                "secteur",
                "category",
                "kategorie",
                "categorie",
                "kategori",
                "categoria",
                "sub sector",
                "subsector",
                "name",
                "label",
                "bereich",
                "item",
            ]
        ),
    ];

    public static ColumnRole RoleOf(string heading)
    {
        var folded = NameMatch.Fold(heading);
        var exact = All.FirstOrDefault(a => a.Words.Contains(folded, StringComparer.Ordinal));
        if (exact.Words is not null)
        {
            return exact.Role;
        }

        // "Emissions (kt CO2e)" and "Value in kt" are values that name their unit.
        var first = folded.Split(' ')[0];
        var value = All.Single(a => a.Role == ColumnRole.Value);
        return value.Words.Contains(first, StringComparer.Ordinal) && UnitText.Find(heading).Mass is not null
            ? ColumnRole.Value
            : ColumnRole.Unknown;
    }
}
