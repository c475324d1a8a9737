/** Who judges a password takes a turn, as it is work for a quarter of a second. */
export interface Turns {
  /** Null: there is no turn for this one, now. Nothing of it was done. */
  take<R>(of: string, work: () => Promise<R>): Promise<R | null>;
}

interface TurnLimits {
  /** Of the four threads of libuv, by which files are read too, one at least stays free. */
  atWork: number;
  /** Of all who wait. */
  waiting: number;
  /** At work and waiting, of one network. */
  each: number;
  /** Whoever has waited for so long, and is not the next, is told that there is no turn. */
  waitsMs: number;
}

/** Of citizens and of clerks: a line of the one keeps the other waiting for nothing. */
export type JudgingTurns = Record<'citizens' | 'clerks', Turns>;

const CITIZENS: TurnLimits = { atWork: 2, waiting: 16, each: 4, waitsMs: 2000 };
const CLERKS: TurnLimits = { ...CITIZENS, atWork: 1 };

export function createJudgingTurns(now: () => number): JudgingTurns {
  return { citizens: createTurns(CITIZENS, now), clerks: createTurns(CLERKS, now) };
}

interface Waiting {
  since: number;
  /** True: it is their turn. */
  tell(isTurn: boolean): void;
}

/**
 * Whoever came last is next. In any other order everybody would wait for as long as the line is whenever more come than can be judged, and be
 * judged when they have given up; in this one somebody who comes during a burst waits for one turn to end, and it is the burst that waits. Whoever
 * is too far behind is told so.
 */
export function createTurns({ atWork, waiting, each, waitsMs }: TurnLimits, now: () => number): Turns {
  const line: Waiting[] = [];
  const places = new Map<string, number>();
  let working = 0;

  function begin(): Promise<boolean> | true {
    if (working < atWork) {
      working += 1;
      return true;
    }
    return new Promise((tell) => {
      line.push({ since: now(), tell });
      if (line.length > waiting) line.shift()?.tell(false);
    });
  }

  function end(): void {
    const next = line.pop();
    // Also whoever has waited for long, if nobody came since: to judge nobody would help nobody.
    if (next) next.tell(true);
    else working -= 1;
    const inTime = line.findIndex(({ since }) => since + waitsMs > now());
    for (const late of line.splice(0, inTime === -1 ? line.length : inTime)) late.tell(false);
  }

  async function workInTurn<R>(work: () => Promise<R>): Promise<R | null> {
    if (!(await begin())) return null;
    try {
      return await work();
    } finally {
      end();
    }
  }

  return {
    async take(of, work) {
      const taken = places.get(of) ?? 0;
      if (taken >= each) return null;
      places.set(of, taken + 1);
      try {
        return await workInTurn(work);
      } finally {
        const left = (places.get(of) ?? 1) - 1;
        if (left > 0) places.set(of, left);
        else places.delete(of);
      }
    },
  };
}
