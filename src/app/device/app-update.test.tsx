import { fireEvent, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import {
  endTrouble,
  noteRefusedWrites,
  noteSpaceIsBack,
  noteTrouble,
} from '../../db/core/storage-trouble.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { FileInput } from '../../ui/file-input.tsx';
import { watchForUpdates } from './app-update.ts';

afterEach(() => {
  endTrouble('memoryOnly');
  noteSpaceIsBack();
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.useRealTimers();
});

const never = new Promise<never>(() => undefined);

/** Opens a page that a worker controls. What it asks before it is loaded anew, which is whether it is sending, is never answered here. */
function openPage() {
  const workers = Object.assign(new EventTarget(), { controller: {} as object | null });
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: workers });
  const isSending = vi.fn(() => never);
  watchForUpdates({ after: never, isSending });
  const takeOver = (controller: object | null = {}) => {
    workers.controller = controller;
    workers.dispatchEvent(new Event('controllerchange'));
  };
  return { isSending, takeOver };
}

test('an update that was accepted in another tab has this one loaded anew', () => {
  const { isSending, takeOver } = openPage();
  takeOver();
  expect(isSending).toHaveBeenCalledOnce();
});

test('a page whose browser has forgotten this site is not loaded anew for the worker that it gets again', () => {
  const { isSending, takeOver } = openPage();
  takeOver(null);
  takeOver();
  expect(isSending).not.toHaveBeenCalled();
  takeOver();
  expect(isSending).toHaveBeenCalledOnce();
});

test('a page of which it cannot be told whether it is sending is loaded anew later', async () => {
  vi.useFakeTimers();
  const { isSending, takeOver } = openPage();
  isSending.mockRejectedValueOnce(new Error('The database is closed'));
  takeOver();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isSending).toHaveBeenCalledTimes(2);
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
});

/** Opens a page, and on it the system's picker of files, or the camera. */
function openPicker() {
  const opened = openPage();
  const { container } = render(<FileInput onFiles={() => undefined} />);
  const input = container.querySelector('input') ?? container;
  fireEvent.click(input);
  return { ...opened, input };
}

test.each([
  ['a photo is taken', 'change'],
  ['the citizen takes none', 'cancel'],
])('a page over which the camera is open is not loaded anew before %s', async (_what, sign) => {
  vi.useFakeTimers();
  const { isSending, takeOver, input } = openPicker();
  takeOver();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isSending).not.toHaveBeenCalled();
  fireEvent(input, new Event(sign));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isSending).toHaveBeenCalledOnce();
});

test('where a browser does not say that no photo was taken, the page waits a while for one once it is in front again', async () => {
  vi.useFakeTimers();
  const { isSending, takeOver } = openPicker();
  takeOver();
  await vi.advanceTimersByTimeAsync(60_000);
  fireEvent.focus(window);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(isSending).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(isSending).toHaveBeenCalledOnce();
});

test('a page goes on waiting for nothing once the camera is closed, however often it was opened', () => {
  vi.useFakeTimers();
  const { input } = openPicker();
  for (const sign of ['change', 'cancel']) {
    fireEvent.click(input);
    fireEvent(input, new Event(sign));
  }
  fireEvent.focus(window);
  expect(vi.getTimerCount()).toBe(0);
});
