// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.NdcRegistry;

/// <summary>
/// The list of all documents of the NDC registry: one row a document, with its party, date and address. It holds no
/// figures, so that a country's plan gets sources and nothing else.
/// </summary>
internal sealed class NdcRegistryImport
{
    private const int LongestField = 4096;
    private const string Publisher = "UNFCCC NDC registry";

    // Room for "ndc-" before and a number behind.
    private const int LongestSlug = 52;

    private static readonly string[] Needed = ["code", "party", "title", "encodedAbsUrl"];

    private readonly string _file;
    private readonly ImportOptions _options;
    private readonly DiagnosticBag _faults = new();
    private readonly LossCounter _loss = new();
    private readonly Dictionary<string, Party> _parties = new(StringComparer.Ordinal);
    private Dictionary<string, int> _columns = [];

    private NdcRegistryImport(string file, ImportOptions options) => (_file, _options) = (file, options);

    private sealed record Party(Country Country, List<Source> Documents, UniqueIds Ids)
    {
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);
    }

    public static bool Recognises(string firstLine) =>
        firstLine.Contains("encodedAbsUrl", StringComparison.Ordinal)
        && firstLine.Contains("submissionDate", StringComparison.Ordinal);

    public static ImportResult Read(PublisherInput file) =>
        new NdcRegistryImport(file.Name, file.Options).ReadAll(file);

    private ImportResult ReadAll(PublisherInput file)
    {
        using var reader = new StreamReader(file.Input, file.Encoding, detectEncodingFromByteOrderMarks: true);
        using var csv = new SeparatedText(reader, ',', LongestField);
        if (!csv.Read() || !ReadHeading(csv))
        {
            _faults.Add(ImportFaults.NdcHeading(_file, Needed));
            return Result([], 0);
        }

        while (csv.Read())
        {
            file.Input.CountRow();
            if (csv.Record is not [""])
            {
                ReadRow(csv);
            }
        }

        if (csv.Overlong)
        {
            _faults.Add(ImportFaults.FieldTooLong(_file, csv.Line, LongestField));
        }

        return Finish();
    }

    private bool ReadHeading(SeparatedText csv)
    {
        _columns = new(StringComparer.Ordinal);
        foreach (var (at, name) in csv.Record.Index())
        {
            _columns.TryAdd(name.Trim().TrimStart('\uFEFF'), at);
        }

        return Needed.All(_columns.ContainsKey);
    }

    private void ReadRow(SeparatedText csv)
    {
        var place = new Place(_file, csv.Line);
        string Field(string name) =>
            _columns.TryGetValue(name, out var at) && at < csv.Record.Count ? csv.Record[at].Trim() : "";
        var (code, title) = (Field("code"), Field("title"));
        if (code is "EUU" or "EUE")
        {
            _loss.LeaveOut(Reasons.Group, place);
            return;
        }

        if (Countries.Find(code) is not { } country)
        {
            _faults.Add(ImportFaults.NdcNoCountry(place, code.Length == 0 ? Field("party") : code));
            _loss.LeaveOut(Message.Of("import.left-out.no-country"), place);
            return;
        }

        if (title.Length == 0)
        {
            _faults.Add(ImportFaults.NdcNoTitle(place));
            _loss.LeaveOut(Reasons.NoLabel, place);
            return;
        }

        if (!_parties.TryGetValue(country.Alpha2, out var party))
        {
            party = new Party(country, [], new UniqueIds());
            _parties.Add(country.Alpha2, party);
        }

        if (!party.Seen.Add(string.Join('\n', csv.Record)))
        {
            _loss.LeaveOut(Reasons.Repeated, place);
            return;
        }

        party.Documents.Add(DocumentOf(party, title, Field, place));
    }

    private Source DocumentOf(Party party, string title, Func<string, string> field, Place place)
    {
        var file = Path.GetFileNameWithoutExtension(field("originalFilename").Replace('\\', '/'));
        var slug = PlanIds.Slug(file.Length == 0 ? title : file);
        var words = new[] { field("fileType"), field("language"), field("status") }.Where(w => w.Length > 0).ToList();
        if (field("version") is { Length: > 0 } version and not "N/A")
        {
            words.Add($"version {version}");
        }

        return new Source(party.Ids.Take($"ndc {slug[..Math.Min(slug.Length, LongestSlug)]}"), title)
        {
            Publisher = Publisher,
            Published = DateOf(field("submissionDate"), place),
            Url = UrlOf(field("encodedAbsUrl"), place),
            Note = words.Count == 0 ? null : string.Join(", ", words),
        };
    }

    private DateOnly? DateOf(string text, Place place)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        _faults.Add(ImportFaults.NdcNoDate(place, text));
        return null;
    }

    /// <summary>Pages link to it, so it must be an address of the web and nothing that a browser would run.</summary>
    private string? UrlOf(string text, Place place)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
        {
            return text;
        }

        _faults.Add(ImportFaults.NdcNoUrl(place, text));
        return null;
    }

    private ImportResult Finish()
    {
        var parties = _parties.Values.OrderBy(p => p.Country.Alpha3, StringComparer.Ordinal).ToList();
        if (parties.Count == 0)
        {
            _faults.Add(ImportFaults.NdcNoRows(_file));
        }

        var choices = parties.Select((p, i) => ChoicePlace.Of(i, p.Country)).ToList();
        var wanted = PlaceChoice.Resolve(choices, _options, _file, _faults);
        var plans = new List<ImportedPlan>();
        foreach (var (i, party) in parties.Index())
        {
            if (!wanted.Contains(i))
            {
                _loss.LeaveOut(Reasons.NotAskedFor, party.Documents.Count, []);
                continue;
            }

            _loss.Use(party.Documents.Count);
            plans.Add(
                ImportedPlan.Of(CountryPlan.Of(party.Country) with { Sources = party.Documents.ToEquatableList() })
            );
        }

        return Result(plans, parties.Count);
    }

    private ImportResult Result(List<ImportedPlan> plans, int parties) =>
        new(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood =
                parties == 0
                    ? EquatableList<Message>.Empty
                    : EquatableList.Of(
                        Message.Of("import.ndc.file", ("parties", parties), ("taken", plans.Count)),
                        Message.Of("import.ndc.links")
                    ),
        };
}
