// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { Latest, percent } from "./latest.ts";
import { nearest, readRows, step } from "./readout.ts";

const rows = readRows(
  ["Year", "Inventory, kt", "Path, kt"],
  [
    ["2019", "1,900", ""],
    ["2020", "1,839", "1,900"],
    ["2021", "", ""],
    ["2022", "", "1,700"],
  ],
);

test("readRows leaves out blanks and years with nothing", () => {
  assert.deepEqual(rows.map((row) => row.year), [2019, 2020, 2022]);
  assert.deepEqual(rows[1]?.parts, ["Inventory, kt: 1,839", "Path, kt: 1,900"]);
});

test("nearest takes the closest year that has figures", () => {
  assert.equal(nearest(rows, 2035)?.year, 2022);
  assert.equal(nearest(rows, 1990)?.year, 2019);
  assert.equal(nearest([], 2020), undefined);
});

test("step stays at the ends", () => {
  assert.equal(step(rows, undefined, 1)?.year, 2019);
  assert.equal(step(rows, rows[1], 1)?.year, 2022);
  assert.equal(step(rows, rows[2], 1)?.year, 2022);
  assert.equal(step(rows, rows[0], -1)?.year, 2019);
});

test("beginning again aborts the one before", () => {
  const latest = new Latest();
  const first = latest.begin();
  const second = latest.begin();
  assert.equal(first.aborted, true);
  assert.equal(second.aborted, false);
});

test("percent is whole and never above a hundred", () => {
  assert.equal(percent(1, 3), "33\u202f%");
  assert.equal(percent(9, 3), "100\u202f%");
  assert.equal(percent(1, 0), "");
});
