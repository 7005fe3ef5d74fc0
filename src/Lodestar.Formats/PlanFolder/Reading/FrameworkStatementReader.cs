// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads framework.yaml against the frameworks of a library.</summary>
internal sealed class FrameworkStatementReader(YamlFile file, SharedLibrary library, IReadOnlySet<string> sources)
{
    public EquatableList<FrameworkStatement> Read()
    {
        if (PlanYamlReader.Root(file, FrameworkKeys.Frameworks) is not { } root)
        {
            return EquatableList<FrameworkStatement>.Empty;
        }

        var statements = new List<FrameworkStatement>();
        foreach (var item in root.Items("frameworks"))
        {
            if (StatementOf(item) is not { } statement)
            {
                continue;
            }

            if (statements.Any(s => s.Framework == statement.Framework))
            {
                item.Fault(Faults.FrameworkTwice, "framework");
            }
            else
            {
                statements.Add(statement);
            }
        }

        return new EquatableList<FrameworkStatement>(statements);
    }

    private FrameworkStatement? StatementOf(MapReader item)
    {
        if (item.Text("framework") is not { Length: > 0 } named)
        {
            return null;
        }

        var definition = library.FindFramework(named);
        if (definition is null)
        {
            // Another library may know it, so what is claimed is kept.
            var known = library.Frameworks.Select(f => f.Key).ToList();
            file.Fault(
                Faults.UnknownFramework,
                item.Map["framework"]!,
                DidYouMean.Find(named, known.Concat(library.Frameworks.Select(f => f.Id))),
                ("known", known.DefaultIfEmpty("–"))
            );
        }

        var claims = new Dictionary<string, ActionClaim>(StringComparer.Ordinal);
        foreach (var action in item.Items("actions"))
        {
            if (ClaimOf(action, definition) is { } claim && !claims.TryAdd(claim.Action, claim))
            {
                action.Fault(Faults.ActionTwice, "id", ("line", claims[claim.Action].Place.Line));
            }
        }

        return new FrameworkStatement(definition?.Key ?? named, item.Place)
        {
            IsReadByProject = item.Choice("stated_by") == 1,
            Actions = claims.Values.ToEquatableList(),
        };
    }

    private ActionClaim? ClaimOf(MapReader item, FrameworkDefinition? definition)
    {
        if (item.Id("id") is not { Length: > 0 } id)
        {
            return null;
        }

        if (definition is not null && definition.FindAction(id) is null)
        {
            var known = definition.Areas.SelectMany(a => a.Actions).Select(a => a.Id);
            file.Fault(
                Faults.UnknownAction,
                item.Map["id"]!,
                DidYouMean.Find(id, known),
                ("framework", definition.Name)
            );
            return null;
        }

        var since = item.DateOrYear("since");
        var claim = new ActionClaim(id, (ActionStatus)(item.Choice("status") + 1 ?? 0), item.Place)
        {
            Says = Filled(item.Text("says")),
            Since = since?.Date,
            SinceYearOnly = since?.YearOnly ?? false,
            Owner = Filled(item.Text("owner")),
            Confidence = (Confidence)(item.Choice("confidence") + 1 ?? 0),
            Evidence = EvidenceOf(item, since),
            Source = item.Reference("source", Faults.UnknownSource, sources),
        };
        if (claim.Status >= ActionStatus.Adopted && claim.Evidence.Count == 0)
        {
            item.Fault(
                Faults.ClaimWithoutEvidence,
                "status",
                ("action", id),
                ("status", FrameworkKeys.Statuses[(int)claim.Status - 1])
            );
        }

        return claim;
    }

    private EquatableList<Evidence> EvidenceOf(MapReader item, (DateOnly Date, bool YearOnly)? since)
    {
        var evidence = new List<Evidence>();
        foreach (var shown in item.Items("evidence"))
        {
            var date = shown.DateOrYear("date");
            var url = shown.Matching("url", ValueForm.Url, Faults.BadUrl, PlanYamlReader.IsWebAddress);
            var source = shown.Reference("source", Faults.UnknownSource, sources);
            // Without its title it is reported, and still shows what it shows.
            if (shown.Text("title") is { Length: > 0 } title || (title = url ?? source) is not null)
            {
                evidence.Add(
                    new Evidence(title)
                    {
                        Url = url,
                        Date = date?.Date,
                        YearOnly = date?.YearOnly ?? false,
                        Source = source,
                    }
                );
            }

            if (date?.Date > since?.Date)
            {
                shown.Fault(Faults.EvidenceAfterStatus, "date", ("since", item.File.TextOf(item.Map["since"]!)));
            }
        }

        return new EquatableList<Evidence>(evidence);
    }

    // The file to begin with has empty quotes to write between.
    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
