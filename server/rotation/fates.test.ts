import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const SERVER = new URL('../', import.meta.url);

/** The calls of `seal` and `fingerprint` in each file. Whoever adds one says in `FATES` what becomes of it when the secret is replaced, and then here. */
const KNOWN = {
  // A mark is made anew with each page: what is posted with one of another secret, after the session's end, is shown to be copied.
  'balcao/form-mark.ts': ['fingerprint'],
  'citizens.ts': ['fingerprint', 'fingerprint', 'seal'],
  'clerks/clerk-notices.ts': ['seal'],
  'clerks/confirm-code.ts': ['seal'],
  'clerks/known-browser.ts': ['fingerprint'],
  'clerks/waiting-sign-in.ts': ['seal'],
  'know-citizen.ts': ['seal'],
  'push/push-key.ts': ['seal'],
  'push/push-rows.ts': ['seal'],
  'receipts/receipt-keys.ts': ['seal'],
  // These codes are made anew each time and kept nowhere: under another secret they are others.
  'requests/status-code.ts': ['fingerprint'],
  'rotation/rotate-secret.ts': ['fingerprint', 'fingerprint', 'seal'],
  'search/searches.ts': ['seal'],
  'sessions/cmd-sign-in.ts': ['seal'],
  'sessions/password-sign-in.ts': ['seal'],
  'sessions/recover-password.ts': ['fingerprint'],
  'sessions/recovery-rows.ts': ['fingerprint'],
  'sessions/tries.ts': ['fingerprint'],
};

it('each place that seals or fingerprints is known to whoever rotates the secret', () => {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|^testing\//.test(file))
    .toSorted()
    .map((file) => {
      const calls = readFileSync(new URL(file, SERVER), 'utf8').matchAll(/\.(seal|fingerprint)\(/g);
      return [file, [...calls].map(([, name]) => name).toSorted()] as const;
    })
    .filter(([, calls]) => calls.length > 0);
  expect(Object.fromEntries(found)).toEqual(KNOWN);
});
