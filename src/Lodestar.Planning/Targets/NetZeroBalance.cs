// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>
/// The sum of the net-zero year with its three parts kept apart: what is still emitted, what is removed at home, and what
/// credits from elsewhere may cover. Amounts are in <paramref name="Unit"/>.
/// </summary>
/// <param name="Gross">The residual; null when not stated or not in mass.</param>
/// <param name="Removals">Removals planned, positive; null when not stated.</param>
/// <param name="Credits">Whether credits may count.</param>
/// <param name="MostCredits">The largest amount they may cover: the stated share of the cut from the base year to zero; null when not known.</param>
public sealed record NetZeroBalance(
    int Year,
    Unit Unit,
    double? Gross,
    double? Removals,
    Stated Credits,
    double? MostCredits
)
{
    /// <summary>Gross less removals: what credits would have to cover; null while either is not stated.</summary>
    public double? Left => Gross is { } gross && Removals is { } removed ? gross - removed : null;

    internal static NetZeroBalance? Of(
        TargetVersion version,
        Unit unit,
        double? residual,
        double? baseAmount,
        Func<Quantity, double?> inUnit
    ) =>
        version.NetZeroYear is not { } year || (residual is null && version.Removals is null)
            ? null
            : new NetZeroBalance(
                year,
                unit,
                residual,
                version.Removals is { } removals ? inUnit(removals) : null,
                version.Scope.Credits,
                version.Credits.MaximumShare * baseAmount
            );

    /// <summary>Removals that leave a rest which credits do not, or not fully, cover.</summary>
    internal IEnumerable<Diagnostic> Doubts(TargetVersion version)
    {
        if (Left is not { } left || left <= 1e-9 * Math.Abs(Gross!.Value))
        {
            yield break;
        }

        if (Credits is Stated.No or Stated.NotStated && version.Credits.MaximumShare is null)
        {
            yield return TargetDiagnostics.BalanceOpen(
                version,
                Year,
                new Quantity(left, Unit),
                Assessment.ScopeFinding.Answer(Credits)
            );
        }
        else if (MostCredits is { } most && most < left * (1 - 1e-9))
        {
            yield return TargetDiagnostics.CreditsTooFew(
                version,
                Year,
                new Quantity(left, Unit),
                new Quantity(most, Unit)
            );
        }
    }
}
