import { LENSES, type Lens, WIDTHS_PX } from './lenses.ts';

interface Factors {
  route: string;
  state: string;
}

/** Every two things that meet, such as *offline* and *dark*, or *320 px* and *spaced*. */
export function pairsOf({ route, state }: Factors, { width, colours, text }: Lens): string[] {
  const met = [`route ${route}`, `state ${state}`, `width ${width}`, `colours ${colours}`, `text ${text}`];
  return met.flatMap((one, index) => met.slice(index + 1).map((other) => `${one} + ${other}`));
}

/**
 * For each place one lens of the widest screen and one of the narrowest, so that as many pairs as possible are met at least once, and one
 * between them where that meets a pair which no place before has met. Always the same ones.
 */
export function chooseLenses<Place extends Factors>(places: readonly Place[]): Map<Place, Lens[]> {
  const met = new Set<string>();
  const uses = new Map<Lens, number>();
  const chosen = new Map<Place, Lens[]>();
  for (const place of places) {
    const newPairs = (lens: Lens) => pairsOf(place, lens).filter((pair) => !met.has(pair));
    // Where nothing new can be met, the lens that was used least.
    const worth = (lens: Lens) => newPairs(lens).length * places.length - (uses.get(lens) ?? 0);
    const best = (width: number) =>
      LENSES.filter((lens) => lens.width === width).reduce((one, other) =>
        worth(other) > worth(one) ? other : one,
      );
    const lenses: Lens[] = [];
    for (const [index, width] of WIDTHS_PX.entries()) {
      const lens = best(width);
      const isBetween = index > 0 && index < WIDTHS_PX.length - 1;
      // A route that has one state would want every lens of its own.
      if (isBetween && newPairs(lens).every((pair) => pair.startsWith('route '))) continue;
      uses.set(lens, (uses.get(lens) ?? 0) + 1);
      for (const pair of pairsOf(place, lens)) met.add(pair);
      lenses.push(lens);
    }
    chosen.set(place, lenses);
  }
  return chosen;
}
