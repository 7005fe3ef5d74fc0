// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Threading.RateLimiting;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage;
using Lodestar.Storage.Sqlite;
using Lodestar.Web.Features;
using Lodestar.Web.Features.Alliances;
using Lodestar.Web.Features.Areas;
using Lodestar.Web.Features.Asks;
using Lodestar.Web.Features.Budgets;
using Lodestar.Web.Features.Compare;
using Lodestar.Web.Features.Embeds;
using Lodestar.Web.Features.Measures;
using Lodestar.Web.Features.Model;
using Lodestar.Web.Features.Peers;
using Lodestar.Web.Features.Practices;
using Lodestar.Web.Features.Reports;
using Lodestar.Web.Features.Revisions;
using Lodestar.Web.Features.Scenarios;
using Lodestar.Web.Features.Try;
using Lodestar.Web.Features.Try.Adoption;
using Lodestar.Web.Features.Warming;
using Lodestar.Web.Features.WhatIf;
using Lodestar.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Lodestar.Web;

/// <summary>The site and its API as one application; `lodestar serve` runs it.</summary>
public static class WebHost
{
    private const string DatabaseFile = "lodestar.db";
    private const string KeysFolder = "keys";

    /// <summary>Ready to run: database opened, samples saved, addresses not yet bound.</summary>
    public static async Task<WebApplication> CreateAsync(WebOptions options, CancellationToken cancellation = default)
    {
        var data = Directory.CreateDirectory(options.DataDirectory).FullName;
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = data, EnvironmentName = Environments.Production }
        );
        builder.WebHost.UseUrls(options.Url);

        // What a program prints is its host's to say; here only what goes wrong is logged, on standard error.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // A failed start is thrown too; and the keys that sign forms lie in a folder of the owner's alone, unencrypted by choice.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxUploadBytes + FormGuard.RoomForFields;
        });
        if (new Uri(options.Url).IsLoopback)
        {
            // A page elsewhere must not reach a private server by giving it a name of its own.
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        }

        AddServices(builder.Services, options, data);

        var app = builder.Build();
        Use(app);
        Map(app);
        await OpenAsync(app.Services, options, cancellation);
        return app;
    }

    private static void AddServices(IServiceCollection services, WebOptions options, string data)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton(SqliteDatabase.Options(Path.Combine(data, DatabaseFile)));
        services.AddScoped<LodestarDb>();
        services.AddSingleton(
            options.LibraryDirectory is { } library
                ? LibraryReader.ShippedWith(PlanDirectory.Read(library).Files)
                : LibraryReader.Shipped
        );
        services.AddLodestarApi();
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<RenderedPages>();
        services.AddSingleton<DraftShelf>();
        services.AddSingleton<FormGuard>();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "lodestar-form";
            antiforgery.FormFieldName = FormGuard.Field;
        });
        services
            .AddDataProtection()
            .SetApplicationName("lodestar")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data, KeysFolder)));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (refused, _) =>
            {
                Visitors.SayWhen(refused.HttpContext, refused.Lease);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(
                WorkLine.Limit,
                context =>
                    WhatIfPages.IsQuick(context.Request)
                        ? Visitors.PerMinute(context, options.WhatIfsPerMinute)
                        : Visitors.FewAtOnce(context)
            );
            limiter.AddPolicy(ReportPages.Limit, context => Visitors.PerMinute(context, options.ReportsPerMinute));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                CrossSite.IsRead(context.Request)
                    ? RateLimitPartition.GetNoLimiter("")
                    : Visitors.PerMinute(context, options.ChangesPerMinute)
            );
        });
    }

    private static void Use(WebApplication app)
    {
        app.UseHeadAsGet();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseLanguageChoice();
        app.UseFailurePages();
        app.UseFullLineAnswer();
        app.UseCrossSiteRefusal();
        app.UseRouting();
        app.UseRateLimiter();
    }

    private static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<SiteAssets>().Map(app);
        app.MapGet("/healthz", HealthAsync);
        app.MapLodestarApi();
        app.MapPlanPages();
        app.MapBudgetPages();
        app.MapRevisionPages();
        app.MapTryPages();
        app.MapPlacePages();
        app.MapComparePages();
        app.MapAskPages();
        app.MapPracticePages();
        app.MapMeasurePages();
        app.MapAdoptionPages();
        app.MapAlliancePages();
        app.MapAreaPages();
        app.MapEmbedPages();
        app.MapPeerPages();
        app.MapWarmingPages();
        app.MapModelPages();
        app.MapScenariosPages();
        app.MapWhatIfPages();
        app.MapReportPages();
    }

    private static async Task<IResult> HealthAsync(LodestarDb db, CancellationToken cancellation) =>
        await db.Database.CanConnectAsync(cancellation)
            ? Results.Text("ok")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static async Task OpenAsync(IServiceProvider services, WebOptions options, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await SqliteDatabase.OpenAsync(scope.ServiceProvider.GetRequiredService<LodestarDb>(), cancellation);
        if (options.SamplesDirectory is { } samples)
        {
            await SamplePlans.SeedAsync(scope.ServiceProvider, samples, cancellation);
        }
    }
}
