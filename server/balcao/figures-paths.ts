import type { OfficeCountedBy } from '../../contract/office-types.ts';

export const FIGURES_PATH = '/balcao/numeros';

/** The names of the CSV files of the tables, without their ending. */
export const FILE_NAMES = {
  week: 'por-semana',
  kind: 'por-tipo',
  service: 'por-servico',
  topic: 'por-tema',
  cell: 'por-semana-tema-e-servico',
} as const satisfies Partial<Record<OfficeCountedBy, string>>;

/** Undefined: there is no such file. */
export function countedByOf(file: string): keyof typeof FILE_NAMES | undefined {
  const names = Object.keys(FILE_NAMES) as (keyof typeof FILE_NAMES)[];
  return names.find((countedBy) => file === `${FILE_NAMES[countedBy]}.csv`);
}
