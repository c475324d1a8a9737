import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import vectors from '../contract/receipt-vectors.json' with { type: 'json' };
import { canonicalJson } from '../domain/proof/canonical-json.ts';
import { requestToSign } from '../domain/proof/signed-content.ts';
import { thumbprint } from '../domain/proof/verify-receipt.ts';
import { sha256Base64Url } from '../shared/sha256.ts';
import { registeredRequest } from './builders.ts';

const DOCUMENT = readFileSync('docs/verifying-a-receipt.md', 'utf8');
const [, withOpenssl = '', ofFile = '', ofWords = ''] = blocks('sh');
const folder = mkdtempSync(join(tmpdir(), 'e-clic-receipt-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keys = await Promise.all(
  vectors.keys.map(async (key) => ({ ...key, kid: await thumbprint(key), alg: 'ES256', use: 'sig' })),
);
put('keys.json', JSON.stringify({ issuers: [vectors.issuer], keys }));

function blocks(language: string): string[] {
  return [...DOCUMENT.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code]) => code ?? '',
  );
}

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function run(program: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

const runShell = (script: string, env?: Record<string, string>) => run('sh', ['-c', script], env);
const has = (program: string, ...args: string[]) => run(program, args).status === 0;
const canShell = has('openssl', 'version') && has('jq', '--version');
const canPython = has('/usr/bin/python3', '-c', 'import jwt, cryptography');

describe.skipIf(!canShell)('the steps of docs/verifying-a-receipt.md with openssl', () => {
  test.each(vectors.proven)('prove $title', ({ jws, claims }) => {
    put('receipt.txt', `${jws}\n`);
    const { status, stdout, stderr } = runShell(withOpenssl);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Verified OK');
    expect(stdout).toContain(claims.ref);
  });

  const signatureFails = vectors.unproven.filter(({ why }) => why === 'altered' || why === 'unknown-key');
  test.each(signatureFails)('prove nothing with $title', ({ jws }) => {
    put('receipt.txt', `${jws}\n`);
    const { status, stdout } = runShell(withOpenssl);
    expect(status).not.toBe(0);
    expect(stdout).not.toContain('Verified OK');
  });

  test('tell a delivered file from another', () => {
    put('receipt.txt', `${vectors.proven[0]?.jws}\n`);
    put('delivered', '');
    put('other', 'x');
    expect(runShell(ofFile, { FILE: 'delivered' })).toMatchObject({ status: 0, stdout: 'true\n' });
    expect(runShell(ofFile, { FILE: 'other' })).toMatchObject({ status: 1, stdout: 'false\n' });
  });

  test('make the fingerprint of the words that a server signs', async () => {
    const request = registeredRequest(crypto.randomUUID(), {
      description: 'Não recebi o abono de março: «porquê?» \\ "aspas" € 😀\nObrigado',
      onBehalfOf: { id: 'p_1', name: 'Ana Outra' },
    });
    put('pedido.json', JSON.stringify({ request }));
    const { content } = requestToSign(request);
    expect(runShell(ofWords).stdout).toBe(await sha256Base64Url(new TextEncoder().encode(content)));
    expect(canonicalJson(JSON.parse(content))).toBe(content);
  });
});

describe('a JWT library, used as the document says', () => {
  const [python = ''] = blocks('python');
  const [javaScript = ''] = blocks('js');

  test.skipIf(!canPython)('proves what is proven and no altered receipt: PyJWT', () => {
    expectProof(() => run('/usr/bin/python3', ['-c', python]));
  });

  test('proves what is proven and no altered receipt: jose', () => {
    const code = javaScript.replace("'jose'", `'${import.meta.resolve('jose')}'`);
    put('check.mjs', code);
    expectProof(() => run(process.execPath, ['check.mjs']));
  });

  function expectProof(check: () => ReturnType<typeof run>): void {
    // The first vector is signed by today's key, the last by the one before.
    for (const { jws, claims } of [...vectors.proven.slice(0, 1), ...vectors.proven.slice(-1)]) {
      put('receipt.txt', jws);
      expect(check()).toEqual({ status: 0, stdout: `${claims.ref} ${claims.at}\n`, stderr: '' });
    }
    for (const { jws } of vectors.unproven.filter(({ why }) => why !== 'unreadable')) {
      put('receipt.txt', jws);
      expect(check()).toMatchObject({ stdout: '' });
    }
  }
});
