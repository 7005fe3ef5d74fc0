// SPDX-License-Identifier: Apache-2.0
// Bundles the islands' tests and runs them, with results as TAP.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const tests = readdirSync("Islands").filter((name) => name.endsWith(".test.ts"));
const out = join("obj", "island-tests");
await build({
  entryPoints: tests.map((name) => join("Islands", name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
});
const files = tests.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
process.exit(spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...files], { stdio: "inherit" }).status ?? 1);
