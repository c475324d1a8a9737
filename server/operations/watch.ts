import { describeBug, type Log } from '../log.ts';
import { Outage } from '../outage.ts';
import type { Forgotten } from '../retention/forgotten.ts';
import type { AnsweredCall } from './answered-call.ts';
import type { Metrics } from './metrics.ts';

/** Told of what happens. */
export interface Watch {
  onCall(call: AnsweredCall): void;
  /** An exception, which is answered with 503. An outage is no bug, and counted and told as what it is. */
  onBug(error: unknown, callId?: string): void;
  /** What was kept for as long as it may be has gone. */
  onForgotten(forgotten: Forgotten): void;
}

export function createWatch(log: Log, metrics: Metrics): Watch {
  return {
    onCall(call) {
      metrics.countCall(call);
      if (call.status < 500) log.info(call, 'call');
      else log.error(call, 'call');
    },
    onBug(error, callId) {
      if (error instanceof Outage) {
        const { of, code } = error;
        metrics.countOutage(of);
        log.error({ id: callId, of, code }, 'outage');
        return;
      }
      metrics.countBug();
      log.error({ id: callId, bug: describeBug(error) }, 'bug');
    },
    onForgotten(forgotten) {
      metrics.countForgotten(forgotten);
      log.info(forgotten, 'forgotten');
    },
  };
}

/** For a command that somebody gives at a terminal. */
export const terminalWatch: Watch = {
  onCall() {},
  onBug: (error) => console.error(describeBug(error)),
  onForgotten({ requests, drafts, uploads }) {
    console.log(`Gone: ${requests} requests, ${drafts} drafts, ${uploads} uploads that nothing used.`);
  },
};
