import { keepEarlyWords } from '../../lib/early-words.ts';
import { keepInstallPrompt } from '../../lib/install-prompt.ts';
import { PRESSED } from '../../lib/prerendered-page.ts';
import { readStartHint } from '../../lib/start-hint.ts';
import { readTabGuest, SHARED_GUEST } from '../../lib/tab-guest.ts';
import { keepChoice, readLanguage, readLook, SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';

/**
 * Runs before the page is drawn, as a file of its own that waits for no other. In order:
 *
 * 1. The chosen look is put on the page.
 * 2. A page that was written at build time is hidden from a visitor who will see another one: in another language, or their own page.
 * 3. What a visitor does on such a page before the app has come is kept: the words of a description on disk, the choice of a language, and the
 *    button pressed last, which the app then presses. Forms are not sent.
 * 4. The browser's offer to install the app is kept until the citizen asks for it.
 */
const { dataset } = document.documentElement;

/** The id of the field on a draft's first step. */
const DESCRIPTION = 'description';
const LANGUAGE_CHOICE = 'footer-language';
/** On the sign-in page: the id of the tick for a shared device, and the part of the address by which the link to start without a session is found. */
const SHARED = 'shared';
const GUEST_START = '?convidado=';

Object.assign(dataset, readLook());
keepInstallPrompt();
if (dataset.written) {
  if (isForSomebodyElse()) dataset.unseen = '';
  else keepUntilTakenOver();
}

function isForSomebodyElse(): boolean {
  const { needs } = dataset;
  const asked = needs === undefined ? '' : new URLSearchParams(window.location.search).get(needs);
  // On a shared device words must be sealed, which only the app can do: nothing may be kept before it has come.
  const isShared = needs !== undefined && (asked === SHARED_GUEST || readTabGuest() !== null);
  return readStartHint() === 'citizen' || readLanguage() !== SOURCE_LANGUAGE || asked === null || isShared;
}

function keepUntilTakenOver(): void {
  if (dataset.needs) dataset.draftId = crypto.randomUUID();
  document.addEventListener('input', ({ target }) => {
    const { written, draftId } = dataset;
    const isDescription = target instanceof HTMLTextAreaElement && target.id === DESCRIPTION;
    if (!written || !draftId || !isDescription) return;
    const address = `${import.meta.env.BASE_PATH}/rascunhos/${draftId}/descricao`;
    if (window.location.pathname !== address) goTo(address);
    note(target, draftId);
  });
  document.addEventListener('change', ({ target }) => {
    sayShared();
    if (!dataset.written || !(target instanceof HTMLSelectElement) || target.id !== LANGUAGE_CHOICE) return;
    keepChoice('language', target.value);
    window.location.reload();
  });
  // Firefox restores a tick while it reads the page, without an event. `pageshow` would be too late: it waits for the app's code.
  document.addEventListener('readystatechange', sayShared);
  document.addEventListener('submit', (event) => {
    if (!dataset.written) return;
    event.preventDefault();
    notePress(event.submitter);
  });
  // In the capture phase, before the app hears of the press: the app may have come already without knowing what stands in the fields.
  document.addEventListener('click', holdPress, { capture: true });
}

/** Puts into the link to start without a session whether the device is shared: the first step has to know it before anything is written there. */
function sayShared(): void {
  const box = document.querySelector<HTMLInputElement>(`#${SHARED}`);
  const start = document.querySelector<HTMLAnchorElement>(`a[href*="${GUEST_START}"]`);
  if (!dataset.written || !box || !start) return;
  const address = new URL(start.href);
  address.searchParams.set('convidado', box.checked ? SHARED_GUEST : 'sim');
  start.href = address.href;
}

function holdPress(event: Event): void {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!dataset.written || !button) return;
  event.stopPropagation();
  event.preventDefault();
  notePress(button);
}

function notePress(button: HTMLElement | null): void {
  if (!button) return;
  document.querySelector(`[${PRESSED}]`)?.removeAttribute(PRESSED);
  button.setAttribute(PRESSED, '');
}

let isKeeping = false;
let hasMore = false;

/** Writes one version of the words at a time; once a write ends, it writes the newest words if more were typed meanwhile. */
function note(field: HTMLTextAreaElement, draftId: string): void {
  hasMore = isKeeping;
  if (isKeeping) return;
  isKeeping = true;
  keepEarlyWords({ draftId, description: field.value, typedAt: new Date().toISOString() })
    // The page still has the words, and the app will say that nothing can be kept.
    .catch(() => undefined)
    .finally(() => {
      isKeeping = false;
      if (hasMore) note(field, draftId);
    });
}

/** Gives the page the address of its draft: whoever loads it anew finds what they have typed. */
function goTo(address: string): void {
  // The browser's own method, not the router's in its place: a router that has begun to work must not hear of this.
  History.prototype.replaceState.call(window.history, window.history.state, '', address);
}
