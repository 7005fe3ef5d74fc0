// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Templates;

namespace Lodestar.Formats.Templates;

/// <summary>A model of a kind of place that comes with Lodestar, to be copied into a plan and edited there.</summary>
/// <param name="Id">"city" or "country".</param>
/// <param name="Version">Its edition.</param>
/// <param name="Title">What it is, for people.</param>
public sealed record ModelTemplate(string Id, int Version, LocalText Title)
{
    /// <summary>The lines that an inventory is held against, in their order.</summary>
    public EquatableList<TemplateLine> Lines { get; init; } = EquatableList<TemplateLine>.Empty;

    /// <summary>Its model files.</summary>
    public EquatableList<TemplateFile> Files { get; init; } = EquatableList<TemplateFile>.Empty;

    /// <summary>Sources that its numbers name.</summary>
    public EquatableList<Source> Sources { get; init; } = EquatableList<Source>.Empty;

    /// <summary>What burning and driving emit.</summary>
    public EquatableList<EmissionFactor> Factors { get; init; } = EquatableList<EmissionFactor>.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{Id}@{Version}";
}

/// <summary>A model file of a template, with places for what a plan fills in.</summary>
/// <param name="Name">Its name in <c>model/</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="Lines">It is left out where the plan has none of these lines; empty for a file that always stands.</param>
/// <param name="Electricity">The variable of the electricity that it uses; null where it uses none.</param>
public sealed record TemplateFile(string Name, string Text, EquatableList<string> Lines, string? Electricity);

/// <summary>A factor of <c>library/templates/factors.yaml</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CarbonDioxide">Carbon dioxide alone, in <paramref name="Unit"/>.</param>
/// <param name="Equivalent">With methane and nitrous oxide.</param>
/// <param name="Unit">Mass by what: <c>kg/kWh</c>.</param>
/// <param name="Source">The id of a source.</param>
public sealed record EmissionFactor(string Id, double CarbonDioxide, double Equivalent, string Unit, string Source)
{
    /// <summary>The factor for an inventory that counts this.</summary>
    public double For(string gas) => gas == "CO2" ? CarbonDioxide : Equivalent;
}
