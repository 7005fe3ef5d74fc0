// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Formula.Explain;

namespace Lodestar.Cli.Model;

/// <summary><c>lodestar graph</c>: which variable of a model depends on which.</summary>
internal static class GraphCommand
{
    public static Command Create(Shell shell)
    {
        var path = ModelOptions.Model(shell);
        var dot = new Option<bool>("--dot") { Description = shell.Say("cli.graph.option.dot") };
        var json = CommonOptions.Json(shell);
        var command = new Command("graph", shell.Say("cli.graph.description")) { path, dot, json };
        command.SetAction(parsed =>
        {
            var input = new ModelInput(shell);
            if (input.Read(parsed.GetRequiredValue(path)) is not { Model: { } model })
            {
                return input.ExitCode;
            }

            var graph = ModelGraph.Of(model);
            if (parsed.GetValue(json))
            {
                Json(shell, graph);
            }
            else if (parsed.GetValue(dot))
            {
                Dot(shell, graph, model.Name);
            }
            else
            {
                Text(shell, graph);
            }

            return input.ExitCode;
        });
        return command;
    }

    private static void Text(Shell shell, ModelGraph graph)
    {
        var links = graph.Links.ToLookup(l => l.To, StringComparer.Ordinal);
        foreach (var variable in graph.Variables)
        {
            var axes = string.Join(", ", variable.Axes.Select(a => a.Name));
            var reads = links[variable.Name]
                .Select(l => l.IsEarlier ? shell.Say("cli.graph.earlier", ("name", l.From)) : l.From)
                .ToList();
            shell.Print(
                new Ink(axes.Length == 0 ? variable.Name : $"{variable.Name}[{axes}]", Tone.Strong),
                variable.Unit.Symbol is "1" or "" ? "" : $" ({variable.Unit.Symbol})",
                reads.Count == 0 ? "" : $" ← {string.Join(", ", reads)}"
            );
        }
    }

    private static void Dot(Shell shell, ModelGraph graph, string name)
    {
        shell.Print($"digraph {Quoted(name)} {{");
        shell.Print("  rankdir=LR;");
        shell.Print("  node [shape=box];");
        foreach (var variable in graph.Variables)
        {
            var style = variable.IsOutcome ? ", style=bold" : "";
            shell.Print($"  {Quoted(variable.Name)} [tooltip={Quoted(variable.Unit.Symbol)}{style}];");
        }

        foreach (var measure in graph.Switches)
        {
            shell.Print($"  {Quoted(measure.Name)} [shape=ellipse];");
        }

        foreach (var link in graph.Links)
        {
            var style = link.IsEarlier ? " [style=dashed]" : "";
            shell.Print($"  {Quoted(link.From)} -> {Quoted(link.To)}{style};");
        }

        shell.Print("}");
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, ModelGraph graph) => JsonOutput.Write(shell, GraphContract.From(graph));
}

/// <summary>A graph as JSON.</summary>
internal sealed record GraphContract(
    IReadOnlyList<GraphVariable> Variables,
    IReadOnlyList<string> Measures,
    IReadOnlyList<Link> Links
)
{
    public static GraphContract From(ModelGraph graph) =>
        new(
            [
                .. graph.Variables.Select(v => new GraphVariable(
                    v.Name,
                    v.Title,
                    v.Unit.Symbol,
                    [.. v.Axes.Select(a => a.Name)],
                    v.IsOutcome
                )),
            ],
            [.. graph.Switches.Select(s => s.Name)],
            graph.Links
        );
}

internal sealed record GraphVariable(
    string Name,
    string? Title,
    string Unit,
    IReadOnlyList<string> Axes,
    bool IsOutcome
);
