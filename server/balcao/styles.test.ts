import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Of each block that changes the values, by what it stands in. */
function valuesOf(css: string): Map<string, string> {
  const values = new Map<string, string>();
  let block = '';
  for (const line of css.split('\n')) {
    if (line.startsWith('@media')) block = line;
    if (line.startsWith(':root')) block = line;
    const [, name, value] = /^\s*(--[a-z-]+): (.+);$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) values.set(`${block} ${name}`, value);
  }
  return values;
}

it('Balcão has the colours, measures and contrasts of the app, by day and by night and on paper', () => {
  const ofApp = new Map([
    ...valuesOf(read('src/ui/styles/contrast.css')),
    ...valuesOf(read('src/ui/styles/tokens.css')),
  ]);
  const ofBalcao = valuesOf(read('server/balcao/styles/tokens.css'));
  expect(ofBalcao.size).toBeGreaterThan(60);
  for (const [name, value] of ofBalcao) expect([name, value]).toEqual([name, ofApp.get(name)]);
});

it('its letters and its word mark are those of the app', () => {
  const drawn = (path: string) => read(path).match(/ d="[^"]+"/g);
  expect(drawn('server/balcao/header.tsx')).toEqual(drawn('src/ui/shell.tsx'));
});
