import type { Server } from '../../../../contract/server.ts';
import { createApiClient } from '../../../api/client.ts';
import { CitizenDatabase, type DatabaseEngine } from '../../../db/core/citizen-database.ts';
import { DeviceDatabase, readOccupants } from '../../../db/core/device-database.ts';
import { readKeptLanguage } from '../../../db/core/kept-language.ts';
import { openAsKept } from '../../../db/core/open-as-kept.ts';
import { countWaiting } from '../../../db/outbox/outbox.ts';
import { noteTold, readOutcomes } from '../../../db/outbox/outcomes.ts';
import { type BadgeKeeper, showBadge } from '../../../db/requests/badge.ts';
import type { Clock } from '../../../lib/clock.ts';
import { UNSENT_TAG } from '../../../lib/wake-worker.ts';
import type { About } from '../../../parts/show-push.ts';
import { sendInBackground } from '../../../sync/send-in-background.ts';
import { listPages, type WorkerScope } from './worker-scope.ts';

/** The texts of the worker's notifications, in one language. */
export interface NoticeWords {
  /** With `{{reference}}` in the place of the reference. */
  received: string;
  refused: string;
  notSent: string;
  notSentText: string;
}

export interface SendSurroundings {
  scope: Pick<WorkerScope, 'registration' | 'clients'>;
  engine: DatabaseEngine;
  server: Server;
  /** The address below which the API stands. */
  origin: string;
  /** The texts by language; the first is for a device that has kept no language. */
  words: readonly (NoticeWords & { language: string })[];
  clock: Clock;
  random: () => number;
  locks: LockManager | undefined;
  /** Shows the number beside the app's icon. */
  badge: BadgeKeeper;
  /** Whether the citizen has allowed notifications; the worker never asks. */
  mayNotify: () => boolean;
  /** Ends the work before its next piece. */
  signal: AbortSignal;
}

/** A browser ends the worker three minutes after it woke it. A page that still holds the database by then will not let go of it. */
const GIVE_UP_MS = 170_000;

/** Something is left that another try may send. */
export class StillWaitingError extends Error {}

/**
 * Sends what the citizen who is here has submitted, and shows notifications of what has arrived or was refused, unless somebody looks at a page, which
 * tells it itself. Rejects where the browser is to try again: with a `StillWaitingError`, or with what broke. Where no browser will, a notification says
 * that what was submitted was not sent.
 */
export function sendWaiting(surroundings: SendSurroundings, isLastChance: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('The database does not answer'));
    const cancel = surroundings.clock.after(GIVE_UP_MS, giveUp);
    sendOfCitizen(surroundings, isLastChance).then(resolve, reject).finally(cancel);
  });
}

async function sendOfCitizen(surroundings: SendSurroundings, isLastChance: boolean): Promise<void> {
  const { engine } = surroundings;
  const device = await openAsKept(engine, (kept) => new DeviceDatabase(kept));
  if (!device) return;
  try {
    const citizenId = await readSender(device);
    if (!citizenId) return;
    const db = await openAsKept(engine, (kept) => new CitizenDatabase(citizenId, kept));
    if (!db) return;
    try {
      await sendAndTell(db, device, surroundings, isLastChance);
    } finally {
      db.close();
    }
  } finally {
    device.close();
  }
}

/**
 * Returns the id of the citizen for whom the worker sends. Null where nobody is here, or where the device is shared: what it keeps is erased at the
 * next start. A citizen whose session has ended for want of use still sends what they submitted before, by the ticket (decision 0041), even if the
 * server is yet to hear of that end.
 */
async function readSender(device: DeviceDatabase): Promise<string | null> {
  const { current } = await readOccupants(device);
  return current && !current.shared ? current.id : null;
}

async function sendAndTell(
  db: CitizenDatabase,
  device: DeviceDatabase,
  surroundings: SendSurroundings,
  isLastChance: boolean,
): Promise<void> {
  const { scope, server, origin, mayNotify } = surroundings;
  const isSeen = async () =>
    (await listPages(scope)).some(({ visibilityState }) => visibilityState === 'visible');
  const isHere = async () => (await readSender(device)) === db.citizenId;
  let broken: unknown;
  const outcome = await sendInBackground({
    ...surroundings,
    db,
    device,
    api: createApiClient(origin, server),
    isVisible: await isSeen(),
    isHere,
  }).catch((error: unknown) => {
    broken = error;
    return 'waiting' as const;
  });
  // Nobody else is to see the news of whoever has signed out, nor how much waits for them.
  if (!(await isHere())) return;
  await showBadge(db, surroundings.badge);
  const words = wordsOf(surroundings, await readKeptLanguage(device));
  const isUnsent = outcome !== 'sent' && (await countWaiting(db)) > 0;
  // Nothing may be on its way to the screen meanwhile: Chromium takes what the system does not list yet for closed, and a press on it then wakes no worker.
  if (!isUnsent)
    for (const outdated of await scope.registration.getNotifications({ tag: UNSENT_TAG })) outdated.close();
  const mayTell = mayNotify() && !(await isSeen());
  // What waits for a sign-in is tried by no browser again.
  const isLastTry = isLastChance || outcome === 'signedOut';
  if (isUnsent && isLastTry && mayTell) await tellUnsent(scope, words);
  // It writes, which a full device refuses.
  if (mayTell) await tellOutcomes(db, scope, words);
  if (outcome === 'waiting') throw broken ?? new StillWaitingError();
}

function wordsOf({ words }: SendSurroundings, language: string | undefined) {
  const found = words.find((one) => one.language === language) ?? words[0];
  if (!found) throw new Error('There are no words');
  return found;
}

type Words = ReturnType<typeof wordsOf>;

/** A notification names a request by its reference only, and a complaint as a request: other people may see the lock screen. */
async function tellOutcomes(db: CitizenDatabase, scope: SendSurroundings['scope'], words: Words) {
  const { arrived, refused } = await readOutcomes(db);
  const tell = (id: string, text: string) =>
    scope.registration.showNotification(text, {
      tag: `eclic-${id}`,
      lang: words.language,
      data: { requestId: id } satisfies About,
    });
  for (const { id, reference } of arrived) await tell(id, words.received.replace('{{reference}}', reference));
  for (const id of refused) await tell(id, words.refused);
  await noteTold(db, [...arrived.map(({ id }) => id), ...refused]);
}

async function tellUnsent({ registration }: SendSurroundings['scope'], words: Words): Promise<void> {
  await registration.showNotification(words.notSent, {
    body: words.notSentText,
    tag: UNSENT_TAG,
    lang: words.language,
    data: { requestId: null } satisfies About,
  });
}
