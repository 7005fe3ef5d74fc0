// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>The kinds of fault that reading a unit or a quantity finds.</summary>
public enum UnitFaultKind
{
    /// <summary>There is no text, or only space.</summary>
    Empty = 0,

    /// <summary>The text is longer than <see cref="UnitTable.MaxLength"/>.</summary>
    TooLong = 1,

    /// <summary>Parentheses are nested deeper than <see cref="UnitTable.MaxDepth"/>.</summary>
    TooDeep = 2,

    /// <summary>No unit of that name.</summary>
    UnknownUnit = 3,

    /// <summary>A mass of something that is not in the table of gases.</summary>
    UnknownGas = 4,

    /// <summary>A metric set that is not in the table.</summary>
    UnknownGwpSet = 5,

    /// <summary>A spelling with several meanings; the suggestions list them.</summary>
    AmbiguousUnit = 6,

    /// <summary>A product sign after a division, as in <c>kWh/m2·yr</c>; the suggestions list both readings.</summary>
    AmbiguousProduct = 7,

    /// <summary>A gas without a unit of mass in front of it.</summary>
    GasWithoutMass = 8,

    /// <summary>A character that has no place in a unit.</summary>
    UnexpectedCharacter = 9,

    /// <summary>A parenthesis without its partner.</summary>
    UnbalancedParenthesis = 10,

    /// <summary>A unit is missing after an operator or in parentheses.</summary>
    MissingUnit = 11,

    /// <summary>An exponent that is not a whole number from -64 to 64.</summary>
    BadExponent = 12,

    /// <summary>A number in a unit that is not a power of ten.</summary>
    BadMultiplier = 13,

    /// <summary>The unit is too large or too small to calculate with.</summary>
    OutOfRange = 14,

    /// <summary>A price year that is not from 1900 to 2199.</summary>
    BadPriceYear = 15,

    /// <summary>A quantity does not begin with a number.</summary>
    MissingNumber = 16,

    /// <summary>A comma in a number: decimals are written with a point, and a comma between thousands is not told apart from it.</summary>
    CommaInNumber = 17,
}
