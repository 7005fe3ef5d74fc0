// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lodestar.Web.Features;

/// <summary>
/// What the API says when it cannot do what was asked: RFC 9457 problem details with the sentence as data ("reason"),
/// and where input was at fault its diagnostics.
/// </summary>
public sealed class Problems(MessageCatalog texts)
{
    public ProblemHttpResult NoPlan(string planId) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-plan", ("plan", planId)));

    public ProblemHttpResult NoPlace(string code) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-place", ("place", code)));

    public ProblemHttpResult NoPractice(string id) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-practice", ("practice", id)));

    public ProblemHttpResult NoMeasure(string id) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-measure", ("measure", id)));

    public ProblemHttpResult NoAlliance(string id) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-alliance", ("alliance", id)));

    public ProblemHttpResult NoFramework(string framework) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-framework", ("framework", framework)));

    public ProblemHttpResult NoRevision(string planId, string revision) =>
        Of(
            StatusCodes.Status404NotFound,
            Message.Of("api.problem.no-revision", ("plan", planId), ("revision", revision))
        );

    public ProblemHttpResult NoFile(string path) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-file", ("path", path)));

    public ProblemHttpResult NoInventory(string planId) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-inventory", ("plan", planId)));

    public ProblemHttpResult NoVariable(string planId, string variable) =>
        Of(
            StatusCodes.Status404NotFound,
            Message.Of("api.problem.no-variable", ("plan", planId), ("variable", variable))
        );

    public ProblemHttpResult NoScenarios(string planId) =>
        Of(StatusCodes.Status404NotFound, Message.Of("api.problem.no-scenarios", ("plan", planId)));

    public ProblemHttpResult BadValue(string name, string value, string allowed) =>
        Of(
            StatusCodes.Status400BadRequest,
            Message.Of("api.problem.bad-value", ("name", name), ("value", value), ("allowed", allowed))
        );

    public ProblemHttpResult TooLarge(long limitBytes) =>
        Of(
            StatusCodes.Status413PayloadTooLarge,
            Message.Of("api.problem.too-large", ("megabytes", (int)(limitBytes >> 20)))
        );

    public ProblemHttpResult NoUpload() => Of(StatusCodes.Status400BadRequest, Message.Of("api.problem.no-upload"));

    public ProblemHttpResult Broken(int status) => Of(status, Message.Of("api.problem.broken-request"));

    public ProblemHttpResult Exists(string planId, string revision) =>
        Of(
            StatusCodes.Status409Conflict,
            Message.Of("api.problem.exists", ("plan", planId)),
            [new("revision", revision)]
        );

    public ProblemHttpResult MatchWanted() =>
        Of(StatusCodes.Status428PreconditionRequired, Message.Of("api.problem.match-wanted"));

    public ProblemHttpResult NoMatch(string planId, string match) =>
        Of(
            StatusCodes.Status412PreconditionFailed,
            Message.Of("api.problem.no-match", ("plan", planId), ("revision", match))
        );

    public ProblemHttpResult Conflict(RevisionContract current, IReadOnlyList<FileChangeContract> changes) =>
        Of(
            StatusCodes.Status409Conflict,
            Message.Of("api.problem.conflict", ("files", changes.Count)),
            [new("current", current), new("changes", changes)]
        );

    public ProblemHttpResult NotUnderstood(IEnumerable<Diagnostic> diagnostics) =>
        Of(
            StatusCodes.Status422UnprocessableEntity,
            Message.Of("api.problem.not-understood"),
            [new("diagnostics", diagnostics.Select(d => DiagnosticContract.From(d, texts)).ToArray())]
        );

    public ProblemHttpResult ManyPlans(IEnumerable<string> ids) =>
        Of(
            StatusCodes.Status422UnprocessableEntity,
            Message.Of("api.problem.many-plans"),
            [new("plans", ids.ToArray())]
        );

    private ProblemHttpResult Of(int status, Message reason, params KeyValuePair<string, object?>[] more) =>
        TypedResults.Problem(
            statusCode: status,
            detail: texts.Render(reason),
            extensions: [new("reason", MessageContract.From(reason, texts)), .. more]
        );

    /// <summary>Turns a request that broke off or grew too large while it was read into problem details.</summary>
    internal static async ValueTask<object?> CatchAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException bad)
        {
            var problems = context.HttpContext.RequestServices.GetRequiredService<Problems>();
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? problems.TooLarge(Imports.Upload.LimitBytes)
                : problems.Broken(bad.StatusCode);
        }
    }
}

/// <summary>
/// Validators: what a resource says depends on the revision, on the day where a verdict is in it, on the language of its
/// sentences, and on the version of this program. A client that has it already is told so.
/// </summary>
internal static class Validators
{
    private static readonly string Version = typeof(Validators).Assembly.GetName().Version?.ToString(3) ?? "0";

    public static void Tag(this HttpResponse response, string revision, DateOnly? date = null)
    {
        var day = date?.ToString("-yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
        response.Headers.ETag = $"\"{revision}{day}-{LanguageChoice.Of(response.HttpContext)}-{Version}\"";
        response.Headers.CacheControl = "no-cache";
    }

    /// <summary>The revision that a tag of ours names.</summary>
    public static string? RevisionOf(StringSegment tag) => tag.Value?.Trim('"').Split('-')[0];

    /// <summary>Answers 304 in place of a body that the client has.</summary>
    public static async ValueTask<object?> NotModifiedAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var result = await next(context);
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (!HttpMethods.IsGet(request.Method) || string.IsNullOrEmpty(response.Headers.ETag))
        {
            return result;
        }

        var current = EntityTagHeaderValue.Parse(response.Headers.ETag.ToString());
        var known = request.GetTypedHeaders().IfNoneMatch;
        return known.Any(t => t.Tag == "*" || t.Compare(current, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }
}
