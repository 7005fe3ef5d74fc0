// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { History, written } from "./moves.ts";

test("a move can be undone, and the one before it", () => {
  const history = new History("a");
  history.add("b");
  history.add("c");
  assert.equal(history.undo(), "b");
  assert.equal(history.undo(), "a");
  assert.equal(history.undo(), undefined);
});

test("the same choices twice are no move", () => {
  const history = new History("a");
  history.add("a");
  assert.equal(history.canUndo, false);
});

test("after an undo the next move starts from there", () => {
  const history = new History("a");
  history.add("b");
  history.undo();
  history.add("c");
  assert.equal(history.undo(), "a");
});

test("a strength is written in percent, a number with its unit", () => {
  assert.equal(written("60", undefined, "en"), "60\u202f%");
  assert.equal(written("0.123456", "1/yr", "en"), "0.123\u00a01/yr");
  assert.equal(written("2", "", "en"), "2");
});

test("numbers stand as the server writes them", () => {
  assert.equal(written("84321", "GWh", "en"), "84,321\u00a0GWh");
  assert.equal(written("0.006000000000000001", "1", "en"), "0.006\u00a01");
  assert.equal(written("-2.5", "t", "en"), "\u22122.5\u00a0t");
  assert.equal(written("37.25", undefined, "fr"), "37,3\u00a0%");
  assert.equal(written("0.000123", "t", "en"), "1.23E\u22124\u00a0t");
});
