// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text;
using Lodestar.Web.Features.Imports;

namespace Lodestar.App.Tests.Api;

public sealed class SaveApiTests
{
    private const string Folder = "/api/v1/plans/glasgow/folder";

    [Fact]
    public async Task Plan_StoredTwice_IsAConflictThatNamesTheRevision()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var again = await host.PostAsync("/api/v1/plans?fileName=g.zip", ApiHost.Zip(ApiHost.Folder()));

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(64, (await ApiHost.ReadAsync(again)).GetProperty("revision").GetString()!.Length);
    }

    [Fact]
    public async Task Plan_StoredUnderAnotherId_IsThereUnderIt()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var copy = await host.PostAsync(
            "/api/v1/plans?id=glasgow-copy&fileName=g.zip",
            ApiHost.Zip(ApiHost.Folder())
        );

        Assert.Equal("/api/v1/plans/glasgow-copy", copy.Headers.Location?.ToString());
        await host.GetAsync("/api/v1/plans/glasgow-copy/assessment");
    }

    [Fact]
    public async Task Folder_PutWithItsTag_BecomesTheNextRevision()
    {
        await using var host = await ApiHost.WithGlasgowAsync();
        using var now = await host.Client.GetAsync("/api/v1/plans/glasgow");

        using var saved = await host.PutAsync(Folder, Changed("2035"), now.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(2, (await ApiHost.ReadAsync(saved)).GetProperty("revision").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Folder_PutWithoutATag_IsAskedForOne()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var response = await host.PutAsync(Folder, Changed("2035"), null);

        Assert.Equal(HttpStatusCode.PreconditionRequired, response.StatusCode);
    }

    [Fact]
    public async Task Folder_PutWithATagOfNobody_DoesNotMatch()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var response = await host.PutAsync(Folder, Changed("2035"), $"\"{new string('f', 64)}\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    [Fact]
    public async Task Folder_PutAfterSomebodyElseChangedTheSameFile_ShowsTheDifference()
    {
        await using var host = await ApiHost.WithGlasgowAsync();
        using var start = await host.Client.GetAsync("/api/v1/plans/glasgow");
        var tag = start.Headers.ETag!.ToString();
        using var theirs = await host.PutAsync(Folder, Changed("2035"), tag);
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);

        using var mine = await host.PutAsync(Folder, Changed("2040"), tag);

        Assert.Equal(HttpStatusCode.Conflict, mine.StatusCode);
        var problem = await ApiHost.ReadAsync(mine);
        var change = Assert.Single(problem.GetProperty("changes").EnumerateArray());
        Assert.Equal("targets.yaml", change.GetProperty("path").GetString());
        Assert.Contains(
            change.GetProperty("lines").EnumerateArray(),
            l =>
                l.GetProperty("sign").GetString() == "+"
                && l.GetProperty("text").GetString()!.Contains("2040", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Diff_BetweenTwoRevisions_ShowsTheLineThatChanged()
    {
        await using var host = await ApiHost.WithGlasgowAsync();
        var first = await CurrentAsync(host);
        using var saved = await host.PutAsync(Folder, Changed("2035"), $"\"{first}\"");

        var diff = await host.GetAsync($"/api/v1/plans/glasgow/diff?from={first[..8]}");

        var change = Assert.Single(diff.GetProperty("changes").EnumerateArray());
        Assert.Equal("changed", change.GetProperty("kind").GetString());
        Assert.Equal(2, diff.GetProperty("to").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Revision_Restored_IsANewOneOnTopWithTheOldFiles()
    {
        await using var host = await ApiHost.WithGlasgowAsync();
        var first = await CurrentAsync(host);
        using var saved = await host.PutAsync(Folder, Changed("2035"), $"\"{first}\"");

        using var restored = await host.Client.PostAsync($"/api/v1/plans/glasgow/revisions/{first}/restore", null);

        var revision = (await ApiHost.ReadAsync(restored)).GetProperty("revision");
        Assert.Equal(3, revision.GetProperty("number").GetInt32());
        Assert.Equal("Restore revision 1", revision.GetProperty("message").GetString());
        var files = await host.Client.GetStringAsync("/api/v1/plans/glasgow/files/targets.yaml");
        Assert.Contains("net_zero_year: 2030", files, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revision_RestoredWithANote_CarriesIt()
    {
        await using var host = await ApiHost.WithGlasgowAsync();
        var first = await CurrentAsync(host);
        using var saved = await host.PutAsync(Folder, Changed("2035"), $"\"{first}\"");

        using var restored = await host.Client.PostAsJsonAsync(
            $"/api/v1/plans/glasgow/revisions/{first}/restore",
            new { message = "The vote\nwas void" }
        );

        var revision = (await ApiHost.ReadAsync(restored)).GetProperty("revision");
        Assert.Equal("The vote was void", revision.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Import_Previewed_ShowsPlanAndVerdictAndStoresNothing()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync(
            "/api/v1/imports/preview?fileName=g.zip",
            ApiHost.Zip(ApiHost.Folder())
        );

        var preview = await ApiHost.ReadAsync(response);
        Assert.Equal(
            "glasgow",
            Assert.Single(preview.GetProperty("plans").EnumerateArray()).GetProperty("id").GetString()
        );
        Assert.Equal(16, preview.GetProperty("assessment").GetProperty("findings").GetArrayLength());
        Assert.Empty((await host.GetAsync("/api/v1/plans")).GetProperty("plans").EnumerateArray());
    }

    [Fact]
    public async Task Import_SentAsAForm_ReadsTheSame()
    {
        await using var host = await ApiHost.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("x"), "field" },
            { new ByteArrayContent(ApiHost.Zip(ApiHost.Folder())), "file", "glasgow.zip" },
        };

        using var response = await host.Client.PostAsync("/api/v1/imports/preview", form);

        Assert.Single((await ApiHost.ReadAsync(response)).GetProperty("plans").EnumerateArray());
    }

    [Fact]
    public async Task Import_OfNothing_AsksForAFile()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync("/api/v1/imports/preview", []);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Import_BeyondTheLimit_IsTooLargeInWords()
    {
        await using var host = await ApiHost.StartAsync();
        using var content = new StreamContent(new Zeros(Upload.LimitBytes + 1));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports/preview") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var problem = await ApiHost.ReadAsync(response);
        Assert.Equal("The upload is larger than the 64 MB that are taken.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Plan_FromAFileThatIsNone_IsNotUnderstoodAndSaysWhy()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync(
            "/api/v1/plans?fileName=a.zip",
            Encoding.UTF8.GetBytes("no zip at all")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotEmpty((await ApiHost.ReadAsync(response)).GetProperty("diagnostics").EnumerateArray());
    }

    private static byte[] Changed(string netZero) =>
        ApiHost.Zip(ApiHost.Folder(ApiHost.Targets.Replace("2030", netZero, StringComparison.Ordinal)));

    private static async Task<string> CurrentAsync(ApiHost host) =>
        (await host.GetAsync("/api/v1/plans/glasgow/revisions"))
            .GetProperty("revisions")[0]
            .GetProperty("id")
            .GetString()!;

    /// <summary>So many zeros, without holding them.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            Array.Clear(buffer, offset, read);
            _left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
