// SPDX-License-Identifier: Apache-2.0
// Bundles the islands and cuts the fonts into wwwroot/built. Called by the project file; safe to call twice at once.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const built = join(root, "wwwroot", "built");
const lock = join(root, "obj", "front-end.lock");
const installedStamp = join(root, "node_modules", ".lodestar-lock");

// Place names of Europe, the subscripts of gases, and the signs that tables and charts use.
const ranges = [
  [0x20, 0x7e], [0xa0, 0x17f], [0x218, 0x21b], [0x2009, 0x200a], [0x2010, 0x2015], [0x2018, 0x201e], [0x2020, 0x2022],
  [0x2026, 0x2026], [0x202f, 0x2030], [0x2032, 0x2033], [0x2039, 0x203a], [0x2080, 0x2089], [0x20ac, 0x20ac],
  [0x2190, 0x2193], [0x2212, 0x2212], [0x2248, 0x2248], [0x2260, 0x2265], [0xb2, 0xb3], [0x2070, 0x2079],
];
const weights = { 400: "Inter-Regular.woff2", 600: "Inter-SemiBold.woff2" };

await alone(async () => {
  if (!installed()) {
    return;
  }
  const { build } = await import("esbuild");
  mkdirSync(built, { recursive: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: ["Islands/islands.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
  put("islands.js", result.outputFiles[0].contents);
  await cutFonts();
  put("built.stamp", new Date(0).toISOString());
});

async function cutFonts() {
  const { default: subset } = await import("subset-font");
  const from = join(root, "node_modules", "inter-ui");
  const text = ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
    .join("");
  for (const [weight, file] of Object.entries(weights)) {
    put(`inter-${weight}.woff2`, await subset(readFileSync(join(from, "web", file)), text, { targetFormat: "woff2" }));
  }
  put("inter-licence.txt", readFileSync(join(from, "LICENSE.txt")));
}

// Without packages (offline, say) the site is built as if Node were missing; CI must not get away with that.
function installed() {
  const wanted = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
  if (existsSync(installedStamp) && readFileSync(installedStamp, "utf8") === wanted) {
    return true;
  }
  try {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  } catch (error) {
    if (process.env.CI === "true") {
      throw error;
    }
    console.log("The packages of the front end could not be installed: the site is built without its islands and fonts.");
    return false;
  }
  writeFileSync(installedStamp, wanted);
  return true;
}

// A file is renamed into place whole and only when it changed, so a build beside this one never reads half of it.
function put(name, bytes) {
  const path = join(built, name);
  const content = Buffer.from(bytes);
  if (name !== "built.stamp" && existsSync(path) && readFileSync(path).equals(content)) {
    return;
  }
  writeFileSync(path + ".new", content);
  renameSync(path + ".new", path);
}

async function alone(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") {
        throw error;
      }
      const age = Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      if (age > 300_000) {
        rmSync(lock, { recursive: true, force: true });
      }
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
