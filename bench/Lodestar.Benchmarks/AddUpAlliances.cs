// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Storage.Revisions;
using Lodestar.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lodestar.Benchmarks;

/// <summary>
/// 10,000 generated places, each with a plan in a real store, and 200 alliances of 150 members: totals, search, peers and
/// asks over HTTP, each address asked for once so that nothing is kept from before. The peer of the totals is SQLite, which
/// sums the same members' rows by year and gas, leaving out places whose country is a member.
/// </summary>
internal static class AddUpAlliances
{
    private const int Places = 10_000;
    private const int Alliances = 200;
    private const int Members = 150;
    private const int FirstYear = 1990;
    private const int LastYear = 2023;
    private const int Asked = 100;

    private static readonly (string Gas, double Share)[] Gases = [("CO2", 0.8), ("CH4", 0.15), ("N2O", 0.05)];
    private static readonly string[] Columns = ["$place", "$country", "$gas", "$year", "$amount"];
    private static readonly string[] CountryCodes = [.. Countries.All.Take(100).Select(c => c.Alpha2)];

    public static async Task RunAsync()
    {
        Measure.Title($"Alliances: {Places} places with plans, {Alliances} alliances of {Members} members, over HTTP");
        var data = Directory.CreateTempSubdirectory("lodestar-bench-");
        var library = Directory.CreateTempSubdirectory("lodestar-bench-library-");
        try
        {
            WriteAlliances(library.FullName);
            await using var app = await WebHost.CreateAsync(
                new WebOptions
                {
                    DataDirectory = data.FullName,
                    LibraryDirectory = library.FullName,
                    Url = "http://127.0.0.1:0",
                }
            );
            var saved = await SaveAsync(app.Services);
            Measure.Line(
                "plans saved, assessed and indexed",
                string.Create(CultureInfo.InvariantCulture, $"{saved:N0} s")
            );
            await app.StartAsync();
            using var http = new HttpClient
            {
                BaseAddress = new Uri(app.Urls.First()),
                Timeout = TimeSpan.FromMinutes(5),
            };
            var watch = Stopwatch.StartNew();
            await http.GetStringAsync(new Uri("/api/v1/places?q=alliance", UriKind.Relative));
            Measure.Line("first answer after a change (all places read anew)", Measure.Milliseconds(watch.Elapsed));

            var peer = Peer();
            await LineAsync(http, "totals of an alliance (API)", i => $"/api/v1/alliances/alliance-{i}/totals", peer);
            await LineAsync(http, "page of an alliance", i => $"/alliances/alliance-{i}");
            await LineAsync(http, "search among places (API)", i => $"/api/v1/places?q=citi+{i * 37}");
            await LineAsync(http, "search among practices (page)", i => $"/practices?q=climat+{Word(i)}");
            await LineAsync(http, "places like one (API)", i => $"/api/v1/plans/city-{1000 + i * 31}/peers");
            await LineAsync(http, "places like one (page)", i => $"/plans/city-{1000 + i * 31}/peers");
            await LineAsync(http, "asks of an alliance (API)", i => $"/api/v1/alliances/alliance-{i}/asks");
            await LineAsync(http, "asks of an alliance (page)", i => $"/alliances/alliance-{i}/asks");
            await app.StopAsync();
        }
        finally
        {
            data.Delete(recursive: true);
            library.Delete(recursive: true);
        }
    }

    private static async Task LineAsync(HttpClient http, string what, Func<int, string> address, TimeSpan? peer = null)
    {
        var times = new List<TimeSpan>(Asked);
        var largest = 0;
        // The first few warm the code up.
        for (var i = -5; i < Asked; i++)
        {
            var watch = Stopwatch.StartNew();
            var body = await http.GetByteArrayAsync(new Uri(address(i < 0 ? Alliances + i : i), UriKind.Relative));
            if (i >= 0)
            {
                times.Add(watch.Elapsed);
                largest = Math.Max(largest, body.Length);
            }
        }

        times.Sort();
        Measure.Line(
            $"{what}: median, 99th percentile",
            $"{Measure.Milliseconds(times[times.Count / 2])}, {Measure.Milliseconds(times[times.Count * 99 / 100])}",
            string.Create(CultureInfo.InvariantCulture, $"at most {largest / 1000.0:N0} kB")
                + (peer is { } p ? ", " + Measure.Times(times[times.Count / 2] / p, "SQLite's") : "")
        );
    }

    private static async Task<double> SaveAsync(IServiceProvider services)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RevisionStore>();
        for (var i = 0; i < Places; i++)
        {
            await store.SaveAsync(IdOf(i), FilesOf(i), new RevisionNote("Benchmark"), null);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static bool IsCountry(int i) => i < CountryCodes.Length;

    private static string CountryOf(int i) => CountryCodes[i % CountryCodes.Length];

    private static string IdOf(int i) =>
        IsCountry(i)
            ? string.Create(CultureInfo.InvariantCulture, $"country-{CountryCodes[i].ToLowerInvariant()}")
            : string.Create(CultureInfo.InvariantCulture, $"city-{i}");

    private static double TonnesOf(int i, int year) =>
        (IsCountry(i) ? 5e7 : 2e6) * (1 + i % 17 / 10.0) * (1 - 0.012 * (year - FirstYear));

    private static PlanFiles FilesOf(int i)
    {
        var plan = new StringBuilder("format: lodestar-plan@1\n");
        plan.Append(CultureInfo.InvariantCulture, $"id: {IdOf(i)}\n");
        plan.Append(
            CultureInfo.InvariantCulture,
            $"name: {(IsCountry(i) ? Countries.All[i].Name : $"City {i} of {CountryOf(i)}")}\n"
        );
        plan.Append(
            CultureInfo.InvariantCulture,
            $"kind: {(IsCountry(i) ? "country" : "city")}\ncountry: {CountryOf(i)}\n"
        );
        plan.Append(
            CultureInfo.InvariantCulture,
            $"coordinates: \"{i % 120 - 50}, {i % 300 - 150}\"\narea: {50 + i % 900} km2\n"
        );
        plan.Append(
            "gwp_set: AR5\npopulation: data/population.csv\ninventories:\n  - {id: own, file: inventory/own.csv, "
        );
        plan.Append(IsCountry(i) ? "categories: ipcc2006, boundary: national}\n" : "boundary: territorial}\n");
        var years = string.Join(',', Enumerable.Range(FirstYear, LastYear - FirstYear + 1));
        var table = new StringBuilder($"id,category,gas,unit,{years}\n");
        string[] sectors = IsCountry(i) ? ["1.A.1", "1.A.3", "3.A"] : ["I.1.1", "II.1.1", "III.1.1"];
        foreach (var (gas, share) in Gases)
        {
            foreach (var (sector, at) in sectors.Select((s, at) => (s, at)))
            {
                var part = share * (at == 0 ? 0.6 : 0.2);
                var unit = gas == "CO2" ? "t CO2" : "t CO2e";
                table.Append(CultureInfo.InvariantCulture, $"{gas}-{at},{sector},{(gas == "CO2" ? "" : gas)},{unit}");
                for (var year = FirstYear; year <= LastYear; year++)
                {
                    table.Append(CultureInfo.InvariantCulture, $",{TonnesOf(i, year) * part:0.#}");
                }

                table.Append('\n');
            }
        }

        var zero = 2035 + i % 30;
        var targets = string.Create(
            CultureInfo.InvariantCulture,
            $"targets:\n  - id: zero\n    versions:\n      - {{id: v1, kind: base-year, stated: 2021, form: law, base_year: 1990, net_zero_year: {zero}, milestones: [{{id: m2030, year: 2030, cut: 50 %}}]}}\n"
        );
        var files = new Dictionary<string, string>
        {
            ["plan.yaml"] = plan.ToString(),
            ["targets.yaml"] = targets,
            ["inventory/own.csv"] = table.ToString(),
            ["data/population.csv"] = string.Create(
                CultureInfo.InvariantCulture,
                $"id,unit,{LastYear}\npeople,person,{(IsCountry(i) ? 1e7 : 4e5) * (1 + i % 23)}\n"
            ),
        };
        if (i % 3 == 0)
        {
            files["asks.yaml"] = string.Create(
                CultureInfo.InvariantCulture,
                $"asks:\n  - {{id: grid, title: A clean grid, addressee: Government of {CountryOf(i)}, level: nation, place: {CountryOf(i)}, instrument: {(i % 2 == 0 ? "law" : "price")}, status: made, since: 2022, sectors: [I], unlocks: {{unit: kt CO2e, values: {{2030: {10 + i % 90}}}, kind: estimated}}}}\n"
            );
        }

        return new PlanFiles(
            files.Select(f => KeyValuePair.Create(f.Key, new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Value))))
        );
    }

    private static IEnumerable<int> MembersOf(int alliance) =>
        Enumerable.Range(0, Members).Select(m => (alliance * 7919 + m * 6661) % Places).Distinct();

    private static void WriteAlliances(string folder)
    {
        var alliances = Directory.CreateDirectory(Path.Combine(folder, "alliances")).FullName;
        for (var a = 0; a < Alliances; a++)
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"id: alliance-{a}\nname: Alliance {a}\nmembers:\n");
            foreach (var member in MembersOf(a))
            {
                var code = IsCountry(member) ? CountryCodes[member] : IdOf(member);
                text.Append(CultureInfo.InvariantCulture, $"  - {{place: {code}, from: 2015}}\n");
            }

            File.WriteAllText(Path.Combine(alliances, $"alliance-{a}.yaml"), text.ToString());
        }
    }

    /// <summary>Median time of SQLite for the totals of one alliance.</summary>
    private static TimeSpan Peer()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Execute(database, "CREATE TABLE tonnes(place TEXT, country TEXT, gas TEXT, year INT, amount REAL)");
        Execute(
            database,
            "CREATE TABLE members(alliance INT, place TEXT, PRIMARY KEY (alliance, place)) WITHOUT ROWID"
        );
        using (var transaction = database.BeginTransaction())
        {
            Fill(database);
            transaction.Commit();
        }

        Execute(database, "CREATE INDEX by_place ON tonnes(place)");
        var times = new List<TimeSpan>();
        for (var a = 0; a < Asked; a++)
        {
            var watch = Stopwatch.StartNew();
            using var command = database.CreateCommand();
            command.CommandText =
                "SELECT t.gas, t.year, SUM(t.amount), COUNT(*) FROM members m JOIN tonnes t ON t.place = m.place "
                + "WHERE m.alliance = $a AND (t.place = t.country OR NOT EXISTS (SELECT 1 FROM members c WHERE c.alliance = $a AND c.place = t.country)) "
                + "GROUP BY t.gas, t.year";
            command.Parameters.AddWithValue("$a", a);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                _ = reader.GetDouble(2);
            }

            times.Add(watch.Elapsed);
        }

        times.Sort();
        Measure.Line("peer: SQLite, the sums alone, in memory: median", Measure.Milliseconds(times[times.Count / 2]));
        return times[times.Count / 2];
    }

    private static void Fill(SqliteConnection database)
    {
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO tonnes VALUES ($place, $country, $gas, $year, $amount)";
        var values = Columns.Select(n => insert.Parameters.Add(new SqliteParameter(n, null))).ToArray();
        for (var i = 0; i < Places; i++)
        {
            values[0].Value = IsCountry(i) ? CountryCodes[i] : IdOf(i);
            values[1].Value = CountryOf(i);
            foreach (var (gas, share) in Gases)
            {
                values[2].Value = gas;
                for (var year = FirstYear; year <= LastYear; year++)
                {
                    (values[3].Value, values[4].Value) = (year, TonnesOf(i, year) * share);
                    insert.ExecuteNonQuery();
                }
            }
        }

        using var member = database.CreateCommand();
        member.CommandText = "INSERT INTO members VALUES ($alliance, $place)";
        var (alliance, place) = (
            member.Parameters.Add(new SqliteParameter("$alliance", null)),
            member.Parameters.Add(new SqliteParameter("$place", null))
        );
        for (var a = 0; a < Alliances; a++)
        {
            foreach (var m in MembersOf(a))
            {
                (alliance.Value, place.Value) = (a, IsCountry(m) ? CountryCodes[m] : IdOf(m));
                member.ExecuteNonQuery();
            }
        }
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Word(int i) => ((char)('a' + i % 26)).ToString() + (char)('a' + i / 26 % 26);
}
