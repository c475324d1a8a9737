import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import * as streams from 'node:stream/web';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import hidden from '../src/ui/visually-hidden.module.css';

// A route's code is fetched when its page is first opened, and a busy machine takes its time: what is waited for is the same.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

// Browsers have them, and so has Node; the page that a test stands in has neither's.
vi.stubGlobal('crypto', webcrypto);
for (const [name, stream] of Object.entries(streams)) vi.stubGlobal(name, stream);

// jsdom's Blob does not survive fake-indexeddb and its FormData breaks multipart. Node keeps its own FormData only
// behind Response, once jsdom has put its own in the global place.
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

// jsdom has no addresses of blobs.
URL.createObjectURL = () => 'blob:test';
URL.revokeObjectURL = () => undefined;

// jsdom has no layout to scroll and says so on the console.
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// No style is loaded here. A browser makes a block of words that are out of the flow, which parts them from the words before.
document.head.append(document.createElement('style'));
document.styleSheets[0]?.insertRule(`.${hidden.hidden} { display: block }`);

let complaints: string[] = [];

beforeEach(() => {
  // Nobody finds what the test before left on the device.
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
