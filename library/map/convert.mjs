// SPDX-License-Identifier: Apache-2.0
// Makes countries.csv from Natural Earth's countries as the package world-atlas carries them. Run after `npm ci` in
// src/Lodestar.Web, and only when the edition changes: the table is committed, and the build does not need this.
//
//   node library/map/convert.mjs
//
// A country is the rings of its areas at 1:110 million, thinned along shared borders so that neighbours still touch, in
// tenths of a degree, cut at the antimeridian: "lon lat", then steps "dlon dlat". One too small for that scale is a
// point, the middle of its largest part at 1:10 million. Antarctica is left out: nobody governs emissions there.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../src/Lodestar.Web/package.json", import.meta.url));
const perDegree = 10;
const thinnest = 0.06; // square degrees a vertex must span to stay
const smallestRing = 0.25; // square degrees; a country keeps its largest ring whatever its size
const antarctica = "010";

const alpha2 = new Map(
  readFileSync(new URL("../../src/Lodestar.Planning/Jurisdictions/Tables/countries.csv", import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line)
    .map((line) => line.split(","))
    .map(([two, , numeric]) => [numeric, two]),
);

const coarse = decode(require("world-atlas/countries-110m.json"), thin);
const fine = decode(require("world-atlas/countries-10m.json"), (arc) => arc);
const rows = [];
for (const { id, rings } of coarse) {
  const largest = Math.max(...rings.map((ring) => Math.abs(area(ring))));
  const kept = rings.filter((ring) => Math.abs(area(ring)) >= Math.min(largest, smallestRing));
  const cut = kept.flatMap(atAntimeridian).map(steps).filter((text) => text);
  if (cut.length > 0) {
    rows.push([alpha2.get(id) ?? "", "area", cut.join(";")]);
  }
}

const drawn = new Set(rows.map(([code]) => code));
for (const { id, rings } of fine.filter((c) => alpha2.has(c.id) && !drawn.has(alpha2.get(c.id)))) {
  const [lon, lat] = middle(rings.reduce((a, b) => (Math.abs(area(a)) > Math.abs(area(b)) ? a : b)));
  rows.push([alpha2.get(id), "point", `${lon.toFixed(2)} ${lat.toFixed(2)}`]);
}

// What has no code of ISO 3166-1 is land all the same.
rows.sort((a, b) => (a[0] || "~").localeCompare(b[0] || "~", "en") || a[2].localeCompare(b[2], "en"));
const text = ["alpha2,kind,shape", ...rows.map((row) => row.join(","))].join("\n") + "\n";
writeFileSync(new URL("countries.csv", import.meta.url), text);
console.log(`${rows.length} rows, ${text.length} bytes`);

/** Countries with all their rings, [lon, lat], holes too (Lesotho in South Africa): to be filled by even and odd. */
function decode(topology, prepare) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return prepare(
      arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]),
    );
  });
  const ringOf = (refs) =>
    refs.flatMap((ref) => (ref < 0 ? [...arcs[~ref]].reverse() : arcs[ref]).slice(0, -1));
  return topology.objects.countries.geometries
    .filter((g) => g.id !== antarctica)
    .map((g) => ({
      id: g.id,
      rings: (g.type === "Polygon" ? g.arcs : g.arcs.flat()).map((refs) => unwrapped(ringOf(refs))),
    }));
}

/** Visvalingam and Whyatt 1993: the vertex whose triangle is smallest goes first. Ends of an arc are shared, and stay. */
function thin(arc) {
  const line = [...arc];
  const closed = line[0][0] === line.at(-1)[0] && line[0][1] === line.at(-1)[1];
  while (line.length > (closed ? 5 : 2)) {
    let [least, at] = [Infinity, -1];
    for (let i = 1; i < line.length - 1; i++) {
      const span = triangle(line[i - 1], line[i], line[i + 1]);
      if (span < least) {
        [least, at] = [span, i];
      }
    }
    if (least >= thinnest) {
      break;
    }
    line.splice(at, 1);
  }
  return line;
}

function triangle([ax, ay], [bx, by], [cx, cy]) {
  // Nearer the poles a degree of longitude is shorter; what crosses the antimeridian is not thinned there.
  const width = Math.cos((by * Math.PI) / 180);
  if (Math.max(ax, bx, cx) - Math.min(ax, bx, cx) > 180) {
    return Infinity;
  }
  return (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * width;
}

/** The same ring with longitudes that run on past ±180 instead of jumping. */
function unwrapped(ring) {
  let turn = 0;
  return ring.map(([lon, lat], i) => {
    if (i > 0 && Math.abs(lon - ring[i - 1][0]) > 180) {
      turn += lon < ring[i - 1][0] ? 360 : -360;
    }
    return [lon + turn, lat];
  });
}

/** Its parts on either side of the antimeridian, each within ±180. */
function atAntimeridian(ring) {
  return [-360, 0, 360]
    .map((turn) => ring.map(([lon, lat]) => [lon + turn, lat]))
    .map((moved) => clip(clip(moved, -180, 1), 180, -1))
    .filter((part) => part.length > 2);
}

/** Sutherland and Hodgman 1974, at one meridian; side 1 keeps what lies east of it. */
function clip(ring, meridian, side) {
  const inside = ([lon]) => (lon - meridian) * side >= 0;
  return ring.flatMap((here, i) => {
    const before = ring.at(i - 1);
    const met = inside(here) === inside(before) ? [] : [crossing(before, here, meridian)];
    return inside(here) ? [...met, here] : met;
  });
}

function crossing([ax, ay], [bx, by], meridian) {
  return [meridian, ay + ((by - ay) * (meridian - ax)) / (bx - ax)];
}

function steps(ring) {
  const whole = ring.map((spot) => spot.map((degrees) => Math.round(degrees * perDegree)));
  const kept = whole.filter((spot, i) => i === 0 || spot[0] !== whole[i - 1][0] || spot[1] !== whole[i - 1][1]);
  return kept.length < 3
    ? ""
    : kept.map(([x, y], i) => (i === 0 ? [x, y] : [x - kept[i - 1][0], y - kept[i - 1][1]]).join(" ")).join(" ");
}

function area(ring) {
  return ring.reduce((sum, [x, y], i) => sum + (ring.at(i - 1)[0] * y - x * ring.at(i - 1)[1]) / 2, 0);
}

function middle(ring) {
  const six = 6 * area(ring);
  if (six === 0) {
    return ring[0];
  }
  const sum = ring.reduce(
    ([x, y], [bx, by], i) => {
      const [ax, ay] = ring.at(i - 1);
      const cross = ax * by - bx * ay;
      return [x + (ax + bx) * cross, y + (ay + by) * cross];
    },
    [0, 0],
  );
  return [sum[0] / six, sum[1] / six];
}
