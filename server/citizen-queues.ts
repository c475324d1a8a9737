import { tooManyAtOnce } from '../contract/problem.ts';

/** A line for each citizen: so much work of a citizen runs at once, and the rest waits in the order in which it came. */
export interface Lines {
  /** Throws `too-many-at-once` when the work has waited for too long; nothing of it has been done then. */
  take<Result>(citizenId: string, work: () => Promise<Result>): Promise<Result>;
}

interface Line {
  working: number;
  waiting: (() => void)[];
}

/** `waitsMs` null: work waits for its turn, however long it takes. */
export function createLines({ atOnce, waitsMs }: { atOnce: number; waitsMs: number | null }): Lines {
  const lines = new Map<string, Line>();

  function begin(line: Line): Promise<void> | void {
    if (line.working < atOnce) {
      line.working += 1;
      return;
    }
    return new Promise((go, giveUp) => {
      const late = waitsMs === null ? undefined : setTimeout(leave, waitsMs);
      function next(): void {
        clearTimeout(late);
        go();
      }
      function leave(): void {
        line.waiting.splice(line.waiting.indexOf(next), 1);
        giveUp(tooManyAtOnce());
      }
      line.waiting.push(next);
    });
  }

  return {
    async take(citizenId, work) {
      const line = lines.get(citizenId) ?? { working: 0, waiting: [] };
      lines.set(citizenId, line);
      await begin(line);
      try {
        return await work();
      } finally {
        const next = line.waiting.shift();
        if (next) next();
        else line.working -= 1;
        if (line.working === 0) lines.delete(citizenId);
      }
    },
  };
}
