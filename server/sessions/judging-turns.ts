/** Judging a password is work for a quarter of a second, so it needs a turn. */
export interface Turns {
  /** Does the work in a turn. Returns null when there is no turn for this caller; nothing of the work has been done then. */
  take<R>(of: string, work: () => Promise<R>): Promise<R | null>;
}

interface TurnLimits {
  /** How many are judged at once. At least one of libuv's four threads stays free, since files are read by them too. */
  atWork: number;
  /** How many may wait, from all networks. */
  waiting: number;
  /** How many of one network may be at work or wait. */
  each: number;
  /** Whoever has waited for this long, in ms, and is not the next, is told that there is no turn. */
  waitsMs: number;
}

/** Citizens and clerks have turns of their own: neither waits for a line of the others. */
export type JudgingTurns = Record<'citizens' | 'clerks', Turns>;

const CITIZENS: TurnLimits = { atWork: 2, waiting: 16, each: 4, waitsMs: 2000 };
const CLERKS: TurnLimits = { ...CITIZENS, atWork: 1 };

export function createJudgingTurns(now: () => number): JudgingTurns {
  return { citizens: createTurns(CITIZENS, now), clerks: createTurns(CLERKS, now) };
}

interface Waiting {
  since: number;
  /** True: the turn has come. */
  tell(isTurn: boolean): void;
}

/**
 * Whoever came last is next. In any other order everybody would wait for the whole line whenever more come than can be judged, and would be judged after they
 * have given up. In this order somebody who comes during a burst waits for one turn to end, and the burst waits. Whoever is too far behind is told so.
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
    // The last in the line may have waited for too long, too: when nobody came since, refusing them would help nobody.
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
