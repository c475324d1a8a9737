import * as v from 'valibot';

/** An address of one of these kinds, or the sentence that says so. */
export const url = (name: string, protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    ),
  );

const OF_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** What goes there leaves the machine by no cable. */
export function isOfThisMachine(address: string): boolean {
  return OF_THIS_MACHINE.includes(new URL(address).hostname.toLowerCase());
}
