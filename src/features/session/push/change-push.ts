import type { ApiClient } from '../../../api/client.ts';
import { endPush, keepPush, readPushKey } from '../../../api/push-calls.ts';
import type { CitizenDatabase } from '../../../db/core/citizen-database.ts';
import { keepPushWish, type PushWish, readPushWish } from '../../../db/requests/push-wish.ts';
import type { Language } from '../../../state/kept-preferences.ts';
import {
  type BrowserSubscription,
  endSubscription,
  findSubscription,
  mayShow,
  subscribe,
} from './push-device.ts';

export interface Place {
  api: ApiClient;
  db: CitizenDatabase;
  language: Language;
}

/** `notDone`: the server did not hear of it. */
export type Changed = 'done' | 'denied' | 'failed' | 'notDone';

/** A start that had read what was wished before would take back what is chosen meanwhile. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const done = turn.then(change);
  turn = done.catch(() => undefined);
  return done;
}

/** **Avisar neste dispositivo**, at a press. Nothing is left of it where it cannot be had whole. */
export function beTold(place: Place, key: string, wish: PushWish): Promise<Changed> {
  return inTurn(async () => {
    const subscribed = await subscribe(key);
    if (typeof subscribed === 'string') return subscribed;
    const isKept = await tellServer(place, subscribed, wish);
    if (!isKept) await endSubscription();
    return isKept ? 'done' : 'notDone';
  });
}

export function sayDate(place: Place, wish: PushWish): Promise<Changed> {
  return inTurn(async () => {
    const subscription = await findSubscription();
    return subscription && (await tellServer(place, subscription, wish)) ? 'done' : 'notDone';
  });
}

/** The browser ends it in any case; a server that does not hear of it finds out. */
export function beToldNoMore({ api, db }: Place): Promise<void> {
  return inTurn(async () => {
    await keepPushWish(db, null, new Date());
    await endSubscription();
    await endPush(api, db.citizenId);
  });
}

/** In the browser alone, where nobody is here any more who wishes it. */
export function endPushHere(): Promise<void> {
  return inTurn(() => endSubscription().catch(() => undefined));
}

/** At each start, since a browser may have made another one, or none, without a word. Whoever has taken the permission back is told no more, and not asked: there is no press. */
export function renewPush(place: Place): Promise<void> {
  return inTurn(async () => {
    const wish = await readPushWish(place.db);
    if (!wish || !mayShow()) return;
    const kept = await findSubscription();
    const key = kept ? null : await readPushKey(place.api);
    const subscription = kept ?? (key ? await subscribe(key) : 'failed');
    if (typeof subscription !== 'string') await tellServer(place, subscription, wish);
  });
}

async function tellServer(
  { api, db, language }: Place,
  subscription: BrowserSubscription,
  wish: PushWish,
): Promise<boolean> {
  const { saysDate } = wish;
  const outcome = await keepPush(api, db.citizenId, { ...subscription, language, saysDate });
  if (outcome.kind === 'accepted') await keepPushWish(db, wish, new Date());
  return outcome.kind === 'accepted';
}
