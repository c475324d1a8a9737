import { tooManyAtOnce } from '../contract/problem.ts';

/** A queue for each citizen: so much work of a citizen runs at once, and the rest waits in the order in which it came. */
export interface CitizenQueues {
  /** Throws `too-many-at-once` when the work has waited for too long; nothing of it has been done then. */
  take<Result>(citizenId: string, work: () => Promise<Result>): Promise<Result>;
}

interface QueueLimits {
  atOnce: number;
  /** Null: work waits for its turn, however long it takes. */
  waitsMs: number | null;
}

interface Queue {
  working: number;
  waiting: (() => void)[];
}

export function createCitizenQueues({ atOnce, waitsMs }: QueueLimits): CitizenQueues {
  const queues = new Map<string, Queue>();

  function begin(queue: Queue): Promise<void> | void {
    if (queue.working < atOnce) {
      queue.working += 1;
      return;
    }
    return new Promise((go, giveUp) => {
      const late = waitsMs === null ? undefined : setTimeout(leave, waitsMs);
      function next(): void {
        clearTimeout(late);
        go();
      }
      function leave(): void {
        queue.waiting.splice(queue.waiting.indexOf(next), 1);
        giveUp(tooManyAtOnce());
      }
      queue.waiting.push(next);
    });
  }

  return {
    async take(citizenId, work) {
      const queue = queues.get(citizenId) ?? { working: 0, waiting: [] };
      queues.set(citizenId, queue);
      await begin(queue);
      try {
        return await work();
      } finally {
        const next = queue.waiting.shift();
        if (next) next();
        else queue.working -= 1;
        if (queue.working === 0) queues.delete(citizenId);
      }
    },
  };
}
