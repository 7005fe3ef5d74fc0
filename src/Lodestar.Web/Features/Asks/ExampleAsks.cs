// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Features.Asks;

/// <summary>An asks.yaml to begin with: every key, with made-up values to write over.</summary>
internal static class ExampleAsks
{
    public const string Text = """
        # What the plan needs others to decide. Write over the values; leave out what is not known.
        asks:
          - id: clean-grid
            title: Electricity without coal by 2030
            description: Heat pumps and electric buses cut emissions only as fast as the grid does.
            addressee: National government
            level: nation            # city | region | nation | utility | private | international
            # place: GB              # the place that the addressee governs: a country's code or the id of a place
            instrument: regulation   # law | regulation | standard | price | funding | infrastructure | planning | data | other
            status: draft            # draft | made | heard | accepted | granted | refused | withdrawn
            # since: 2026            # since when the status holds: a date, or a year
            # measures: [heat-pumps] # ids of the plan's measures that wait for it
            sectors: [I, II]
            # unlocks: {unit: kt CO2e, values: {2030: 120}, kind: estimated}   # observed | reported | estimated | default | modelled
            allies: [carbon-neutral-cities-alliance]

        """;
}
