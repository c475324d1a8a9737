import { type FloorPage, openFloor } from '../floor/floor.ts';
import type { Measurement } from '../measurement.ts';
import { makeProfile, openBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openSlowLine } from '../slow-line.ts';
import { untilShown } from '../until-shown.ts';
import type { World } from '../world.ts';

/** The way in for whoever has not signed in; it leads to the first step of a new draft. */
export const DESCRIPTION: FloorPage = {
  path: '/rascunhos/novo?convidado=sim',
  field: 'textarea#description:enabled',
};
const SIGN_IN: FloorPage = { path: '/entrar', field: 'input#niss:enabled' };

const HOW =
  'Slow 4G (1.6 Mbit/s, 150 ms), an empty profile: from the start of the navigation until the field is painted';
const DRAFT = 'the description of a draft begun without signing in';

export const firstFieldCold: Measurement = {
  name: 'First editable field, first visit',
  goal: 1_000,
  unit: 'ms',
  how: `${HOW}: ${DRAFT}.`,
  run: async (world) => (await pairs(world, DESCRIPTION)).map(({ appMs }) => appMs),
};

export const firstFieldRatio: Measurement = {
  name: 'First editable field, first visit, to the plain HTML floor',
  goal: 1.6,
  unit: '×',
  how: 'How many times as long as the same page takes as plain HTML without a script, with the same style sheets, fonts, server and line; one of each in turn.',
  run: async (world) => (await pairs(world, DESCRIPTION)).map(({ appMs, floorMs }) => appMs / floorMs),
};

export const firstFieldFloor: Measurement = {
  name: 'First editable field, the plain HTML floor itself',
  goal: 700,
  unit: 'ms',
  how: 'Of that page, in the same runs. More than its goal means a heavier look, a server that does not compress, or a busy machine.',
  run: async (world) => (await pairs(world, DESCRIPTION)).map(({ floorMs }) => floorMs),
};

export const signInField: Measurement = {
  name: 'First field of sign-in, first visit',
  goal: 1_000,
  unit: 'ms',
  how: `${HOW}, the first of */entrar*.`,
  run: async (world) => (await pairs(world, SIGN_IN)).map(({ appMs }) => appMs),
};

export const signInRatio: Measurement = {
  name: 'First field of sign-in, first visit, to the plain HTML floor',
  goal: 1.6,
  unit: '×',
  how: 'As for the description.',
  run: async (world) => (await pairs(world, SIGN_IN)).map(({ appMs, floorMs }) => appMs / floorMs),
};

interface Pair {
  appMs: number;
  floorMs: number;
}

const measured = new Map<FloorPage, Promise<Pair[]>>();

/** Once for all rows of a page. */
function pairs(world: World, page: FloorPage): Promise<Pair[]> {
  const known = measured.get(page) ?? measureInTurn(world, page);
  measured.set(page, known);
  return known;
}

async function measureInTurn({ server }: World, page: FloorPage): Promise<Pair[]> {
  const floor = await openFloor(server.origin, page);
  const values: Pair[] = [];
  while (values.length < RUNS) {
    const appMs = await firstVisit(server.origin, page.path, page.field);
    values.push({ appMs, floorMs: await firstVisit(floor.origin, floor.path, page.field) });
  }
  floor.close();
  return values;
}

async function firstVisit(origin: string, path: string, field: string): Promise<number> {
  const line = await openSlowLine(origin);
  const profile = makeProfile();
  const { context, page } = await openBrowser(profile, line.origin);
  const ms = await untilShown(page, path, field);
  await context.close();
  profile.remove();
  line.close();
  return ms;
}
