import { encode } from 'uqr';

/** The side of a module. At this size a printer's scanner at 150 dpi reads it, and so does a phone that is held over the paper. */
export const MODULE_MM = 0.6;
/** The white around the code, in modules, as the standard asks. */
const QUIET_ZONE = 4;
/** The largest code has 177 modules at a side, and holds so many bytes at the lowest level of correction. */
const MAX_BYTES = 2953;

/** Returns the rows of a QR code, true where it is black, with the white around it; no rows for content that is longer than a code can hold. */
export function readModules(content: string): readonly boolean[][] {
  const fits = new TextEncoder().encode(content).length <= MAX_BYTES;
  return fits ? encode(content, { border: QUIET_ZONE, boostEcc: true }).data : [];
}

interface Run {
  row: number;
  from: number;
  to: number;
}

/** Lists the black pieces of the rows, each as wide as can be: between two pieces a screen would show a line of light. */
export function listRuns(modules: readonly boolean[][]): Run[] {
  const runs: Run[] = [];
  for (const [row, cells] of modules.entries()) {
    for (let from = 0; from < cells.length; from += 1) {
      let to = from;
      while (cells[to]) to += 1;
      if (to > from) runs.push({ row, from, to });
      from = to;
    }
  }
  return runs;
}
