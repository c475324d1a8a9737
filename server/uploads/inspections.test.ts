import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  pdf,
  signIn,
  submission,
  submit,
  uploaded,
} from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { gate } from '../testing/gate.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { FileStore } from './file-store.ts';
import { createInspectionQueues } from './inspect-upload.ts';

describe('Looks into uploads', () => {
  let context: Context;
  let held = gate();
  const kept = new Map<string, Uint8Array>();
  const store: FileStore = {
    put: async ({ fileId }, bytes) => void kept.set(fileId, bytes),
    get: async ({ fileId }) => kept.get(fileId) ?? new Uint8Array(),
    delete: async () => {},
  };
  const slowStore: FileStore = {
    ...store,
    async get(name) {
      await held.pass();
      return store.get(name);
    },
  };

  beforeAll(async () => {
    context = createTestContext(await openTestDatabase(), createTestClocks());
    await prepareWorld(context);
  }, START_MS);
  beforeEach(async () => {
    held = gate();
    await restoreWorld(context.db);
  });
  afterAll(() => context.db.destroy());

  const enter = (files: FileStore) =>
    signIn({
      server: createApp({ ...context, files, inspections: createInspectionQueues() }),
      advance() {},
      stop: async () => {},
    });

  const sendRequest = async (browser: Browser, file: Awaited<ReturnType<typeof uploaded>>) =>
    (await submit(browser, randomUUID(), submission({ attachments: [file] }))).status;

  it('are one server’s own: another one in the same process waits for none of them', async () => {
    const [slow, quick] = [await enter(slowStore), await enter(store)];
    const files = [await uploaded(slow, pdf('um')), await uploaded(slow, pdf('dois'))] as const;
    const looking = sendRequest(slow, files[0]);
    await held.reached;
    expect(await sendRequest(quick, files[1])).toBe(201);
    held.open();
    expect(await looking).toBe(201);
  });

  it('are made one after the other for each citizen, beside those for others, also after one that failed', async () => {
    const inspections = createInspectionQueues();
    const made: string[] = [];
    const first = inspections.take('maria', async () => {
      await held.pass();
      made.push('first');
      throw new Error('The store is away');
    });
    const second = inspections.take('maria', async () => made.push('second'));
    await inspections.take('joao', async () => made.push('of another'));
    held.open();
    await expect(first).rejects.toThrow('The store is away');
    await second;
    expect(made).toEqual(['of another', 'first', 'second']);
  });
});
