// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lodestar.Formats.Library;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Peers;
using Lodestar.Storage.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lodestar.Storage.Index;

/// <summary>One year of a plan's leading inventory.</summary>
internal sealed record IndexedTotal(string PlanId, int Year, double Tonnes, double? PerPerson);

/// <summary>One milestone year of a plan's leading target.</summary>
internal sealed record IndexedMilestone(string PlanId, int Year, double Tonnes);

internal static class IndexMap
{
    /// <summary>Raise it when the code makes other rows.</summary>
    private const int Version = 6;

    public const string VersionColumn = "IndexVersion";

    /// <summary>Rows made by other code than today's, or by another library, bear another number and are made anew.</summary>
    public static int VersionOf(LibraryReading library) =>
        BinaryPrimitives.ReadInt32LittleEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Version} {library.Stamp}")))
        );

    public static void Apply(ModelBuilder model)
    {
        model.Entity<PlanSummary>(e =>
        {
            e.ToTable("index_plans");
            e.HasKey(s => s.PlanId);
            e.Ignore(s => s.Years);
            e.Ignore(s => s.Milestones);
            e.Property(s => s.Holds).HasConversion<string>();
            e.Property(s => s.Boundary).HasConversion<string>();
            e.Property(s => s.Names).HasConversion(AsJson<LocalName>());
            e.Property(s => s.Codes).HasConversion(AsJson<PlaceCode>());
            e.Property(s => s.Parents).HasConversion(AsJson<Parent>());
            e.Property(s => s.Gases).HasConversion(AsJson<string>());
            e.Property(s => s.ScopeOne).HasConversion(p => PackedScopeOne.Pack(p), b => PackedScopeOne.Unpack(b));
            e.Property(s => s.Path).HasConversion(AsJson<YearTonnes>());
            e.Property(s => s.Claims).HasConversion(AsJson<ClaimRow>());
            e.Property(s => s.Findings).HasConversion(AsJson<FindingRow>());
            e.Property(s => s.Asks).HasConversion(AsJson<AskRow>());
            e.Property(s => s.Adopted).HasConversion(AsJson<AdoptedRow>());
            e.Property(s => s.Facts)
                .HasConversion(
                    f => JsonSerializer.Serialize(f, WithLists),
                    t => t.Length == 0 ? new PeerFacts() : JsonSerializer.Deserialize<PeerFacts>(t, WithLists)!
                );
            e.Property<int>(VersionColumn);
            e.HasIndex(s => s.Name);
            e.HasOne<PlanHead>().WithOne().HasForeignKey<PlanSummary>(s => s.PlanId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IndexedTotal>(e =>
        {
            e.ToTable("index_totals");
            e.HasKey(t => new { t.PlanId, t.Year });
            e.HasOne<PlanSummary>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IndexedMilestone>(e =>
        {
            e.ToTable("index_milestones");
            e.HasKey(t => new { t.PlanId, t.Year });
            e.HasOne<PlanSummary>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static readonly JsonSerializerOptions WithLists = new() { Converters = { new EquatableLists() } };

    // Lists that are read whole with their row and never asked for on their own.
    private static ValueConverter<EquatableList<T>, string> AsJson<T>() =>
        new(
            items => JsonSerializer.Serialize(items.ToArray(), WithLists),
            text => new EquatableList<T>(ItemsOf<T>(text))
        );

    // Rows from before a column have nothing in it until they are made anew.
    private static T[] ItemsOf<T>(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize<T[]>(text, WithLists) ?? [];
}
