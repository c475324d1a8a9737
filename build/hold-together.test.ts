import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { holdTogether, parseTexts } from './hold-together.ts';

test.each([
  ['Avisamos por e-mail para {{contact}}.', 'Avisamos por e\u2011mail para {{contact}}.'],
  ['Custa 10 €, ou 5 % do valor', 'Custa 10\u00a0€, ou 5\u00a0% do valor'],
  ['Pode ter até {{each, number}} MB', 'Pode ter até {{each, number}}\u00a0MB'],
  ['Можна до {{each, number}} МБ', 'Можна до {{each, number}}\u00a0МБ'],
  ['Faltam {{count}} dias úteis até {{date}}', 'Faltam {{count}}\u00a0dias\u00a0úteis até {{date}}'],
  ['({{count}} working days left)', '({{count}}\u00a0working\u00a0days left)'],
  ['Quedan {{count}} días hábiles', 'Quedan {{count}}\u00a0días\u00a0hábiles'],
  ['Encore {{count}} jours ouvrés', 'Encore {{count}}\u00a0jours\u00a0ouvrés'],
  ['Ще {{count}} робочих днів', 'Ще {{count}}\u00a0робочих\u00a0днів'],
  ['passados {{minutes}} minutos sem', 'passados {{minutes}}\u00a0minutos sem'],
  ['Ligue 300 502 502, nos dias úteis', 'Ligue 300\u00a0502\u00a0502, nos dias úteis'],
  ['Do estrangeiro, +351 300 502 502', 'Do estrangeiro, +351\u00a0300\u00a0502\u00a0502'],
  ['inferior a 100 000 €', 'inferior a 100\u00a0000\u00a0€'],
  ['De 2025 a 2026, 300 pedidos', 'De 2025 a 2026, 300 pedidos'],
  ['Passo {{step}} de 4: Definir tema', 'Passo {{step}} de 4: Definir tema'],
])('«%s» breaks nowhere within an *e-mail* or a number, or between a number and its unit', (text, held) => {
  expect(holdTogether(text)).toBe(held);
});

const BREAKS =
  /e-mail|\d{3} \d{3}|(\d|\}\}) ([kMG]B|МБ|€|%|dia|día|day|working|jour|робоч|дн)|(\d|\}\})\s(dias?|días?|jours?|робоч\p{L}+) (út|háb|ouvr|дн)/iu;

test('no text that a person is shown has an *e-mail*, a number of several groups, a size or a count of days that a line could break', () => {
  const files = readdirSync('locales', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  const breaks = files.filter((path) =>
    BREAKS.test(JSON.stringify(parseTexts(readFileSync(`locales/${path}`, 'utf8')))),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(breaks).toEqual([]);
});
