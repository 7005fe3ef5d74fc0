// SPDX-License-Identifier: Apache-2.0
using Lodestar.Web.Features;
using Lodestar.Web.Layout;
using Microsoft.AspNetCore.Diagnostics;

namespace Lodestar.Web.Hosting;

/// <summary>What people see when a page is not there or broke: what happened, and where to go on.</summary>
internal static class Failures
{
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(branch =>
            branch.Run(context =>
            {
                var thrown = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                var status = thrown is BadHttpRequestException bad
                    ? bad.StatusCode
                    : StatusCodes.Status500InternalServerError;
                return WriteAsync(context, status);
            })
        );
        app.UseStatusCodePages(pages =>
        {
            var response = pages.HttpContext.Response;
            return WriteAsync(pages.HttpContext, response.StatusCode);
        });
    }

    private static Task WriteAsync(HttpContext context, int status)
    {
        if (IsForMachines(context))
        {
            return Results.Problem(statusCode: status).ExecuteAsync(context);
        }

        return PageResults.Page<FailurePage>(new { Status = status }, status).ExecuteAsync(context);
    }

    private static bool IsForMachines(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Api.Root, StringComparison.Ordinal);
}
