import { createChance, noiseAt } from './chance.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** Gives the colour of the table at a place in mm. Writes into `colour` instead of making an object, since there are millions of places. */
export type Table = (x: number, y: number, colour: [number, number, number]) => void;

export type TableKind = 'plain' | 'wood' | 'tiles' | 'checked' | 'stone' | 'busy';

const COLOURS: readonly [Colour, ...Colour[]] = [
  [58, 44, 36],
  [120, 84, 56],
  [176, 136, 96],
  [206, 178, 140],
  [40, 42, 46],
  [110, 112, 116],
  [178, 180, 178],
  [52, 78, 110],
  [126, 46, 44],
  [70, 96, 70],
  [222, 218, 210],
  [238, 236, 230],
];

export function tableOf(kind: TableKind, seed: number): Table {
  const chance = createChance(seed);
  const [one, other] = [chance.pick(COLOURS), chance.pick(COLOURS)];
  const size = chance.between(18, 60);
  const turned = turnBy(chance.between(-50, 50));
  const grain = (x: number, y: number) => 0.9 + 0.2 * noiseAt(x / 1.7, y / 1.7, seed);
  const paint = (colour: [number, number, number], [red, green, blue]: Colour, light: number) => {
    colour[0] = red * light;
    colour[1] = green * light;
    colour[2] = blue * light;
  };
  switch (kind) {
    case 'plain':
      return (x, y, colour) => paint(colour, one, grain(x, y));
    case 'wood':
      return (x, y, colour) => {
        const [along, across] = turned(x, y);
        const plank = Math.floor(across / 110);
        const fibre =
          noiseAt(along / 90 + plank * 17, across / 2.2, seed) * 0.5 +
          noiseAt(along / 20, across / 0.9, seed + 1) * 0.25;
        const isGap = across - plank * 110 < 1.2;
        paint(colour, one, isGap ? 0.45 : 0.7 + fibre * 0.6 + 0.1 * noiseAt(plank, 0, seed));
      };
    case 'tiles':
      return (x, y, colour) => {
        const [along, across] = turned(x, y);
        const isJoint = modulo(along, size * 4) < 3 || modulo(across, size * 4) < 3;
        paint(colour, isJoint ? other : one, grain(x, y));
      };
    case 'checked':
      return (x, y, colour) => {
        const [along, across] = turned(x, y);
        const isOdd = (Math.floor(along / size) + Math.floor(across / size)) % 2 !== 0;
        paint(colour, isOdd ? other : one, 0.8 + 0.25 * noiseAt(along * 1.3, across * 1.3, seed));
      };
    case 'stone':
      return (x, y, colour) => {
        const clouds =
          noiseAt(x / 45, y / 45, seed) * 0.5 +
          noiseAt(x / 14, y / 14, seed + 1) * 0.3 +
          noiseAt(x / 4, y / 4, seed + 2) * 0.2;
        paint(colour, one, 0.55 + clouds * 0.9);
      };
    case 'busy':
      return busyTable(seed, tableOf(chance.pick(['plain', 'wood', 'stone']), seed + 5));
  }
}

interface Thing {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
  turned: (x: number, y: number) => readonly [number, number];
  colour: Colour;
  isPrinted: boolean;
}

/** Books, pens, other papers and a phone, around the sheet and partly under it. */
function busyTable(seed: number, below: Table): Table {
  const chance = createChance(seed + 77);
  const things = Array.from({ length: 9 }, (): Thing => {
    const angle = chance.between(0, 2 * Math.PI);
    const away = chance.between(110, 230);
    const isPen = chance.next() < 0.3;
    const isPaper = !isPen && chance.next() < 0.4;
    return {
      x: away * Math.cos(angle),
      y: away * 1.2 * Math.sin(angle),
      halfWidth: isPen ? 70 : chance.between(25, 90),
      halfHeight: isPen ? 4.5 : chance.between(25, 90),
      turned: turnBy(chance.between(-90, 90)),
      colour: isPaper ? [232, 230, 222] : chance.pick(COLOURS),
      isPrinted: isPaper,
    };
  });
  return (x, y, colour) => {
    below(x, y, colour);
    for (const { x: left, y: top, halfWidth, halfHeight, turned, colour: own, isPrinted } of things) {
      const [along, across] = turned(x - left, y - top);
      if (Math.abs(along) > halfWidth || Math.abs(across) > halfHeight) continue;
      const isInk =
        isPrinted &&
        modulo(across, 6) < 2 &&
        Math.abs(along) < halfWidth * 0.8 &&
        noiseAt(along / 2, Math.floor(across / 6), seed) > 0.45;
      const light = (isInk ? 0.35 : 1) * (0.93 + 0.1 * noiseAt(along / 3, across / 3, seed));
      colour[0] = own[0] * light;
      colour[1] = own[1] * light;
      colour[2] = own[2] * light;
    }
  };
}

function turnBy(degrees: number) {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return (x: number, y: number) => [x * cos + y * sin, -x * sin + y * cos] as const;
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
