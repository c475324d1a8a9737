import * as v from 'valibot';
import { isDay } from '../domain/lisbon-date.ts';

/** Accepts an address with one of these protocols, or fails with a sentence that names them. */
export const url = (name: string, protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    ),
  );

/** Accepts the address that people see, and returns it as browsers write it, since each call is compared with it. */
export const origin = v.pipe(
  url('ORIGIN', ['http:', 'https:']),
  v.check((text) => {
    if (!URL.canParse(text)) return true;
    const { href, origin: own } = new URL(text);
    return own === 'null' || href === `${own}/`;
  }, 'ORIGIN must be an address without a path, a query or a user, such as https://eclic.exemplo.pt. BASE_PATH names a path.'),
  v.transform((text) => new URL(text).origin),
);

const OF_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Whether what is sent to an address leaves this machine. What is no address leads nowhere: it is refused for that alone. */
export function leavesThisMachine(address: string): boolean {
  return URL.canParse(address) && !OF_THIS_MACHINE.includes(new URL(address).hostname.toLowerCase());
}

/** Checks a setting that has to be a whole number of at most six digits. */
export function wholeNumber(name: string, min: number, max: number) {
  const sentence = `${name} must be a number from ${min} to ${max}.`;
  return v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,6}$/, sentence),
    v.transform(Number),
    v.minValue(min, sentence),
    v.maxValue(max, sentence),
  );
}

const DAYS_SENTENCE = 'EXTRA_HOLIDAYS must be days with commas between them, as 2027-02-09,2027-06-14.';

export const extraHolidays = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((day) => day.trim())),
  v.check((days) => days.every(isDay), DAYS_SENTENCE),
);
