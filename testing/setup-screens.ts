import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import * as streams from 'node:stream/web';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import hidden from '../src/ui/visually-hidden.module.css';

/** Testing Library's own prints the whole page for each query that does not find its element yet: a thirtieth of all time, and nobody reads it. */
function elementError(message: string | null): Error {
  const error = new Error(message ?? '');
  error.name = 'TestingLibraryElementError';
  // Where a test fails, its own line is shown.
  Error.captureStackTrace(error, elementError);
  return error;
}

// A route's code is fetched when its page is first opened, and a shared machine may stall. The longer limit changes nothing that a test waits for.
configure({ asyncUtilTimeout: 15_000, getElementError: elementError });

// Browsers have these, and so has Node; jsdom has neither's.
vi.stubGlobal('crypto', webcrypto);
for (const [name, stream] of Object.entries(streams)) vi.stubGlobal(name, stream);

// jsdom's Blob does not survive fake-indexeddb, and its FormData breaks multipart. Once jsdom has put its own FormData in the global place, Node's is found
// only behind Response.
const emptyForm = await new Response(new URLSearchParams()).formData();
vi.stubGlobal('Blob', NodeBlob);
vi.stubGlobal('File', NodeFile);
vi.stubGlobal('FormData', emptyForm.constructor);

// jsdom knows <dialog> but cannot open one.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close = function close() {
  if (!this.open) return;
  this.removeAttribute('open');
  queueMicrotask(() => this.dispatchEvent(new Event('close')));
};

// jsdom's languages are English ones: every test would begin with a question.
Object.defineProperty(navigator, 'languages', { configurable: true, get: () => ['pt-PT'] });

// jsdom has no addresses of blobs.
URL.createObjectURL = () => 'blob:test';
URL.revokeObjectURL = () => undefined;

// jsdom has no layout to scroll and says so on the console.
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// No style sheet is loaded here. A browser makes hidden words that are out of the flow a block, which separates them from the words before.
document.head.append(document.createElement('style'));
document.styleSheets[0]?.insertRule(`.${hidden.hidden} { display: block }`);

let complaints: string[] = [];

beforeEach(() => {
  // Each test begins without what the test before left on the device.
  localStorage.clear();
  complaints = [];
  const note = (...words: unknown[]) => {
    complaints.push(words.map(String).join(' '));
  };
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.spyOn(console, 'warn').mockImplementation(note);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(complaints, 'a screen test leaves the console silent').toEqual([]);
});
