import type { OfficeCountedBy, OfficeFiguresRow } from '../../contract/office-types.ts';

type Column = readonly [name: string, of: (row: OfficeFiguresRow) => string | number | null];

const WEEK: Column = ['semana', ({ week }) => week];
const TOPIC: Column = ['tema', ({ topic }) => topic?.label ?? null];
const SERVICE: Column = ['serviço', ({ service }) => service];
const KIND: Column = ['tipo', ({ kind }) => kind];

/** The columns that tell the rows apart. */
const KEYS: Record<OfficeCountedBy, readonly Column[]> = {
  all: [],
  week: [WEEK],
  topic: [TOPIC],
  service: [SERVICE],
  kind: [KIND],
  cell: [WEEK, TOPIC, SERVICE],
};

const FIGURES: readonly Column[] = [
  ['recebidos', ({ received }) => received],
  ['respondidos', ({ answered }) => answered],
  ['por responder', ({ waiting }) => waiting],
  ['fora do prazo', ({ overdue }) => overdue],
  ['metade respondida em dias úteis', ({ halfWithin }) => halfWithin],
  ['90 % respondidos em dias úteis', ({ mostWithin }) => mostWithin],
  ['avaliações', ({ rated }) => rated],
  ['avaliações em que a resposta ajudou', ({ helpful }) => helpful],
];

/** A spreadsheet in Portuguese takes semicolons for columns, since commas are its decimals, and knows UTF-8 by its mark. */
const SEPARATOR = ';';
const UTF8_MARK = '\u{feff}';
const LINE_END = '\r\n';

export function writeFiguresCsv(countedBy: OfficeCountedBy, rows: readonly OfficeFiguresRow[]): string {
  const columns = [...KEYS[countedBy], ...FIGURES];
  const lines = [
    columns.map(([name]) => name),
    ...rows.filter((row) => row.countedBy === countedBy).map((row) => columns.map(([, of]) => of(row))),
  ];
  return UTF8_MARK + lines.map((cells) => cells.map(writeCell).join(SEPARATOR) + LINE_END).join('');
}

/** A spreadsheet would calculate with words that begin with `=` and the like: an apostrophe before them says that they are words. */
function writeCell(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell);
  const words = cell ?? '';
  const plain = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
