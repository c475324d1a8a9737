import { describeBug, type Log } from '../log.ts';
import { Outage } from '../outage.ts';
import type { Forgotten } from '../retention/forgotten.ts';
import type { AnsweredCall, Metrics } from './metrics.ts';

/** Hears of what happens in the server. */
export interface Watch {
  onCall(call: AnsweredCall): void;
  /** Hears of an exception, which is answered with 503. An outage is no bug: it is counted and told as an outage. */
  onBug(error: unknown, callId?: string): void;
  /** Hears of what was deleted because it had been kept for as long as it may be. */
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

/** Watches a command that somebody gives at a terminal. */
export const terminalWatch: Watch = {
  onCall() {},
  onBug: (error) => console.error(describeBug(error)),
  onForgotten({ requests, drafts, uploads }) {
    console.log(`Gone: ${requests} requests, ${drafts} drafts, ${uploads} uploads that nothing used.`);
  },
};
