import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Properties that name a side of the screen instead of a side of the text: they are wrong in a language written from right to left. */
const SIDES = [
  /^(left|right|(scroll-)?(margin|padding)-(left|right)|border-(left|right)(-.*)?|border-(top|bottom)-(left|right)-radius)$/,
];

/** Properties whose values may name a side. */
const SIDED = /^(text-align(-last)?|float|clear|justify-.*|transform-origin|(background|object)-position.*)$/;

/** Properties with values for four sides at once, clockwise from the top. */
const OF_FOUR_SIDES = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;

/** Splits a value at its spaces, except between brackets. */
function valuesOf(value: string): string[] {
  return value.match(/(?:[^\s(]*\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s(])+/g) ?? [];
}

function isSided(property: string, value: string): boolean {
  if (SIDES.some((side) => side.test(property))) return true;
  if (SIDED.test(property)) return /\b(left|right)\b/.test(value);
  if (!OF_FOUR_SIDES.test(property)) return false;
  const [, right, , left] = valuesOf(value);
  return left !== undefined && left !== right;
}

/** Finds the declarations that fit only one direction of writing. */
function findSides(sheets: Record<string, string>): string[] {
  return Object.entries(sheets).flatMap(([path, css]) => {
    const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
    return [...bare.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)]
      .filter(([, property = '', value = '']) => isSided(property, value.trim()))
      .map(([declaration]) => `${path} holds to one direction with «${declaration.trim()}»`);
  });
}

function readSheets(folder: string): Record<string, string> {
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  return Object.fromEntries(
    sheets.map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
}

it('no style holds the page to one direction', () => {
  const sheets = readSheets('src');
  expect(Object.keys(sheets).length).toBeGreaterThan(20);
  expect(findSides(sheets)).toEqual([]);
});

it.each([
  'margin-left: 1rem',
  'right: 0',
  'text-align: right',
  'float: left',
  'border-left: 1px solid',
  'border-top-left-radius: 4px',
  'padding: 0 1rem 0 0',
  'margin: 0 var(--a) 0 calc(1px + (2px * 3))',
])('«%s» is found out', (declaration) => {
  expect(findSides({ 'x.css': `.x { color: red; ${declaration}; }` })).toHaveLength(1);
});

it.each([
  'margin-inline-start: 1rem',
  'padding: 0 1rem 2rem 1rem',
  'padding: 0 1rem',
  'text-align: start',
  'inset-inline: 0 auto',
  'margin: 0 calc(1px + (2px * 3)) 4px',
])('«%s» is well in every direction', (declaration) => {
  expect(findSides({ 'x.css': `@media print { .x { ${declaration}; } }` })).toEqual([]);
});
