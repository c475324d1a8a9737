import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMPRESSED_FORMS } from '../../serving/compressed-forms.ts';
import { SECURITY_HEADERS, securityHeaders } from '../../serving/headers.ts';
import { TEXT_ENDINGS } from '../../shared/file-list.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const document = read('docs/deploying.md');
const OF_NGINX = read('ops/nginx/eclic-headers.conf').split('\n');
const OF_APACHE = read('ops/apache/eclic.conf')
  .split('\n')
  .map((line) => line.trim());

it.each(Object.entries(SECURITY_HEADERS))(
  'a deployer who copies %s from the guide sends what the app was tested with',
  (name, value) => {
    expect(document.split('\n')).toContain(`${name}: ${value}`);
    expect(OF_NGINX).toContain(`add_header ${name} "${value}" always;`);
    expect(OF_APACHE).toContain(`Header always set ${name} "${value}"`);
  },
);

it('only the policy that the app makes itself is let through', () => {
  expect(SECURITY_HEADERS['Content-Security-Policy']).toMatch(
    /; trusted-types default; require-trusted-types-for 'script'$/,
  );
});

it('what breaks the policy is told to nobody, unless the deployer names an address, and the guide says how', () => {
  expect(JSON.stringify(SECURITY_HEADERS)).not.toMatch(/report/i);
  const headers = securityHeaders('https://exemplo.pt/csp');
  expect(headers['Content-Security-Policy']).toMatch(
    /; report-uri https:\/\/exemplo\.pt\/csp; report-to csp$/,
  );
  expect(headers['Reporting-Endpoints']).toBe('csp="https://exemplo.pt/csp"');
  expect(document).toContain('Reporting-Endpoints: csp="https://exemplo.pt/csp"');
});

it('the guide names no header of the policy twice', () => {
  for (const name of Object.keys(SECURITY_HEADERS)) {
    expect(document.split('\n').filter((line) => line.startsWith(`${name}: `))).toHaveLength(1);
  }
});

it('the guide names what the build compresses', () => {
  const compressed = document.split('\n').find((line) => line.startsWith('Text is compressed')) ?? '';
  expect([...compressed.matchAll(/`(\.\w+)`/g)].map(([, ending]) => ending)).toEqual([
    ...TEXT_ENDINGS,
    ...COMPRESSED_FORMS.map(({ ending }) => ending),
  ]);
});
