// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Hosting;

/// <summary>What a browser may do with what it gets from here: nothing inline, nothing from elsewhere, no framing but where a page allows it.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // What stands in another site's frame runs nothing and sends nothing.
    private const string PolicyInFrames =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; "
        + "frame-ancestors *";

    /// <summary>Lets this answer, and no other, stand in a frame of any site.</summary>
    public static void AllowFraming(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = PolicyInFrames;

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                return next(context);
            }
        );
}
