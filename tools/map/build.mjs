// Writes the map of the world that the charts draw on.
//
//   mkdir -p build/map && cp tools/map/package.json tools/map/build.mjs build/map/
//   (cd build/map && npm install && node build.mjs) > src/dateline/apps/charts/data/world.json
//
// Shapes: Natural Earth 1:50m (public domain) as the npm package world-atlas carries them (ISC).
// Projection: Equal Earth, turned by 11 degrees so that the cut runs through the Bering Strait and leaves Russia whole;
// d3-geo clips every shape at that cut, so no country is smeared across the sheet. Shapes are simplified after
// projection, on shared borders once for both neighbours, so that no gaps open. Joins are on ISO 3166 numbers, never on
// names; the areas that have no number there are listed in UNNUMBERED with the code that the codebook gives them.
import { readFileSync } from "node:fs";
import { geoEqualEarth, geoPath } from "d3-geo";
import iso from "i18n-iso-countries";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const WIDTH = 960;
const TURN = 11; // degrees to the west
const DETAIL = 0.2; // corners that span less than this, in square pixels of the sheet, are left out
const SMALL = 9; // a country that covers fewer square pixels is drawn as a dot too
const UNNUMBERED = {
  Kosovo: { code: "KOS" },
  Somaliland: { code: "SOM", disputed: true },
  "N. Cyprus": { code: "CYP", disputed: true },
  "Siachen Glacier": { code: "", disputed: true },
  "Indian Ocean Ter.": { code: "AUS" },
};
const ALSO_DISPUTED = new Set(["ESH"]);
// Territories that this scale leaves out or draws as a part of another state: a dot each, at these degrees.
const DOTS = {
  BES: [-68.3, 12.2], BVT: [3.4, -54.4], CCK: [96.8, -12.2], CXR: [105.6, -10.5], GIB: [-5.35, 36.14],
  GLP: [-61.5, 16.2], GUF: [-53, 4], MTQ: [-61, 14.6], MYT: [45.2, -12.8], REU: [55.5, -21.1],
  SJM: [16, 78.5], TKL: [-171.8, -9.2], TUV: [179.2, -8.5], UMI: [166.6, 19.3],
};

const atlas = JSON.parse(readFileSync(new URL("./node_modules/world-atlas/countries-50m.json", import.meta.url)));
const whole = { type: "Sphere" };
const projection = geoEqualEarth().rotate([-TURN, 0]).fitWidth(WIDTH, whole);
const path = geoPath(projection).digits(1);
const height = Math.ceil(path.bounds(whole)[1][1]);

const simple = simplify(presimplify(atlas, planarArea), DETAIL);

function planarArea(triangle) {
  const [a, b, c] = triangle.map((point) => projection(point));
  return Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2;
}

const found = new Map();
for (const geometry of simple.objects.countries.geometries) {
  const known = UNNUMBERED[geometry.properties.name];
  const code = known ? known.code : iso.numericToAlpha3(geometry.id);
  if (code === undefined) throw new Error(`no code for ${geometry.properties.name} (${geometry.id})`);
  const full = atlas.objects.countries.geometries.find((g) => g.properties.name === geometry.properties.name);
  const outline = path(feature(simple, geometry)) ?? path(feature(atlas, full)) ?? "";
  const disputed = Boolean(known?.disputed) || ALSO_DISPUTED.has(code);
  const original = feature(atlas, full);
  const key = code + (disputed ? "*" : "");
  const before = found.get(key);
  const here = { code, disputed, path: outline, area: path.area(original), at: path.centroid(largest(original)) };
  if (!before) found.set(key, here);
  else {
    before.path += here.path;
    if (here.area > before.area) before.at = here.at;
    before.area += here.area;
  }
}

for (const [code, degrees] of Object.entries(DOTS)) {
  found.set(code, { code, disputed: false, path: "", area: 0, at: projection(degrees) });
}

// The middle of a scattered country is the middle of its largest part.
function largest(shape) {
  if (shape.geometry.type !== "MultiPolygon") return shape;
  const parts = shape.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  return parts.reduce((a, b) => (path.area(a) >= path.area(b) ? a : b));
}

const round = (x) => Math.round(x * 10) / 10;
const countries = [...found.values()]
  .sort((a, b) => (a.code + a.disputed < b.code + b.disputed ? -1 : 1))
  .map((c) => ({
    code: c.code,
    ...(c.disputed ? { disputed: true } : {}),
    ...(c.area < SMALL ? { small: true } : {}),
    at: c.at.map(round),
    path: c.path,
  }));
const checks = [[0, 0], [121, 14.6], [-175.2, -21.1], [-74, 40.7], [37.6, 55.8]].map((p) => [p, projection(p).map(round)]);
const lines = countries.map((c) => "  " + JSON.stringify(c));
process.stdout.write(
  `{"width": ${WIDTH}, "height": ${height}, "turn": ${TURN}, "scale": ${projection.scale()}, "translate": ${JSON.stringify(projection.translate())},\n` +
  ` "sphere": ${JSON.stringify(path(whole))},\n` +
  ` "checks": ${JSON.stringify(checks)},\n` +
  ` "source": "Natural Earth 1:50m, public domain, through world-atlas 2.0.2; written by tools/map/build.mjs",\n` +
  ` "countries": [\n${lines.join(",\n")}\n]}\n`,
);
