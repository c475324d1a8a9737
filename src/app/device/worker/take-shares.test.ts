import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NOON } from '../../../../testing/builders.ts';
import { fillDisk } from '../../../../testing/full-disk.ts';
import { manualClock } from '../../../../testing/manual-clock.ts';
import { createPretendWorker } from '../../../../testing/pretend-worker.ts';
import { shareIdIn, shareWithWorker } from '../../../../testing/share.ts';
import {
  DeviceDatabase,
  forgetCitizen,
  readOccupants,
  rememberCitizen,
  type Share,
} from '../../../db/core/device-database.ts';
import { GUEST_ID } from '../../../db/core/occupant.ts';
import { readShare, SHARE_LIFE_MS } from '../../../db/core/shares.ts';
import { noteTabGuest } from '../../../db/core/tab-guests.ts';
import { eraseForgotten } from '../../../db/storage/forget-citizen.ts';
import { watchShares } from '../watch-device.ts';
import { takeShares } from './take-shares.ts';

const MARIA = { id: 'c_maria', name: 'Maria Exemplo', maskedNiss: '…000', holder: 'person' } as const;
const JOAO = { ...MARIA, id: 'c_joao', name: 'João Modelo' };
const WORDS = 'Recebi esta carta';
const later = (ms: number) => new Date(NOON.getTime() + ms);
const now = () => NOON;
const letter = (name = 'carta.pdf', size = 8) =>
  new File([new Uint8Array(size)], name, { type: 'application/pdf' });

let device: DeviceDatabase;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  device = new DeviceDatabase();
});

const rows = async () => (await device.device.where('key').startsWith('share ').toArray()) as Share[];

describe('what another app shares', () => {
  it('waits for whoever is signed in, under an id that says nothing of it, and for nobody else', async () => {
    await rememberCitizen(device, { ...MARIA, shared: false });
    const address = await shareWithWorker({ text: WORDS, files: [letter()] }, { now });
    expect(address).toMatch(/^\/partilhar\?partilha=[0-9a-f-]{36}$/);
    const id = shareIdIn(address);
    const share = await readShare(device, id, MARIA.id, NOON);
    expect(share).toMatchObject({ text: WORDS, files: [{ name: 'carta.pdf', type: 'application/pdf' }] });
    expect(share?.files[0]?.bytes.byteLength).toBe(8);
    expect(await readShare(device, id, JOAO.id, NOON)).toBeUndefined();
    expect(await readShare(device, id, GUEST_ID, NOON)).toBeUndefined();
  });

  it('waits for the guest where nobody is signed in', async () => {
    const id = shareIdIn(await shareWithWorker({ text: WORDS }, { now }));
    expect(await readShare(device, id, GUEST_ID, NOON)).toMatchObject({ text: WORDS });
    expect(await readOccupants(device)).toMatchObject({ current: null, hasGuest: true });
  });

  it('has each text once, whichever fields the other app put it in', async () => {
    const url = 'https://exemplo.pt/carta';
    await shareWithWorker({ title: ' Carta ', text: `Veja ${url}\r\nhoje`, url }, { now });
    await shareWithWorker({ url }, { now });
    expect((await rows()).map(({ text }) => text).sort()).toEqual([`Carta\nVeja ${url}\nhoje`, url]);
  });

  it('has at most 32 files, and names those that were too many or too large', async () => {
    const files = Array.from({ length: 34 }, (_, n) => letter(`${n}.pdf`));
    await shareWithWorker({ files: [letter('filme.mp4', 89), ...files] }, { now, maxBytes: 8 * 11 });
    const [share] = await rows();
    expect(share?.files).toHaveLength(32);
    expect(share?.leftOut).toEqual(['filme.mp4', '32.pdf', '33.pdf']);
  });

  it.each([
    ['nothing in it', {}, {}, 'vazio'],
    ['a page of another site as its sender', { text: WORDS }, { origin: 'https://evil.test' }, 'origem'],
    ['a page of another site before it', { text: WORDS }, { referrer: 'https://evil.test/form' }, 'origem'],
  ])('is not kept with %s', async (_what, shared, sender, falta) => {
    expect(await shareWithWorker(shared, { ...sender, now })).toBe(`/partilhar?falta=${falta}`);
    expect(await rows()).toEqual([]);
  });

  it.each([
    { origin: 'null' },
    { origin: 'https://e-clic.test' },
    { referrer: 'https://e-clic.test/pedidos' },
  ])('is kept when it comes from the system, or from e-Clic itself: %o', async (sender) => {
    expect(shareIdIn(await shareWithWorker({ text: WORDS }, { ...sender, now }))).not.toBe('');
  });

  it('is said not to have been kept where what keeps it did not come', async () => {
    const { scope, dispatch, fetched } = createPretendWorker();
    takeShares(scope);
    const request = new Request('https://e-clic.test/partilhar', { method: 'POST', body: new FormData() });
    let answer: Promise<Response> | undefined;
    await dispatch('fetch', { request, respondWith: (given: Promise<Response>) => (answer = given) });
    expect((await answer)?.headers.get('Location')).toBe('https://e-clic.test/partilhar?falta=espaco');
    expect(fetched).toHaveLength(1);
  });

  it('is none of the worker’s at any other address', async () => {
    expect(await shareWithWorker({ text: WORDS }, { at: '/api/v1/requests', now })).toBeNull();
  });

  it.each(['write', 'commit'] as const)(
    'leaves nothing on a disk that is full at the %s, and says so',
    async (at) => {
      await rememberCitizen(device, { ...MARIA, shared: false });
      const empty = fillDisk(at);
      expect(await shareWithWorker({ text: WORDS, files: [letter()] }, { now })).toBe(
        '/partilhar?falta=espaco',
      );
      empty();
      expect(await rows()).toEqual([]);
    },
  );

  it('is not kept on a shared device for a guest, whose tab alone may read what is kept', async () => {
    await noteTabGuest(device, { id: 'guest-1', key: '00' }, NOON);
    expect(await shareWithWorker({ text: WORDS }, { now })).toBe('/partilhar?falta=aparelho');
    expect(await rows()).toEqual([]);
    expect((await readOccupants(device)).hasGuest).toBe(false);
  });

  it('is kept once every guest of a tab is gone for longer than the idle time: their row goes only at a start', async () => {
    await noteTabGuest(device, { id: 'guest-1', key: '00' }, later(-5 * 86_400_000));
    const id = shareIdIn(await shareWithWorker({ text: WORDS }, { now }));
    expect(await readShare(device, id, GUEST_ID, NOON)).toMatchObject({ text: WORDS });
    await noteTabGuest(device, { id: 'guest-2', key: '00' }, NOON);
    expect(await shareWithWorker({ text: WORDS }, { now })).toBe('/partilhar?falta=aparelho');
  });

  it('leaves marked what is still to be erased of a guest', async () => {
    await forgetCitizen(device, true, [GUEST_ID]);
    await shareWithWorker({ text: WORDS }, { now });
    expect((await readOccupants(device)).toErase).toEqual([GUEST_ID]);
  });

  it('goes with whoever leaves a shared device, and with them alone', async () => {
    await rememberCitizen(device, { ...JOAO, shared: false });
    await shareWithWorker({ text: 'de João' }, { now });
    await rememberCitizen(device, { ...MARIA, shared: true });
    await shareWithWorker({ text: WORDS }, { now });
    await forgetCitizen(device, true, [MARIA.id]);
    await eraseForgotten(device);
    expect((await rows()).map(({ text }) => text)).toEqual(['de João']);
  });

  it('fills no device: of many the newest stay', async () => {
    for (let n = 0; n < 6; n += 1) await shareWithWorker({ text: `${n}` }, { now: () => later(n) });
    expect((await rows()).map(({ text }) => text).sort()).toEqual(['2', '3', '4', '5']);
  });
});

describe('an hour after it came', () => {
  it('nobody is shown it, on a clock that was moved either way too', async () => {
    const id = shareIdIn(await shareWithWorker({ text: WORDS }, { now }));
    expect(await readShare(device, id, GUEST_ID, later(SHARE_LIFE_MS - 1))).toBeDefined();
    expect(await readShare(device, id, GUEST_ID, later(SHARE_LIFE_MS))).toBeUndefined();
    expect(await readShare(device, id, GUEST_ID, later(-SHARE_LIFE_MS))).toBeUndefined();
  });

  it('nothing of it is left, with a page open or at the next start', async () => {
    const clock = manualClock(NOON);
    await shareWithWorker({ text: WORDS, files: [letter()] }, { now });
    const stop = watchShares(device, clock);
    await expect
      .poll(() => {
        clock.pass(SHARE_LIFE_MS / 4);
        return rows();
      })
      .toEqual([]);
    stop();
    await shareWithWorker({ text: WORDS }, { now });
    watchShares(device, manualClock(later(SHARE_LIFE_MS)))();
    await expect.poll(() => rows()).toEqual([]);
  });

  it('a start that looks after it reads none of its files, which may be larger than a phone’s memory', async () => {
    await shareWithWorker({ files: [letter()] }, { now });
    const reads = (['get', 'getAll', 'openCursor'] as const).map((way) =>
      vi.spyOn(IDBObjectStore.prototype, way),
    );
    const clock = manualClock(NOON);
    const planned = vi.spyOn(clock, 'after');
    const stop = watchShares(device, clock);
    await expect.poll(() => planned).toHaveBeenCalledWith(SHARE_LIFE_MS, expect.anything());
    stop();
    for (const read of reads) expect(read).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('the next share erases it', async () => {
    await shareWithWorker({ text: 'old' }, { now });
    await shareWithWorker({ text: WORDS }, { now: () => later(SHARE_LIFE_MS) });
    expect((await rows()).map(({ text }) => text)).toEqual([WORDS]);
  });
});
