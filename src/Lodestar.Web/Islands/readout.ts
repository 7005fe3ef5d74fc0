// SPDX-License-Identifier: Apache-2.0

/** One year of a chart's table: the head of each column with a figure, and that figure. */
export interface YearRow {
  readonly year: number;
  readonly parts: readonly string[];
}

/** The rows of a chart's data table by year; what the table leaves blank is left out. */
export function readRows(head: readonly string[], body: readonly (readonly string[])[]): YearRow[] {
  return body
    .map((cells) => ({
      year: Number.parseInt(cells[0] ?? "", 10),
      parts: cells.flatMap((cell, i) => (i > 0 && cell.trim() !== "" ? [`${(head[i] ?? "").trim()}: ${cell.trim()}`] : [])),
    }))
    .filter((row) => Number.isFinite(row.year) && row.parts.length > 0);
}

/** The row nearest to a year. */
export function nearest(rows: readonly YearRow[], year: number): YearRow | undefined {
  return rows.reduce<YearRow | undefined>(
    (best, row) => (best === undefined || Math.abs(row.year - year) < Math.abs(best.year - year) ? row : best),
    undefined,
  );
}

/** The row after (or before) another; stays at the ends. */
export function step(rows: readonly YearRow[], from: YearRow | undefined, by: 1 | -1): YearRow | undefined {
  const at = from === undefined ? (by === 1 ? -1 : rows.length) : rows.findIndex((row) => row.year === from.year);
  return rows[Math.min(rows.length - 1, Math.max(0, at + by))];
}
