// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Hosting;

/// <summary>Refuses changes that a browser says another site asked for: the API knows no form token.</summary>
internal static class CrossSite
{
    private const string Header = "Sec-Fetch-Site";

    public static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        || HttpMethods.IsHead(request.Method)
        || HttpMethods.IsOptions(request.Method);

    public static void UseCrossSiteRefusal(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var from = context.Request.Headers[Header].ToString();
                if (IsRead(context.Request) || from is "" or "same-origin" or "none")
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
        );
}
