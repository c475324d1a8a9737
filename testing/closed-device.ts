import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Server } from '../contract/server.ts';
import { type SendSurroundings, sendWaiting } from '../src/app/device/worker/send-waiting.ts';
import { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { DeviceDatabase, rememberCitizen } from '../src/db/core/device-database.ts';
import { NOON } from './builders.ts';
import { manualClock } from './manual-clock.ts';
import { PRETEND_ORIGIN } from './pretend-account.ts';
import { createPretendWorker } from './pretend-worker.ts';

const STEP_MS = 250;

const WORDS = {
  received: 'Pedido recebido. Referência {{reference}}',
  refused: 'A Segurança Social não aceitou um dos seus envios.',
  notSent: 'O que submeteu ainda não foi enviado',
  notSentText: 'Abra o e-Clic para o enviar.',
};

interface WorkerTry extends Partial<SendSurroundings> {
  server: Server;
  isLastChance?: boolean;
}

/** Returns a device on which e-Clic is closed: its storage, and its worker. */
export function createClosedDevice() {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const clock = manualClock(NOON);
  const worker = createPretendWorker();

  async function inDevice<R>(work: (device: DeviceDatabase) => Promise<R>): Promise<R> {
    const device = new DeviceDatabase(engine);
    try {
      return await work(device);
    } finally {
      device.close();
    }
  }

  return {
    engine,
    clock,
    worker,
    inDevice,
    /** Works in the citizen's database, as a page does that is opened for a moment. */
    async inPage<R>(citizenId: string, work: (db: CitizenDatabase) => Promise<R>): Promise<R> {
      const db = new CitizenDatabase(citizenId, engine);
      try {
        return await work(db);
      } finally {
        db.close();
      }
    },
    remember(citizenId: string, shared = false): Promise<void> {
      const citizen = { id: citizenId, name: 'Maria', maskedNiss: '000', holder: 'person', shared } as const;
      return inDevice((device) => rememberCitizen(device, citizen));
    },
    /** Lets time pass until the work is done. After this many steps the browser ends the worker's time. */
    async passUntil(work: Promise<void>, steps = Number.POSITIVE_INFINITY, end?: AbortController) {
      let isDone = false;
      const noteDone = () => {
        isDone = true;
      };
      work.then(noteDone, noteDone);
      for (let step = 0; !isDone; step += 1) {
        if (step === steps) end?.abort();
        clock.pass(STEP_MS);
        await new Promise((resolve) => setTimeout(resolve));
      }
      return work;
    },
    /** Wakes the worker as the browser does. */
    wake({ isLastChance = false, ...given }: WorkerTry): Promise<void> {
      const surroundings: SendSurroundings = {
        scope: worker.scope,
        engine,
        origin: PRETEND_ORIGIN,
        words: [
          { language: 'pt-PT', ...WORDS },
          { language: 'en', ...WORDS, received: 'Request received. Reference {{reference}}' },
        ],
        clock,
        random: () => 1,
        locks: undefined,
        badge: {},
        mayNotify: () => true,
        signal: new AbortController().signal,
        ...given,
      };
      return sendWaiting(surroundings, isLastChance);
    },
  };
}
