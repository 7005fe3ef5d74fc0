// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Model;

/// <summary>What a run shows to be wrong with a model: where a value stops being a number, and which checks fail.</summary>
public static class RunDiagnostics
{
    /// <summary>The faults of a run, each where it begins.</summary>
    /// <param name="model">The model.</param>
    /// <param name="run">A run of it.</param>
    /// <returns>The first value that is no number, and the first year and cell in which each check fails.</returns>
    public static EquatableList<Diagnostic> Of(BoundModel model, InterpretedRun run)
    {
        var found = new List<Diagnostic>();
        if (NonFinite.Find(model, run) is { } origin)
        {
            found.Add(NotFinite(origin));
        }

        foreach (var check in model.Checks)
        {
            var values = run.Values(check.Variable);
            var failed = values.IndexOf(0.0);
            if (failed >= 0)
            {
                var year = model.FirstYear + (failed / check.Variable.Cells);
                found.Add(Failed(model, run, check, year, failed % check.Variable.Cells));
            }
        }

        return found.ToEquatableList();
    }

    private static Diagnostic Failed(BoundModel model, InterpretedRun run, BoundCheck check, int year, int cell)
    {
        var subject = model.Variables.FirstOrDefault(v => !v.IsHidden && v.Span == check.Subject);
        var where = Where(Cell.Labels(check.Variable.Axes, cell), year);
        switch (check.Kind)
        {
            case CheckKind.StockStands when subject is not null:
                return ModelDiagnostics.Of(
                    new Problem(Fault.NegativeStock, check.Subject)
                    {
                        Values = [("name", subject.Name), ("year", year)],
                    }
                );
            case CheckKind.SharesClose when subject is { SumsToOne: { } axis }:
                return ModelDiagnostics.Of(
                    new Problem(Fault.SharesOpen, check.Subject)
                    {
                        Values =
                        [
                            ("name", subject.Name),
                            ("sum", Sum(model, run, subject, check.Variable, axis, year, cell)),
                            ("axis", axis.Name),
                            ("where", where),
                        ],
                    }
                );
            default:
                return Said("LS3832", Severity.Warning, check.Subject, ("where", where));
        }
    }

    /// <summary>The sum of the shares in the cell of the check, which has the subject's axes without the one that closes.</summary>
    private static double Sum(
        BoundModel model,
        InterpretedRun run,
        BoundVariable subject,
        BoundVariable check,
        Axis axis,
        int year,
        int cell
    )
    {
        var labels = Cell.Labels(check.Axes, cell);
        var values = run.Values(subject).Slice((year - model.FirstYear) * subject.Cells, subject.Cells);
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var own = Cell.Labels(subject.Axes, i);
            var isHere = check.Axes.Zip(labels).All(p => own[subject.Axes.IndexOf(p.First)] == p.Second);
            sum += isHere ? values[i] : 0;
        }

        return sum;
    }

    private static Diagnostic NotFinite(NonFiniteOrigin origin)
    {
        var (name, where) = (origin.Variable.Name, Where(origin.Labels, origin.Year));
        var span =
            origin.Operation.Span ?? origin.Variable.Body.Span ?? origin.Variable.Span ?? Span.Of(Piece.Of(name));
        return double.IsNaN(origin.Value)
            ? Said("LS3831", Severity.Error, span, ("name", name), ("where", where))
            : Said("LS3833", Severity.Error, span, ("name", name), ("where", where));
    }

    private static string Where(IEnumerable<string> labels, int year) =>
        string.Join(", ", labels.Append(year.ToString(CultureInfo.InvariantCulture)));

    private static Diagnostic Said(
        string id,
        Severity severity,
        Span span,
        params ReadOnlySpan<(string, object)> values
    )
    {
        (string, object)[] all = [("text", span.Text), .. values];
        return new Diagnostic(
            id,
            severity,
            ModelDiagnostics.PlaceOf(span),
            Message.Of($"{id}.reason", all),
            Message.Of($"{id}.fix", all)
        )
        {
            Text = span.Text,
        };
    }
}
