// SPDX-License-Identifier: Apache-2.0
using Lodestar.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Lodestar.Web.Hosting;

/// <summary>Reads a posted form within limits and only when it came from one of our own pages.</summary>
internal sealed class FormGuard(IAntiforgery antiforgery, WebOptions options)
{
    public const string Field = "__form";
    internal const long RoomForFields = 1 << 20;

    /// <summary>The hidden value a form carries; sets the cookie that goes with it.</summary>
    public static string Token(IAntiforgery antiforgery, HttpContext context) =>
        antiforgery.GetAndStoreTokens(context).RequestToken!;

    public async Task<(IFormCollection? Form, IResult? Refusal)> ReadAsync(
        HttpContext context,
        CancellationToken cancellation
    )
    {
        var limit = options.MaxUploadBytes + RoomForFields;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        if (context.Request.ContentLength > limit)
        {
            return (null, Refuse(StatusCodes.Status413PayloadTooLarge));
        }

        try
        {
            context.Features.Set<IFormFeature>(
                new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = limit })
            );
            var form = await context.Request.ReadFormAsync(cancellation);
            await antiforgery.ValidateRequestAsync(context);
            return (form, null);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, Refuse(fault.StatusCode));
        }
        catch (Exception fault)
            when (fault is InvalidDataException or InvalidOperationException or AntiforgeryValidationException)
        {
            return (null, Refuse(StatusCodes.Status400BadRequest));
        }
    }

    private static IResult Refuse(int status) => PageResults.Page<FailurePage>(new { Status = status }, status);
}
