import type { Context as Call, Env as HonoEnv, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { JSON_BODY_MAX_BYTES } from '../contract/bodies/bodies.ts';
import { problem, tooManyAtOnce } from '../contract/problem.ts';
import { API_BASE_PATH } from '../contract/server.ts';
import { type Env, readCaller } from './caller.ts';
import type { Context } from './context.ts';
import { createRoom, type Room } from './room.ts';
import { identifySender } from './sessions/who.ts';

const MIB = 1024 * 1024;
/** The largest body in bytes that is read without a session or a ticket: other callers need no more, and a connection takes this much in any case. */
const SMALL_BODY_BYTES = 64 * 1024;

/** Paths that need no session, and no large body. */
const NO_LARGE = ['/session', '/status'];

/**
 * The listener still reads the rest of the body for half a second and throws it away: a caller who sends everything before listening would never hear the
 * answer otherwise.
 */
const refuseTooLarge = () => problem('too-large');

/**
 * A body is in memory until it is whole. So a citizen who sends more than a little has to be known, by the session or its ticket, before any of it is read,
 * and gets as much room as a few devices need.
 */
export function limitBodies(context: Context): MiddlewareHandler<Env> {
  const room = createRoom({ each: 8 * MIB, all: 128 * MIB });
  const limitLarge = limitBody<Env>(JSON_BODY_MAX_BYTES, room, async (call) => {
    if (NO_LARGE.some((path) => call.req.path.startsWith(API_BASE_PATH + path))) throw refuseTooLarge();
    return (await identifySender(context, readCaller(context, call))).citizenId;
  });
  return (call, next) => (isSmall(call) ? next() : limitLarge(call, next));
}

/** Whether no more comes than is read of anybody. */
export function isSmall(call: Call): boolean {
  return call.req.header('Transfer-Encoding') === undefined && lengthOf(call) <= SMALL_BODY_BYTES;
}

/** Takes room for a body before any of it is read. `who`: for whom it is taken. `onRefused`: the answers when the body is too large or there is no room. */
export function limitBody<E extends HonoEnv>(
  maxBytes: number,
  room: Room,
  who: (call: Call<E>) => string | Promise<string>,
  onRefused: { tooLarge: () => Response; tooMany: () => Response } = {
    tooLarge: refuseTooLarge,
    tooMany: tooManyAtOnce,
  },
): MiddlewareHandler<E> {
  const limitUntold = bodyLimit({ maxSize: maxBytes, onError: onRefused.tooLarge });
  return async (call, next) => {
    const isTold = tellsLength(call);
    // A body whose length is told is not watched while it comes: that alone takes longer than all that Hono does besides. No more bytes come than were told.
    const bytes = isTold ? lengthOf(call) : maxBytes;
    if (bytes > maxBytes) return onRefused.tooLarge();
    const release = room.take(await who(call), bytes);
    if (release === null) return onRefused.tooMany();
    try {
      return await (isTold ? next() : limitUntold(call, next));
    } finally {
      release();
    }
  };
}

function tellsLength(call: Call): boolean {
  return (
    call.req.header('Content-Length') !== undefined && call.req.header('Transfer-Encoding') === undefined
  );
}

function lengthOf(call: Call): number {
  return Number(call.req.header('Content-Length') ?? 0);
}
