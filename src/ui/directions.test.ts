import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findSides } from '../../testing/direction-rules.ts';

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
