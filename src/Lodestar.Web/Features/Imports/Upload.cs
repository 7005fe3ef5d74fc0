// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lodestar.Web.Features.Imports;

/// <summary>
/// A file that came with a request, as the raw body or as the first file of a form. It is spooled to a temporary file,
/// since importers read without waiting and a request cannot be read so; memory stays small whatever its size.
/// </summary>
internal sealed class Upload : IAsyncDisposable
{
    /// <summary>Largest body taken: as much as an importer takes.</summary>
    public const long LimitBytes = 64L << 20;

    private const int LongestBoundary = 200;
    private const int BufferBytes = 81_920;

    private Upload(string fileName, FileStream file) => (FileName, File) = (fileName, file);

    public string FileName { get; }

    public FileStream File { get; }

    /// <summary>Null when the request carries no file. Throws <see cref="BadHttpRequestException"/> beyond the limit.</summary>
    public static async Task<Upload?> ReceiveAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > LimitBytes)
        {
            throw TooLarge();
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsForm(type))
        {
            var name = request.Query["fileName"].ToString();
            return await SpoolAsync(request.Body, name.Length > 0 ? name : "upload", cancellation);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (section.AsFileSection() is { } file)
                {
                    return await SpoolAsync(section.Body, file.FileName, cancellation);
                }
            }
        }
        catch (Exception malformed)
            when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException(malformed.Message, StatusCodes.Status400BadRequest, malformed);
        }

        return null;
    }

    public ValueTask DisposeAsync() => File.DisposeAsync();

    private static bool IsForm(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private static async Task<Upload?> SpoolAsync(Stream body, string fileName, CancellationToken cancellation)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        try
        {
            await CopyAsync(body, file, cancellation);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        if (file.Length == 0)
        {
            await file.DisposeAsync();
            return null;
        }

        file.Position = 0;
        return new Upload(Path.GetFileName(fileName.Replace('\\', '/')), file);
    }

    private static async Task CopyAsync(Stream from, FileStream to, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        long total = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            total += read;
            if (total > LimitBytes)
            {
                throw TooLarge();
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static BadHttpRequestException TooLarge() =>
        new("The upload is too large.", StatusCodes.Status413PayloadTooLarge);
}
