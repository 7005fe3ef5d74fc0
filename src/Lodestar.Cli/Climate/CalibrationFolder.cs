// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Calibrations;

namespace Lodestar.Cli.Climate;

/// <summary>
/// A calibration on disk as our compact tables, whole or not at all: it is written apart, beside its place, and then
/// moved there, so that an end at any moment leaves no half calibration where somebody looks for a whole one.
/// </summary>
internal sealed class CalibrationFolder(string path)
{
    private readonly string _target = Path.GetFullPath(path);

    /// <summary>True when something stands there that writing would replace.</summary>
    public bool IsTaken =>
        File.Exists(_target) || (Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any());

    /// <summary>True when what stands there is a calibration of ours, which alone may be replaced.</summary>
    public bool IsOurs =>
        Directory.Exists(_target)
        && Directory
            .EnumerateFileSystemEntries(_target)
            .All(e => CalibrationTable.Names.Contains(Path.GetFileName(e)) && File.Exists(e));

    public void Write(Calibration calibration, CancellationToken cancellation)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $".lodestar-{Environment.ProcessId}");
        var (stage, old) = ($"{_target}{tag}", $"{_target}{tag}-old");
        Directory.CreateDirectory(stage);
        try
        {
            foreach (var (name, text) in CalibrationTable.Write(calibration))
            {
                cancellation.ThrowIfCancellationRequested();
                File.WriteAllText(Path.Combine(stage, name), text);
            }

            cancellation.ThrowIfCancellationRequested();
            if (Directory.Exists(_target))
            {
                Directory.Move(_target, old);
            }

            MoveIn(stage, old);
        }
        finally
        {
            foreach (var left in (string[])[stage, old])
            {
                if (Directory.Exists(left))
                {
                    Directory.Delete(left, recursive: true);
                }
            }
        }
    }

    private void MoveIn(string stage, string old)
    {
        try
        {
            Directory.Move(stage, _target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(old))
            {
                Directory.Move(old, _target);
            }

            throw;
        }
    }
}
