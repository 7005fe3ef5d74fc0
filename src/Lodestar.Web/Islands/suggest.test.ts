// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { move, shown, type Hit } from "./suggest.ts";

const hit = (name: string, plan: string | null): Hit => ({ name, plan, kind: null, countryName: null, href: "/", by: null });

test("move goes round by way of what was typed", () => {
  assert.equal(move(-1, 3, 1), 0);
  assert.equal(move(2, 3, 1), -1);
  assert.equal(move(-1, 3, -1), 2);
  assert.equal(move(0, 3, -1), -1);
});

test("shown keeps only places with figures where these are asked for", () => {
  const hits = [hit("Glasgow", "glasgow"), hit("Iceland", null)];
  assert.deepEqual(shown(hits, true).map((h) => h.name), ["Glasgow"]);
  assert.equal(shown(hits, false).length, 2);
});
