import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SECURITY_HEADERS } from './headers.ts';

const document = readFileSync(new URL('../../docs/deploying.md', import.meta.url), 'utf8');

it.each(Object.entries(SECURITY_HEADERS))(
  'a deployer who copies %s from the guide sends what the app was tested with',
  (name, value) => {
    expect(document.split('\n')).toContain(`${name}: ${value}`);
  },
);

it('the guide names no header of the policy twice', () => {
  for (const name of Object.keys(SECURITY_HEADERS)) {
    expect(document.split('\n').filter((line) => line.startsWith(`${name}: `))).toHaveLength(1);
  }
});
