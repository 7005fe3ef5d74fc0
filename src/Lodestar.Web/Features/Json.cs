// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Features;

/// <summary>JSON has no word for what is no number.</summary>
internal static class Json
{
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
