// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Lodestar.Web.Hosting;

/// <summary>
/// Style sheet, script, fonts and icons, embedded in the assembly. An address carries a hash of the content, so a
/// browser may keep it for ever; texts are compressed once, at start.
/// </summary>
internal sealed partial class SiteAssets
{
    private const string Prefix = "wwwroot/";
    private const string StyleParts = "wwwroot/style/";
    private const string StyleSheet = "site.css";
    private const string Root = "/assets/";

    private readonly Dictionary<string, Asset> _byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _urlByName = new(StringComparer.Ordinal);

    public SiteAssets()
    {
        var assembly = typeof(SiteAssets).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal));
        var parts = names
            .Where(n => n.StartsWith(StyleParts, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var name in names.Except(parts))
        {
            Add(Path.GetFileName(name), Read(assembly, name));
        }

        // The style sheet names fonts, so it comes when they have their addresses. Its parts go out as one file.
        Add(StyleSheet, [.. parts.SelectMany(p => Read(assembly, p))]);

        Version = Hash(Encoding.UTF8.GetBytes(string.Join('\n', _byUrl.Keys.Order(StringComparer.Ordinal))));
    }

    /// <summary>Changes whenever any asset does.</summary>
    public string Version { get; }

    /// <summary>The address of an asset; null when it was not built (no Node).</summary>
    public string? Url(string name) => _urlByName.GetValueOrDefault(name);

    public void Map(IEndpointRouteBuilder app) =>
        app.MapMethods(
            Root + "{name}",
            [HttpMethods.Get, HttpMethods.Head],
            (string name, HttpContext context) => Send(name, context)
        );

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private IResult Send(string name, HttpContext context)
    {
        if (!_byUrl.TryGetValue(Root + name, out var asset))
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        if (asset.Brotli is null)
        {
            return Results.Bytes(asset.Bytes, asset.Type);
        }

        headers.Vary = HeaderNames.AcceptEncoding;
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            return Results.Bytes(asset.Bytes, asset.Type);
        }

        headers.ContentEncoding = "br";
        return Results.Bytes(asset.Brotli, asset.Type);
    }

    private void Add(string name, byte[] bytes)
    {
        var extension = Path.GetExtension(name);
        if (extension == ".css")
        {
            bytes = Encoding.UTF8.GetBytes(NamedUrl().Replace(Encoding.UTF8.GetString(bytes), AddressOf));
        }

        var url = $"{Root}{Path.GetFileNameWithoutExtension(name)}.{Hash(bytes)}{extension}";
        var type = TypeOf(extension);
        _byUrl[url] = new Asset(bytes, type, extension == ".woff2" ? null : Compress(bytes));
        _urlByName[name] = url;
    }

    private string AddressOf(Match match) =>
        _urlByName.TryGetValue(match.Groups[1].Value, out var url) ? $"url({url})" : match.Value;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    private static string TypeOf(string extension) =>
        extension switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            ".txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.SmallestSize))
        {
            brotli.Write(bytes);
        }

        return memory.ToArray();
    }

    [GeneratedRegex("""url\(["']?([\w.-]+)["']?\)""")]
    private static partial Regex NamedUrl();

    private sealed record Asset(byte[] Bytes, string Type, byte[]? Brotli);
}
