// SPDX-License-Identifier: Apache-2.0

// Every feature reads plans through the library, and a preview shows an assessment.
global using Lodestar.Web.Features.Assessment;
global using Lodestar.Web.Features.Places;
global using Lodestar.Web.Features.Plans;
using Lodestar.Formats.Library;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Lodestar.Web.Components.Model;
using Lodestar.Web.Components.Scenarios;
using Lodestar.Web.Components.Warming;
using Lodestar.Web.Features.Alliances;
using Lodestar.Web.Features.Areas;
using Lodestar.Web.Features.Asks;
using Lodestar.Web.Features.Budgets;
using Lodestar.Web.Features.Charts;
using Lodestar.Web.Features.Compare;
using Lodestar.Web.Features.Imports;
using Lodestar.Web.Features.Inventory;
using Lodestar.Web.Features.Measures;
using Lodestar.Web.Features.Model;
using Lodestar.Web.Features.Peers;
using Lodestar.Web.Features.Practices;
using Lodestar.Web.Features.Reports;
using Lodestar.Web.Features.Revisions;
using Lodestar.Web.Features.Scenarios;
using Lodestar.Web.Features.Targets;
using Lodestar.Web.Features.Warming;
using Lodestar.Web.Features.WhatIf;
using Lodestar.Web.Hosting;
using Lodestar.Web.Texts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace Lodestar.Web.Features;

/// <summary>The JSON API, /api/v1 (docs/api.md).</summary>
public static class Api
{
    public const string Root = "/api/v1";

    private const string Document = "v1";

    /// <summary>Everything the API and the pages read plans through. The host adds LodestarDb itself.</summary>
    public static IServiceCollection AddLodestarApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.TryAddScoped(s =>
            WebTexts.In(LanguageChoice.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext))
        );
        services.TryAddSingleton<PlanCache>();
        services.TryAddScoped<Problems>();
        services.TryAddScoped<RevisionStore>();
        services.TryAddScoped<PlanIndex>();
        services.TryAddScoped<PlanLibrary>();
        services.TryAddScoped<PlanOpener>();
        services.TryAddSingleton(_ => LibraryReader.Shipped);
        services.TryAddSingleton<PlaceShelf>();
        services.TryAddSingleton<WarmingShelf>();
        services.TryAddSingleton<ModelShelf>();
        services.TryAddSingleton<ScenarioShelf>();
        services.TryAddSingleton(s => new WorkLine(s.GetRequiredService<WebOptions>().LongestLine));
        services.TryAddSingleton<WhatIfShelf>();
        services.TryAddSingleton<ReportShelf>();
        services.TryAddScoped<PlaceCatalogs>();
        services.TryAddScoped<NewPlans>();
        services.TryAddScoped<Saving>();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.AddOpenApi(
            Document,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = endpoint =>
                    endpoint.RelativePath?.StartsWith(Root[1..], StringComparison.Ordinal) == true;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "Lodestar",
                            Version = Document,
                            Description = WebTexts.English.Render(Message.Of("api.description")),
                            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
                        };
                        // Where it is served is the reader's own address.
                        document.Servers = [];
                        return Task.CompletedTask;
                    }
                );
            }
        );
        return services;
    }

    public static IEndpointRouteBuilder MapLodestarApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi($"{Root}/openapi.json");
        var api = app.MapGroup(Root)
            .AddEndpointFilter(Problems.CatchAsync)
            .AddEndpointFilter(Validators.NotModifiedAsync);
        api.MapPlans();
        api.MapAssessment();
        api.MapBudgets();
        api.MapInventory();
        api.MapTargets();
        api.MapRevisions();
        api.MapCharts();
        api.MapImports();
        api.MapPlaces();
        api.MapCompare();
        api.MapAsks();
        api.MapPractices();
        api.MapMeasures();
        api.MapAlliances();
        api.MapAreas();
        api.MapPeers();
        api.MapWarming();
        api.MapModel();
        api.MapScenarios();
        api.MapWhatIf();
        return app;
    }
}
