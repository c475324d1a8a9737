import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OfficeFiguresRow } from '../../contract/office-types.ts';
import { writeFiguresCsv } from './figures-csv.ts';

const ROW: OfficeFiguresRow = {
  countedBy: 'service',
  week: null,
  topic: null,
  service: 'Centro de contacto e-Clic',
  kind: null,
  received: 12,
  answered: 9,
  waiting: 3,
  overdue: 1,
  halfWithin: 4,
  mostWithin: null,
  rated: 2,
  helpful: 1,
};

/** Reads the cells as a spreadsheet does. */
function readCells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ';') rows.push([]);
  }
  return rows.slice(0, -1);
}

it('a spreadsheet in Portuguese reads the columns, the letters and the numbers', () => {
  const csv = writeFiguresCsv('service', [{ ...ROW, countedBy: 'all' }, ROW]);
  expect(csv.startsWith('\u{feff}serviço;recebidos;')).toBe(true);
  const [names = [], values, ...others] = readCells(csv);
  expect(others).toEqual([]);
  expect(names).toHaveLength(9);
  expect(values).toEqual(['Centro de contacto e-Clic', '12', '9', '3', '1', '4', '', '2', '1']);
});

it('whatever an office is called, its name stays in its cell, and no spreadsheet calculates with it', () => {
  const name = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `=${rest}`),
    fc.constantFrom('@A1', '+1', '-1', '\tx', 'a"b', 'a;b', 'a\r\nb'),
  );
  fc.assert(
    fc.property(name, (service) => {
      const [, values = [], ...others] = readCells(writeFiguresCsv('service', [{ ...ROW, service }]));
      expect(others).toEqual([]);
      expect(values).toHaveLength(9);
      expect(values[0]).not.toMatch(/^[=+\-@\t\r]/);
      expect(values[0]?.replace(/^'/, '')).toBe(service.replace(/^'/, ''));
    }),
    { numRuns: 200 },
  );
});
