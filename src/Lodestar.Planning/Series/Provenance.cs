// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Series;

/// <summary>How a number came to be (DESIGN §3). <see cref="NotStated"/> is an answer too.</summary>
public enum ValueKind : byte
{
    NotStated = 0,
    Observed,
    Reported,
    Estimated,
    Default,
    Modelled,
}

/// <summary>The GPC's data-quality grade.</summary>
public enum Quality : byte
{
    NotStated = 0,
    High,
    Medium,
    Low,
}

/// <summary>
/// Where a number comes from and how far to trust it. <paramref name="Source"/> is the id of a source of the plan;
/// <paramref name="Uncertainty"/> is the half-width of the 95 % interval as a share of the value (0.05 = ±5 %).
/// <c>default</c> states nothing.
/// </summary>
public readonly record struct Provenance(
    string? Source = null,
    Quality Quality = Quality.NotStated,
    double? Uncertainty = null,
    ValueKind Kind = ValueKind.NotStated
)
{
    /// <summary>This provenance, with what it leaves open filled from <paramref name="fallback"/>.</summary>
    public Provenance Or(Provenance fallback) =>
        new(
            Source ?? fallback.Source,
            Quality == Quality.NotStated ? fallback.Quality : Quality,
            Uncertainty ?? fallback.Uncertainty,
            Kind == ValueKind.NotStated ? fallback.Kind : Kind
        );
}
