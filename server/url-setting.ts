import * as v from 'valibot';

/** Accepts an address with one of these protocols, or fails with a sentence that names them. */
export const url = (name: string, protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    ),
  );

const OF_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Whether what is sent to an address leaves this machine. What is no address leads nowhere: it is refused for that alone. */
export function leavesThisMachine(address: string): boolean {
  return URL.canParse(address) && !OF_THIS_MACHINE.includes(new URL(address).hostname.toLowerCase());
}
