const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|u_[0-9a-f-]{36})$/;
const PLACEHOLDER = /known:(\d+)/g;

/** Collects every id that a server has named so far, and fills in ids that were written as `known:3` before they were known. */
export class KnownIds {
  readonly #ids = new Set<string>();

  /** Takes in every id of an answer, however deep it is. */
  learn(value: unknown): void {
    if (typeof value === 'string') {
      const last = value.split('/').at(-1) ?? '';
      if (ID.test(last)) this.#ids.add(last);
    } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      for (const part of Object.values(value)) this.learn(part);
    }
  }

  fill(text: string): string {
    const ids = [...this.#ids];
    return text.replace(PLACEHOLDER, (_, n: string) => ids[Number(n) % ids.length] ?? crypto.randomUUID());
  }
}
