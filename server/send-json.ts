import type { Context as Call } from 'hono';
import { tooManyAtOnce } from '../contract/problem.ts';
import type { Bindings, Env } from './caller.ts';
import { createRoom, type Room } from './room.ts';

const MIB = 1024 * 1024;

/** Makes room for long answers: each is in memory until it has been taken. A device reads one after the other. */
export function createAnswerRoom(): Room {
  return createRoom({ each: 8 * MIB, all: 128 * MIB });
}

/** Sends JSON that may be long, where `holdRoom` finds room for it. */
export function sendJson(
  call: Call<Env>,
  room: Room,
  citizenId: string,
  json: string,
  headers?: Record<string, string>,
): Response {
  holdRoom(call, room, citizenId, Buffer.byteLength(json));
  return call.body(json, 200, { 'Content-Type': 'application/json', ...headers });
}

/**
 * Takes room for the answer to a call until it has been taken, whatever it is. Throws `too-many-at-once` where the citizen has not taken as much as there is room
 * for.
 */
export function holdRoom(call: Call<Env>, room: Room, citizenId: string, bytes: number): void {
  const release = room.take(citizenId, bytes);
  if (release === null) throw tooManyAtOnce();
  const { outgoing } = call.env;
  if (outgoing) onceSentOrGone(outgoing, release);
  else release();
}

/** An answer that waits behind another one on its connection never hears by itself that the connection has gone. */
export function onceSentOrGone(answer: NonNullable<Bindings['outgoing']>, act: () => void): void {
  const { socket } = answer.req;
  if (socket.destroyed) {
    act();
    return;
  }
  // All answers that wait on a connection listen to it.
  socket.setMaxListeners(0).once('close', act);
  answer.once('close', () => {
    socket.off('close', act);
    act();
  });
}
