// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Plans;

internal static class PlansEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("Plans");
        plans.MapGet("", ListAsync).WithName("listPlans").WithSummary("All plans, by name");
        plans
            .MapGet("/{id}", GetAsync)
            .WithName("getPlan")
            .WithSummary("What a plan says of itself, and everything found while reading it")
            .ProducesProblem(StatusCodes.Status404NotFound);
        plans
            .MapGet("/{id}/folder.zip", FolderAsync)
            .WithName("getPlanFolder")
            .WithSummary("The plan folder as a zip; the same revision always gives the same bytes")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/zip")
            .ProducesProblem(StatusCodes.Status404NotFound);
        plans
            .MapGet("/{id}/files/{**path}", FileAsync)
            .WithName("getPlanFile")
            .WithSummary("One file of the plan folder, as it stands")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<PlanListContract>> ListAsync(
        PlanLibrary library,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var plans = await library.ListAsync(cancellation);
        var state = string.Join('\n', plans.Select(p => $"{p.RevisionId} {p.AsOf:O}"));
        response.Tag(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state))));
        return TypedResults.Ok(new PlanListContract([.. plans.Select(PlanSummaryContract.From)]));
    }

    private static async Task<Results<Ok<PlanContract>, ProblemHttpResult>> GetAsync(
        string id,
        string? revision,
        PlanOpener plans,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, null, cancellation);
        return opened.Answer<Ok<PlanContract>>(open =>
        {
            response.Tag(open.Revision.Id);
            return TypedResults.Ok(PlanContract.From(open, texts));
        });
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FolderAsync(
        string id,
        string? revision,
        PlanOpener plans,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, null, cancellation);
        return opened.Answer<FileContentHttpResult>(open =>
        {
            response.Tag(open.Revision.Id);
            using var zip = new MemoryStream();
            PlanZip.Write(open.Reading.Files, zip);
            return TypedResults.Bytes(zip.ToArray(), "application/zip", $"{id}.zip");
        });
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FileAsync(
        string id,
        string path,
        string? revision,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, null, cancellation);
        return opened.Answer<FileContentHttpResult>(open =>
        {
            response.Tag(open.Revision.Id);
            return open.Reading.Files.TryGet(path, out var bytes)
                ? TypedResults.Bytes(bytes, PlanFileType.Of(path), Path.GetFileName(path))
                : problems.NoFile(path);
        });
    }
}

/// <summary>
/// The media type a file of a plan is served as. Only plain text is named: what somebody else uploaded must never run
/// as a page of this site.
/// </summary>
internal static class PlanFileType
{
    public static string Of(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".yaml" or ".yml" => "application/yaml; charset=utf-8",
            ".csv" => "text/csv; charset=utf-8",
            ".md" or ".txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };
}
