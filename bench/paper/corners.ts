import { findCorners } from '../../src/lib/paper/find-corners.ts';
import { cornerError } from '../../testing/paper/corner-error.ts';
import { isKeptAside, NUMBERS, takeNumber } from './photos.ts';
import type { Printed } from './sheets.ts';

/** The largest mean error of the four corners with which a sheet counts as found, as a share of its width. */
const MOST_ERROR = 0.02;

interface Judged {
  number: number;
  isAside: boolean;
  kind: string;
  table: string;
  /** Null where `findCorners` found none. */
  error: number | null;
}

/** Prints how many of the photos' sheets were found, and each that was not. */
export function measureCorners(sheets: readonly Printed[], seed: number): void {
  const judged = NUMBERS.map((number): Judged => {
    const { photo, corners, kind, scene } = takeNumber(number, seed, sheets);
    const found = findCorners(photo);
    const error = found && cornerError(found, corners, photo);
    return { number, isAside: isKeptAside(number), kind, table: scene.table, error };
  });
  console.log(
    '| photos | of them | within 2 % | none said | wrong | middle error |\n|---|---|---|---|---|---|',
  );
  printLine('all', judged);
  printLine(
    'tuned on',
    judged.filter(({ isAside }) => !isAside),
  );
  printLine(
    'kept aside',
    judged.filter(({ isAside }) => isAside),
  );
  for (const kind of new Set(judged.map((each) => each.kind)))
    printLine(
      kind,
      judged.filter((each) => each.kind === kind),
    );
  for (const table of new Set(judged.map((each) => each.table)))
    printLine(
      table,
      judged.filter((each) => each.table === table),
    );
  for (const { number, kind, table, error } of judged.filter((each) => !isFound(each))) {
    console.log(
      `${number}: ${kind} on ${table}, ${error === null ? 'none said' : `wrong by ${percent(error)}`}`,
    );
  }
}

const isFound = ({ error }: Judged) => error !== null && error <= MOST_ERROR;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function printLine(name: string, judged: readonly Judged[]): void {
  const found = judged.filter(isFound);
  const none = judged.filter(({ error }) => error === null);
  const errors = judged.flatMap(({ error }) => error ?? []).sort((a, b) => a - b);
  const middle = errors[errors.length >> 1] ?? Number.NaN;
  const wrong = judged.length - found.length - none.length;
  console.log(
    `| ${[name, judged.length, `${found.length} (${percent(found.length / judged.length)})`, none.length, wrong, percent(middle)].join(' | ')} |`,
  );
}
