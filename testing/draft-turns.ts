import fc from 'fast-check';
import { writtenOf } from '../domain/written/asked-words.ts';
import { NO_WORDS, wordsOf, writtenIn } from '../domain/written/words.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import {
  listInSavingOrder,
  noteAccountSaved,
  readDraftContent,
  takeAccountDraft,
} from '../src/db/drafts/account-drafts.ts';
import type { DraftPatch, EditStart } from '../src/db/drafts/draft-edit.ts';
import { listOpenDrafts } from '../src/db/drafts/drafts.ts';
import { putPendingText } from '../src/db/drafts/last-words.ts';
import { openDraft, saveDraft } from '../src/db/drafts/save-draft.ts';
import { NOON } from './builders.ts';
import { createDraftAccount } from './draft-account.ts';
import { openMemoryDatabase } from './memory-database.ts';

/** Two tabs of a phone, and a desktop that knows of them by the account alone. All begin at one draft. */
const TABS = ['phone', 'otherTab', 'desktop'] as const;
const FIELDS = ['description', 'wanted'] as const;
const DRAFT_ID = 'd';

/** How often each turn comes up. `types` replaces the field's words, `goesOn` adds to them; `leaves` types and is gone at once, until the tab's next turn. */
const TURN_WEIGHTS = {
  types: 2,
  goesOn: 3,
  choosesKind: 1,
  opens: 2,
  opensAnother: 2,
  reloads: 1,
  leaves: 2,
  syncs: 3,
  losesAnswer: 1,
};

export interface Turn {
  tab: (typeof TABS)[number];
  does: keyof typeof TURN_WEIGHTS;
  /** The field of the step that is opened. */
  field?: (typeof FIELDS)[number];
}

export const turn: fc.Arbitrary<Turn> = fc.record({
  tab: fc.constantFrom(...TABS),
  does: fc.constantFrom(
    ...(Object.keys(TURN_WEIGHTS) as Turn['does'][]).flatMap((does) =>
      Array.from({ length: TURN_WEIGHTS[does] }, () => does),
    ),
  ),
  field: fc.constantFrom('description', ...FIELDS),
});

interface Device {
  db: CitizenDatabase;
  /** How many changes of the account it has read. */
  heard: number;
}

interface Tab {
  device: Device;
  writer: string;
  draftId: string;
  /** What the tab has last read or saved. */
  begun: Required<EditStart>;
  field: (typeof FIELDS)[number];
  shown: string;
  isAway: boolean;
}

/** Takes the turns and lets all devices hear of each other. Returns the texts that are missing on some device, though nobody typed over them. */
export async function listLostBy(turns: readonly Turn[]): Promise<string[]> {
  const account = createDraftAccount();
  const phone: Device = { db: openMemoryDatabase('c_phone'), heard: 0 };
  const desktop: Device = { db: openMemoryDatabase('c_desktop'), heard: 0 };
  const devices = [phone, desktop];
  // A page that goes away writes at once, and cannot wait for a database to open.
  for (const { db } of devices) await db.open();
  const begun = { base: writtenIn({}), baseRevision: 0 };
  const start = { draftId: DRAFT_ID, begun, field: 'description', shown: '', isAway: false } as const;
  const begin = (writer: string, device: Device): Tab => ({ ...start, device, writer });
  const tabs = {
    phone: begin('phone', phone),
    otherTab: begin('otherTab', phone),
    desktop: begin('desktop', desktop),
  };
  const stands = new Set<string>();
  let time = NOON.getTime();
  const tick = () => {
    time += 1_000;
    return new Date(time);
  };

  async function push({ db }: Device, isAnswered: boolean): Promise<void> {
    for (const draft of await listInSavingOrder(db)) {
      const content = await readDraftContent(db, draft);
      const saved = account.put(draft.id, draft.account?.etag ?? null, content);
      if (!isAnswered) continue;
      const theirs = account.find(draft.id);
      if (saved) await noteAccountSaved(db, saved, { revision: draft.revision, isWhole: true });
      else if (theirs) await takeAccountDraft(db, theirs, tick());
    }
  }

  async function sync(device: Device): Promise<void> {
    await push(device, true);
    for (const news of account.listSince(device.heard)) await takeAccountDraft(device.db, news, tick());
    device.heard = account.count();
  }

  async function open(tab: Tab, draftId: string, field = tab.field): Promise<void> {
    const draft = await openDraft(tab.device.db, draftId, tick());
    const begun = { base: writtenIn({ ...draft }), baseRevision: draft?.revision ?? 0 };
    Object.assign(tab, { draftId, field, begun, shown: wordsOf(begun.base)[field] });
  }

  async function load(tab: Tab, writer: string): Promise<void> {
    Object.assign(tab, { writer, isAway: false });
    await open(tab, tab.draftId);
  }

  async function save(tab: Tab, patch: DraftPatch): Promise<void> {
    const edit = { patch, ...tab.begun, writer: tab.writer, typing: time };
    const saved = await saveDraft(tab.device.db, tab.draftId, edit, tick());
    if (saved.status === 'frozen') throw new Error('Nobody submits or deletes here');
    const base = writtenIn({ ...tab.begun.base, ...patch });
    Object.assign(tab, { draftId: saved.draftId, begun: { base, baseRevision: saved.revision } });
  }

  /** Types over the words that the field shows. The citizen sees them and means it, so they do not count as lost. */
  function type(tab: Tab, text: string) {
    stands.delete(tab.shown);
    stands.add(text);
    tab.shown = text;
    const { description, complaint } = writtenOf({ ...NO_WORDS, [tab.field]: text });
    return tab.field === 'description' ? { description } : { complaint };
  }

  async function takeTurn({ tab: name, does, field }: Turn, n: number): Promise<void> {
    const tab = tabs[name];
    if (tab.isAway) await load(tab, `${name} ${n}`);
    const { device, draftId, begun, writer } = tab;
    const text = `${name} ${n}.`;
    switch (does) {
      case 'types':
        return save(tab, type(tab, text));
      case 'goesOn':
        return save(tab, type(tab, `${tab.shown} ${text}`));
      case 'choosesKind':
        return save(tab, { kind: n % 2 === 0 ? 'complaint' : 'information' });
      case 'opens':
        return open(tab, DRAFT_ID, field);
      case 'opensAnother': {
        const others = (await listOpenDrafts(device.db)).filter(({ id }) => id !== draftId);
        return open(tab, others[n % others.length]?.id ?? draftId, field);
      }
      case 'reloads':
        return load(tab, text);
      case 'syncs':
        return sync(device);
      case 'losesAnswer':
        return push(device, false);
      case 'leaves': {
        const words = type(tab, `${tab.shown} ${text}`);
        const typedAt = tick().toISOString();
        putPendingText(device.db, { draftId, words, ...begun, writer, typing: time, typedAt });
        tab.isAway = true;
      }
    }
  }

  localStorage.clear();
  for (const [n, one] of turns.entries()) await takeTurn(one, n);
  for (const tab of Object.values(tabs)) if (tab.isAway) await load(tab, 'back');
  // Each conflict takes a round to be noticed, and one to be told.
  for (let round = 0; round < 4; round += 1) for (const device of devices) await sync(device);
  const lost = new Set<string>();
  for (const { db } of devices) {
    const kept = (await listOpenDrafts(db)).flatMap((draft) => Object.values(wordsOf(draft)));
    for (const text of stands) if (!kept.some((one) => one.startsWith(text))) lost.add(text);
  }
  return [...lost];
}
