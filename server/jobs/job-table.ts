import { STATE_LIFE_MS } from '../../domain/sign-in-tries.ts';
import { tellClerks } from '../clerks/tell-clerks.ts';
import type { Context } from '../context.ts';
import { countFigures } from '../figures/count-figures.ts';
import { sendPush } from '../news/send-push.ts';
import { sweepDue } from '../news/sweep-due.ts';
import { tellNews } from '../news/tell-news.ts';
import { moveDueDays } from '../office/move-due-days.ts';
import { forgetOfficeUploads } from '../office/office-uploads.ts';
import { sendOfficeAct } from '../office/send-office-act.ts';
import { signReceived } from '../receipts/sign-received.ts';
import { forgetOld } from '../retention/forget-old.ts';
import { keepAllWords, keepWordsAnew, keepWordsOf } from '../search/keep-words.ts';
import { forgetSearches } from '../search/searches.ts';
import { forgetOldStates } from '../sessions/cmd-sign-in.ts';
import { tellPasswordChanged } from '../sessions/own-password.ts';
import { sendRecoveryCode } from '../sessions/recover-password.ts';
import { forgetOldTries } from '../sessions/tries.ts';
import { forgetPieces } from '../uploads/file-bytes.ts';
import { callWebhook } from '../webhook/call-webhook.ts';
import type { JobName, Jobs } from './job-names.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Three o'clock UTC: in Lisbon it is three or four, which no change of the clock leaves out or repeats. */
const NIGHT_MS = 3 * HOUR_MS;
/** How long a clerk who has got no mail in the last hour waits for news at most. */
const LOOK_FOR_CLERKS_MS = 5 * MINUTE_MS;

export interface Job<Payload> {
  /** May be called again for what it has done already, if its end was not written down. What it throws is reported, and the job is tried again later. */
  run(context: Context, payload: Payload): Promise<void>;
  /** For a recurring job, whose payload is empty: returns the instant in ms at which it is next due after another. */
  next?(afterMs: number): number;
}

export type JobTable = { [Name in JobName]: Job<Jobs[Name]> };

export const JOB_TABLE: JobTable = {
  callWebhook: { run: callWebhook },
  countFigures: { run: countFigures, next: every(HOUR_MS) },
  forgetOfficeUploads: { run: forgetOfficeUploads, next: everyNight },
  forgetOld: { run: forgetOld, next: everyNight },
  forgetPieces: { run: forgetPieces },
  forgetSearches: { run: forgetSearches, next: every(MINUTE_MS) },
  forgetStates: { run: forgetOldStates, next: every(STATE_LIFE_MS) },
  forgetTries: { run: forgetOldTries, next: everyNight },
  keepWords: { run: keepAllWords, next: every(MINUTE_MS) },
  keepWordsAnew: { run: keepWordsAnew },
  keepWordsOf: { run: keepWordsOf },
  moveDueDays: { run: moveDueDays, next: every(MINUTE_MS) },
  sendOfficeAct: { run: sendOfficeAct },
  sendPush: { run: sendPush },
  sendRecoveryCode: { run: sendRecoveryCode },
  signReceived: { run: signReceived },
  sweepDue: { run: sweepDue, next: everyNight },
  tellClerks: { run: tellClerks, next: every(LOOK_FOR_CLERKS_MS) },
  tellNews: { run: tellNews },
  tellPasswordChanged: { run: tellPasswordChanged },
};

function everyNight(afterMs: number): number {
  return Math.floor((afterMs - NIGHT_MS) / DAY_MS + 1) * DAY_MS + NIGHT_MS;
}

/** Returns the next instant that is a multiple of `ms`, such as the full hour. */
function every(ms: number): (afterMs: number) => number {
  return (afterMs) => (Math.floor(afterMs / ms) + 1) * ms;
}
