// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Features;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;

namespace Lodestar.Web.Hosting;

/// <summary>
/// The language of an answer: what the address asks for (?lang=fr), else what was chosen before (a cookie), else what the
/// browser prefers, else English.
/// </summary>
internal static class LanguageChoice
{
    public const string Query = "lang";
    public const string Cookie = "lodestar-language";

    private static readonly string[] Speaking =
    [
        "text/html",
        "application/json",
        "application/problem+json",
        "image/svg+xml",
    ];

    /// <summary>English where there is no request.</summary>
    public static string Of(HttpContext? context) =>
        context is null
            ? Languages.Default
            : Asked(context.Request)
                ?? Languages.Find(context.Request.Cookies[Cookie])
                ?? Preferred(context.Request)
                ?? Languages.Default;

    /// <summary>Keeps a choice made on a page, and says on every answer what its language depends on.</summary>
    public static void UseLanguageChoice(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (!IsWordless(context.Request.Path))
                {
                    Remember(context);
                    context.Response.OnStarting(() => Declare(context));
                }

                return next(context);
            }
        );

    /// <summary>
    /// The address of this page in another language: same path, same query. A page that answers a form has none of its
    /// own, so there it is the page that the form was on.
    /// </summary>
    public static string Address(HttpContext context, string? language)
    {
        var request = context.Request;
        var (path, query) = (request.PathBase.Add(request.Path).ToUriComponent(), request.QueryString);
        if (!HttpMethods.IsGet(request.Method))
        {
            var from = request.GetTypedHeaders().Referer;
            var own = from is not null && from.IsAbsoluteUri && from.Authority == request.Host.Value;
            (path, query) = own ? (from!.AbsolutePath, new QueryString(from.Query)) : ("/", QueryString.Empty);
        }

        var kept = new QueryBuilder(
            Microsoft
                .AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value)
                .Where(p => p.Key != Query)
                .SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value ?? ""))
        );
        if (language is not null)
        {
            kept.Add(Query, language);
        }

        // Two slashes in front would name another host.
        return $"/{path.TrimStart('/')}{kept}";
    }

    private static string? Asked(HttpRequest request) => Languages.Find(request.Query[Query].ToString());

    /// <summary>The supported language of greatest weight (RFC 9110 §12.5.4); of equal weight the one named first.</summary>
    private static string? Preferred(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.Where(l => l.Quality is null or > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value == "*" ? Languages.Default : Languages.Find(l.Value.Value))
            .FirstOrDefault(l => l is not null);

    private static void Remember(HttpContext context)
    {
        var request = context.Request;
        // A page in another site's frame sets no cookie.
        var ofPage =
            !request.Path.StartsWithSegments(Api.Root, StringComparison.Ordinal)
            && !request.Path.StartsWithSegments("/embed", StringComparison.Ordinal);
        if (ofPage && Asked(request) is { } asked && request.Cookies[Cookie] != asked)
        {
            context.Response.Cookies.Append(
                Cookie,
                asked,
                new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    HttpOnly = true,
                    Secure = request.IsHttps,
                    IsEssential = true,
                }
            );
        }
    }

    private static Task Declare(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage, HeaderNames.Cookie);
        var type = context.Response.ContentType ?? "";
        if (Speaking.Any(s => type.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
        {
            headers.ContentLanguage = Of(context);
        }

        return Task.CompletedTask;
    }

    private static bool IsWordless(PathString path) =>
        path.StartsWithSegments("/assets", StringComparison.Ordinal)
        || path.StartsWithSegments("/healthz", StringComparison.Ordinal)
        // The description of the API is in English alone.
        || path == $"{Api.Root}/openapi.json";
}
