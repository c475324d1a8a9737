import { keepEarlyWords } from '../../lib/early-words.ts';
import { keepInstallPrompt } from '../../lib/install-prompt.ts';
import { PRESSED } from '../../lib/prerendered-page.ts';
import { readStartHint } from '../../lib/start-hint.ts';
import { readTabGuest, SHARED_GUEST } from '../../lib/tab-guest.ts';
import { keepChoice, readLanguage, readLook, SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';

/**
 * Runs before the page is drawn, as a file of its own that nothing else needs to come for. In order:
 *
 * 1. The chosen look stands on the page.
 * 2. Of a page that was written at build time nothing is seen by whoever will see another one: in another language, or their own.
 * 3. What is done on such a page until the app has come is kept: the words of a description on disk, the choice of a language, and which button
 *    was pressed last, for the app to press. A form that is sent goes nowhere.
 * 4. The browser's offer to install is kept for when it is asked for.
 */
const { dataset } = document.documentElement;

/** The field of the page that a draft begins with. */
const DESCRIPTION = 'description';
const LANGUAGE_CHOICE = 'footer-language';
/** The tick of the sign-in page, and its way on without a session. */
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
  // On a shared device nothing may be kept before the app has come that seals it.
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
  // Firefox brings a tick back while it reads the page, and tells nobody. `pageshow` would be too late: it waits for the app's code.
  document.addEventListener('readystatechange', sayShared);
  document.addEventListener('submit', (event) => {
    if (!dataset.written) return;
    event.preventDefault();
    notePress(event.submitter);
  });
  // Before the app hears of it, which may be here already and not know yet what stands in the fields.
  document.addEventListener('click', holdPress, { capture: true });
}

/** For whoever goes on without signing in: the page of their first step has to know it before anything is written there. */
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

/** One write at a time, and the newest words always. */
function note(field: HTMLTextAreaElement, draftId: string): void {
  hasMore = isKeeping;
  if (isKeeping) return;
  isKeeping = true;
  keepEarlyWords({ draftId, description: field.value, typedAt: new Date().toISOString() })
    // The page still has them, and the app will say that nothing can be kept.
    .catch(() => undefined)
    .finally(() => {
      isKeeping = false;
      if (hasMore) note(field, draftId);
    });
}

/** From now on the address is the draft's own: whoever loads the page anew finds what they have typed. */
function goTo(address: string): void {
  // The browser's own way: a router that has begun to work is not to hear of it.
  History.prototype.replaceState.call(window.history, window.history.state, '', address);
}
