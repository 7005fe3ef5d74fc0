// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Hosting;

/// <summary>Link checkers and health probes ask with HEAD: answered as GET would be, without the body.</summary>
internal static class HeadRequests
{
    public static void UseHeadAsGet(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (HttpMethods.IsHead(context.Request.Method))
                {
                    context.Request.Method = HttpMethods.Get;
                    context.Response.Body = Stream.Null;
                }

                return next(context);
            }
        );
}
