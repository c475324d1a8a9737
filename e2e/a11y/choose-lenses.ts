import { LENSES, type Lens } from './lenses.ts';

interface Factors {
  route: string;
  state: string;
}

/** Every two things that meet, such as *offline* and *dark*, or *320 px* and *spaced*. */
export function pairsOf({ route, state }: Factors, { width, colours, text }: Lens): string[] {
  const met = [`route ${route}`, `state ${state}`, `width ${width}`, `colours ${colours}`, `text ${text}`];
  return met.flatMap((one, index) => met.slice(index + 1).map((other) => `${one} + ${other}`));
}

/** One lens for each place, so that as many pairs as possible are met at least once; always the same ones. */
export function chooseLenses<Place extends Factors>(places: readonly Place[]): Map<Place, Lens> {
  const met = new Set<string>();
  const uses = new Map<Lens, number>();
  const chosen = new Map<Place, Lens>();
  for (const place of places) {
    const news = (lens: Lens) => pairsOf(place, lens).filter((pair) => !met.has(pair)).length;
    // Where nothing new can be met, the lens that was used least.
    const worth = (lens: Lens) => news(lens) * places.length - (uses.get(lens) ?? 0);
    const lens = LENSES.reduce((best, other) => (worth(other) > worth(best) ? other : best));
    uses.set(lens, (uses.get(lens) ?? 0) + 1);
    for (const pair of pairsOf(place, lens)) met.add(pair);
    chosen.set(place, lens);
  }
  return chosen;
}
