import { afterEach, expect, test, vi } from 'vitest';
import {
  endTrouble,
  noteRefusedWrites,
  noteSpaceIsBack,
  noteTrouble,
} from '../../db/core/storage-trouble.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { watchForUpdates } from './app-update.ts';

afterEach(() => {
  endTrouble('memoryOnly');
  noteSpaceIsBack();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

const never = new Promise<never>(() => undefined);

/** Opens a page that a worker controls. What it asks before it is loaded anew, which is whether it is sending, is never answered here. */
function openPage() {
  const workers = Object.assign(new EventTarget(), { controller: {} });
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: workers });
  const isSending = vi.fn(() => never);
  watchForUpdates({ after: never, isSending });
  return { isSending, takeOver: () => workers.dispatchEvent(new Event('controllerchange')) };
}

test('an update that was accepted in another tab has this one loaded anew', () => {
  const { isSending, takeOver } = openPage();
  takeOver();
  expect(isSending).toHaveBeenCalledOnce();
});

test('a page that is all that keeps what was written is not loaded anew, whatever else is wrong with the device', () => {
  const { isSending, takeOver } = openPage();
  noteTrouble('memoryOnly');
  takeOver();
  noteRefusedWrites(['drafts']);
  takeOver();
  expect(isSending).not.toHaveBeenCalled();
});

test('a page that reads files is not loaded anew before they are read', async () => {
  vi.useFakeTimers();
  const { isSending, takeOver } = openPage();
  let end = () => {};
  const reading = whileUnderWay(new Promise<void>((resolve) => (end = resolve)));
  takeOver();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isSending).not.toHaveBeenCalled();
  end();
  await reading;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isSending).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
