// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>What came of reading a calibration.</summary>
/// <param name="Calibration">Null when a problem is an error.</param>
/// <param name="Problems">Errors and warnings, at most a hundred, in the order of the files.</param>
public sealed record CalibrationReading(Calibration? Calibration, IReadOnlyList<Problem> Problems);
