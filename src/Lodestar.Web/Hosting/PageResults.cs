// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Lodestar.Web.Hosting;

/// <summary>Pages as results of endpoints.</summary>
internal static class PageResults
{
    /// <summary>Changes with every build.</summary>
    public static readonly string CodeVersion = typeof(PageResults).Module.ModuleVersionId.ToString("N");

    /// <summary>A page that differs from visit to visit (it holds a form's token, or an error).</summary>
    public static IResult Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>
    /// A page that depends on its address, its language and <paramref name="key"/> alone (revision, date): a browser that
    /// has it is told so instead of being sent it again.
    /// </summary>
    public static IResult Cached<TPage>(HttpContext context, string key, object parameters)
        where TPage : IComponent => Cached<TPage>(context, key, () => parameters);

    /// <summary>The same, with parameters that are worked out only where the page must be rendered.</summary>
    public static IResult Cached<TPage>(HttpContext context, string key, Func<object> parameters)
        where TPage : IComponent
    {
        return IsKnown<TPage>(context, key)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : context
                .RequestServices.GetRequiredService<RenderedPages>()
                .Page(context.Response.Headers.ETag.ToString(), () => Page<TPage>(parameters()));
    }

    /// <summary>Tags the response by what it depends on, and says whether the browser has it already.</summary>
    public static bool IsKnown<TPage>(HttpContext context, string key)
        where TPage : IComponent
    {
        var assets = context.RequestServices.GetRequiredService<SiteAssets>();
        var bytes = Encoding.UTF8.GetBytes(
            $"{CodeVersion}\n{assets.Version}\n{typeof(TPage).Name}\n{LanguageChoice.Of(context)}\n{context.Request.Path}{context.Request.QueryString}\n{key}"
        );
        var tag = new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"",
            isWeak: true
        );
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true };
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(k => k.Compare(tag, useStrongComparison: false));
    }
}
