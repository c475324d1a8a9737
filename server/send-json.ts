import { finished } from 'node:stream';
import type { Context as Call } from 'hono';
import { tooManyAtOnce } from '../contract/problem.ts';
import type { Env } from './caller.ts';
import { createRoom, type Room } from './room.ts';

const MIB = 1024 * 1024;

/** Makes room for long answers: each is in memory until it has been taken. A device reads one after the other. */
export function createAnswerRoom(): Room {
  return createRoom({ each: 8 * MIB, all: 128 * MIB });
}

/** Sends JSON that may be long. Throws `too-many-at-once` where the citizen has not taken as much as there is room for. */
export function sendJson(
  call: Call<Env>,
  room: Room,
  citizenId: string,
  json: string,
  headers: Record<string, string> = {},
): Response {
  const release = room.take(citizenId, Buffer.byteLength(json));
  if (release === null) throw tooManyAtOnce();
  const { outgoing } = call.env;
  // Node ends the request of a GET once its answer has been sent or its connection has gone. An answer that waits behind another one never hears of the latter.
  if (outgoing) finished(outgoing.req, release);
  else release();
  return call.body(json, 200, { 'Content-Type': 'application/json', ...headers });
}
