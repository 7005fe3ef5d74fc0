// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Microsoft.Data.Sqlite;

namespace Lodestar.Benchmarks;

/// <summary>
/// Misspelt names looked up among 100,000 places, against SQLite's full-text index over trigrams holding the same names
/// in memory. Names are put together from syllables by a generator of fixed seed.
/// </summary>
internal static class SearchPlaces
{
    private const int Count = 100_000;
    private const int Queries = 1_000;
    private const int Limit = 10;

    private static readonly string[] Starts =
        "al ber cor dun el fal gran hol in kar lan mor nor os pel quin ros sand tor ul vel win yor zar".Split(' ');
    private static readonly string[] Middles = "a e i o u an er in on ar el or is at en ol ur am".Split(' ');
    private static readonly string[] Ends =
        "burg dale field ford ham holm land ley mouth port stad ton ville wick worth grad".Split(' ');
    private static readonly string[] Befores = "New North South Saint Upper Lower Great Old".Split(' ');

    public static void Run()
    {
        var random = new Generator(20261122);
        var places = Enumerable.Range(0, Count).Select(i => Place(i, random)).ToList();
        var queries = Enumerable
            .Range(0, Queries)
            .Select(_ => places[random.Next(Count)])
            .Select(p => (p.Id, Text: Misspelt(p.Name, random)))
            .ToList();
        Measure.Title($"Search: {Queries} misspelt names among {Count} places, one thread");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var search = new PlaceSearch(places);
        var built = watch.Elapsed;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        using var peer = new SqliteConnection("Data Source=:memory:");
        peer.Open();
        watch.Restart();
        Fill(peer, places);
        var peerBuilt = watch.Elapsed;
        using var command = peer.CreateCommand();
        command.CommandText = "SELECT id FROM names WHERE name MATCH $q ORDER BY rank LIMIT 10";
        var parameter = command.Parameters.Add("$q", SqliteType.Text);

        var peers = Ask(queries, q => AskPeer(command, parameter, q));
        var ours = Ask(queries, q => [.. search.Find(q, Limit).Select(m => m.Place.Id)]);
        Measure.Line("peer: SQLite FTS5, trigram tokenizer: median", Measure.Milliseconds(peers.Median));
        Measure.Line("peer: 99th percentile", Measure.Milliseconds(peers.Slow));
        Measure.Line("peer: place among the first ten", Percent(peers.Found));
        Measure.Line("peer: built in", Measure.Milliseconds(peerBuilt));
        Measure.Line(
            "place search: median",
            Measure.Milliseconds(ours.Median),
            Measure.Times(ours.Median / peers.Median, "the peer's")
        );
        Measure.Line(
            "place search: 99th percentile",
            Measure.Milliseconds(ours.Slow),
            Measure.Times(ours.Slow / peers.Slow, "the peer's")
        );
        Measure.Line("place search: place among the first ten", Percent(ours.Found));
        Measure.Line("place search: built in", Measure.Milliseconds(built));
        Measure.Line(
            "place search: memory beside the places themselves",
            string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:N1} MiB"),
            string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Count:N0} bytes a place")
        );
    }

    private static (TimeSpan Median, TimeSpan Slow, double Found) Ask(
        List<(string Id, string Text)> queries,
        Func<string, string[]> find
    )
    {
        foreach (var (_, text) in queries.Take(Queries / 10))
        {
            find(text);
        }

        var times = new List<TimeSpan>(queries.Count);
        var found = 0;
        foreach (var (id, text) in queries)
        {
            var watch = Stopwatch.StartNew();
            var ids = find(text);
            times.Add(watch.Elapsed);
            found += ids.Contains(id) ? 1 : 0;
        }

        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100], found / (double)queries.Count);
    }

    private static void Fill(SqliteConnection peer, List<Jurisdiction> places)
    {
        using var create = peer.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE names USING fts5(id UNINDEXED, name, tokenize='trigram')";
        create.ExecuteNonQuery();
        using var transaction = peer.BeginTransaction();
        using var insert = peer.CreateCommand();
        insert.CommandText = "INSERT INTO names VALUES ($id, $name)";
        var (id, name) = (
            insert.Parameters.Add("$id", SqliteType.Text),
            insert.Parameters.Add("$name", SqliteType.Text)
        );
        foreach (var place in places)
        {
            (id.Value, name.Value) = (place.Id, NameFold.Fold(place.Name));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static string[] AskPeer(SqliteCommand command, SqliteParameter parameter, string query)
    {
        var text = NameFold.Fold(query);
        parameter.Value = string.Join(
            " OR ",
            Enumerable
                .Range(0, Math.Max(1, text.Length - 2))
                .Select(i => $"\"{text.Substring(i, Math.Min(3, text.Length - i))}\"")
        );
        var ids = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return [.. ids];
    }

    private static Jurisdiction Place(int index, Generator random)
    {
        var name = Word(random);
        if (random.Next(4) == 0)
        {
            name = $"{Befores[random.Next(Befores.Length)]} {name}";
        }

        return new Jurisdiction($"p{index}", name, JurisdictionKind.City)
        {
            Country = Countries.All[random.Next(Countries.All.Count)],
            Population = new PopulationFigure(1000 + random.Next(1_000_000), 2020, null),
        };
    }

    private static string Word(Generator random)
    {
        var word = Starts[random.Next(Starts.Length)] + Middles[random.Next(Middles.Length)];
        if (random.Next(3) > 0)
        {
            word += Starts[random.Next(Starts.Length)] + Middles[random.Next(Middles.Length)];
        }

        word += Ends[random.Next(Ends.Length)];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Misspelt(string name, Generator random)
    {
        var at = 1 + random.Next(name.Length - 2);
        return random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, ((char)('a' + random.Next(26))).ToString()),
            2 => $"{name[..at]}{(char)('a' + random.Next(26))}{name[(at + 1)..]}",
            _ => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
        };
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:N1} %");

    /// <summary>Numbers that are the same on every machine (Knuth's linear congruential generator, upper bits).</summary>
    private sealed class Generator(ulong seed)
    {
        private ulong _state = seed;

        public int Next(int below)
        {
            _state = unchecked(_state * 6364136223846793005 + 1442695040888963407);
            return (int)((_state >> 33) % (ulong)below);
        }
    }
}
