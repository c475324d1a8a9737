import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { holdTogether, parseTexts } from './hold-together.ts';

test.each([
  ['Avisamos por e-mail para {{contact}}.', 'Avisamos por e\u2011mail para {{contact}}.'],
  ['Custa 10 €, ou 5 % do valor', 'Custa 10\u00a0€, ou 5\u00a0% do valor'],
  ['Pode ter até {{each, number}} MB', 'Pode ter até {{each, number}}\u00a0MB'],
  ['Passo {{step}} de 4: Definir tema', 'Passo {{step}} de 4: Definir tema'],
])('«%s» breaks nowhere within an *e-mail* or between a number and its unit', (text, held) => {
  expect(holdTogether(text)).toBe(held);
});

test('no text that a person is shown has an *e-mail* or a size that a line could break', () => {
  const files = readdirSync('locales', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  const breaks = files.filter((path) =>
    /e-mail|(\d|\}\}) ([kMG]B|€|%)/iu.test(
      JSON.stringify(parseTexts(readFileSync(`locales/${path}`, 'utf8'))),
    ),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(breaks).toEqual([]);
});
