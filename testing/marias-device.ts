import { listWaiting } from '../src/db/outbox/outbox.ts';
import { readRequest } from '../src/db/requests/requests.ts';
import { registeredRequest, submitCompleteDraft } from './builders.ts';
import { createClosedDevice } from './closed-device.ts';
import { type Answer, registered } from './scripted-server.ts';

export const MARIA = 'c_maria';

export type MariasDevice = Awaited<ReturnType<typeof createMariasDevice>>;

/** Returns a device on which Maria was signed in before e-Clic was closed. */
export async function createMariasDevice() {
  const device = createClosedDevice();
  await device.remember(MARIA);
  return {
    ...device,
    /** Submits a request of Maria's, and returns its id. */
    submitted: (...given: [string?, Date?, 'complaint'?]) =>
      device.inPage(MARIA, (db) => submitCompleteDraft(db, ...given)),
    waiting: (citizenId = MARIA) => device.inPage(citizenId, listWaiting),
    received: (id: string) => device.inPage(MARIA, (db) => readRequest(db, id)),
  };
}

/** Registers a request under whatever id it comes. */
export const accept: Answer = (request) => {
  const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
  return registered(registeredRequest(id))(request);
};
