import type { Entry, KeyRange } from './store.ts';

/** Holds rows by key, with the keys in order, so that reading a page of a long table costs no more than the page. */
export class SortedTable {
  readonly #rows = new Map<string, unknown>();
  readonly #keys: string[] = [];

  get(key: string): unknown {
    return this.#rows.get(key);
  }

  put(key: string, value: unknown): void {
    if (!this.#rows.has(key)) this.#keys.splice(this.#firstAt(key), 0, key);
    this.#rows.set(key, value);
  }

  remove(key: string): void {
    if (this.#rows.delete(key)) this.#keys.splice(this.#firstAt(key), 1);
  }

  range({ after, before, limit }: KeyRange): Entry<unknown>[] {
    const found: Entry<unknown>[] = [];
    for (let at = this.#firstAt(after); at < this.#keys.length && found.length < limit; at += 1) {
      const key = this.#keys[at];
      if (key === undefined || key >= before) break;
      if (key !== after) found.push({ key, value: this.#rows.get(key) });
    }
    return found;
  }

  keys(): readonly string[] {
    return this.#keys;
  }

  /** Returns the place of the first key that is not before `key`. */
  #firstAt(key: string): number {
    const last = this.#keys.at(-1);
    if (last === undefined || last < key) return this.#keys.length;
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
