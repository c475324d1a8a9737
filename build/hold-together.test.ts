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
  ['O Decreto-Lei n.º 83/2018 exige', 'O Decreto-Lei n.º\u00a083/2018 exige'],
  ['nos dias úteis, das 9 às 18 horas', 'nos dias úteis, das\u00a09\u00a0às\u00a018\u00a0horas'],
  ['en días hábiles, de 9 a 18 horas', 'en días hábiles, de\u00a09\u00a0a\u00a018\u00a0horas'],
  ['Monday to Friday, 9 am to 6 pm', 'Monday to Friday, 9\u00a0am\u00a0to\u00a06\u00a0pm'],
  ['até 31 de dezembro de 2026, entregue', 'até 31\u00a0de\u00a0dezembro de 2026, entregue'],
  ['del 1 de mayo al 15 de septiembre', 'del 1\u00a0de\u00a0mayo al 15\u00a0de\u00a0septiembre'],
  ['by 31 December 2026', 'by 31\u00a0December 2026'],
  ['entre le 1er mai et le 15 septembre', 'entre le 1er\u00a0mai et le 15\u00a0septembre'],
  ['не пізніше 31 грудня 2026 року', 'не пізніше 31\u00a0грудня 2026\u00a0року'],
  ['12 de cada mês, 3 de 4 passos', '12 de cada mês, 3 de 4 passos'],
  ['De 2025 a 2026, 300 pedidos', 'De 2025 a 2026, 300 pedidos'],
  ['Passo {{step}} de 4: Definir tema', 'Passo {{step}} de 4: Definir tema'],
])(
  '«%s» breaks nowhere within an *e-mail*, a number or hours, or between a number and its unit or month',
  (text, held) => {
    expect(holdTogether(text)).toBe(held);
  },
);

const BREAKS =
  /e-mail|n\.º \d|\d{3} \d{3}|(às|a|à|to) \d{1,2} (horas|h|pm)\b|\d (de )?(dezembro|diciembre|décembre|December|грудня)|(\d|\}\}) ([kMG]B|МБ|€|%|dia|día|day|working|jour|робоч|дн)|(\d|\}\})\s(dias?|días?|jours?|робоч\p{L}+) (út|háb|ouvr|дн)/iu;

test('no text that a person is shown has an *e-mail*, a number of several groups, a size, a count of days, hours or a date that a line could break', () => {
  const files = readdirSync('locales', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  const breaks = files.filter((path) =>
    BREAKS.test(JSON.stringify(parseTexts(readFileSync(`locales/${path}`, 'utf8')))),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(breaks).toEqual([]);
});
