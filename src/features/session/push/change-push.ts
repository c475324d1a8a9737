import { endPush, keepPush, readPushKey } from '../../../api/account-calls.ts';
import type { ApiClient } from '../../../api/client.ts';
import type { CitizenDatabase } from '../../../db/core/citizen-database.ts';
import { keepPushWish, type PushWish, readPushWish } from '../../../db/requests/news.ts';
import type { Language } from '../../../state/kept-preferences.ts';
import {
  type BrowserSubscription,
  endSubscription,
  findSubscription,
  mayShow,
  subscribe,
} from './push-device.ts';

interface PushContext {
  api: ApiClient;
  db: CitizenDatabase;
  language: Language;
}

/** How a change ended. `notDone` means that the server did not get it, `notKept` that this device could not keep it. */
export type Changed = 'done' | 'denied' | 'failed' | 'notDone' | 'notKept';

/** Changes run one after the other: `renewPush`, having read the old wish, would otherwise undo a choice made meanwhile. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const done = turn.then(change);
  turn = done.catch(() => undefined);
  return done;
}

/** Turns on **Avisar neste dispositivo** at a press. If it is not done, the browser's subscription is ended too. */
export function turnOnPush(context: PushContext, key: string): Promise<Changed> {
  return inTurn(async () => {
    const subscribed = await subscribe(key);
    if (typeof subscribed === 'string') return subscribed;
    const changed = await keepWish(context, subscribed, { saysDate: false });
    if (changed !== 'done') await endSubscription();
    return changed;
  });
}

export function sayDate(context: PushContext, wish: PushWish): Promise<Changed> {
  return inTurn(async () => {
    const subscription = await findSubscription();
    return subscription ? keepWish(context, subscription, wish) : 'notDone';
  });
}

/**
 * Turns the notifications off. The browser's subscription is ended in any case; a server that does not hear of it finds out. Rejects where the device cannot
 * keep that they are off: the next start turns them on again.
 */
export function turnOffPush({ api, db }: PushContext): Promise<void> {
  return inTurn(async () => {
    try {
      await keepPushWish(db, null, new Date());
    } finally {
      await endSubscription();
      await endPush(api, db.citizenId);
    }
  });
}

/** Ends the subscription in the browser only, for a device on which there is nobody left who wants it. */
export function endPushHere(): Promise<void> {
  return inTurn(endSubscription);
}

/**
 * Renews the subscription at each start, since a browser may have replaced or dropped it without notice. A citizen who has withdrawn the permission gets no
 * more notifications and is not asked again, since asking needs a press.
 */
export function renewPush(context: PushContext): Promise<void> {
  return inTurn(async () => {
    const wish = await readPushWish(context.db);
    if (!wish || !mayShow()) return;
    const kept = await findSubscription();
    const key = kept ? null : await readPushKey(context.api);
    const subscription = kept ?? (key ? await subscribe(key) : 'failed');
    if (typeof subscription !== 'string') await tellServer(context, subscription, wish);
  });
}

/** Tells the server, and keeps the wish. Where the device cannot keep it, the server is told what is kept: it would send what no page shows as chosen. */
async function keepWish(
  context: PushContext,
  subscription: BrowserSubscription,
  wish: PushWish,
): Promise<Changed> {
  if (!(await tellServer(context, subscription, wish))) return 'notDone';
  const { api, db } = context;
  try {
    await keepPushWish(db, wish, new Date());
    return 'done';
  } catch {
    const kept = await readPushWish(db).catch(() => null);
    await (kept ? tellServer(context, subscription, kept) : endPush(api, db.citizenId));
    return 'notKept';
  }
}

async function tellServer(
  { api, db, language }: PushContext,
  subscription: BrowserSubscription,
  { saysDate }: PushWish,
): Promise<boolean> {
  const outcome = await keepPush(api, db.citizenId, { ...subscription, language, saysDate });
  return outcome.kind === 'accepted';
}
