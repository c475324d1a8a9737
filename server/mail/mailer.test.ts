import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { createMailCheck, createMailer, findPlainMailServer } from './mailer.ts';

const FROM = 'e-Clic <eclic@exemplo.pt>';
const MAIL = { to: 'rita@exemplo.pt', subject: 'Código de verificação', text: 'O seu código é 123456' };

const folder = mkdtempSync(join(tmpdir(), 'eclic-mail-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('mails for trying stand in a folder, in files that name nobody', async () => {
  await createMailer({ from: FROM, by: { kind: 'folder', folder: folder } })(MAIL);
  const [file = ''] = readdirSync(folder);
  expect(file).toMatch(/^[0-9]+-[0-9a-f-]{36}\.eml$/);
  const eml = readFileSync(join(folder, file), 'utf8');
  expect(eml).toContain('To: rita@exemplo.pt');
  expect(eml).toContain('From: "e-Clic" <eclic@exemplo.pt>');
  expect(eml).toContain('Auto-Submitted: auto-generated');
  expect(eml).toContain('O seu c=C3=B3digo =C3=A9 123456');
});

/** Starts a mail server without encryption, which takes every mail or refuses every receiver with these words. */
async function startSmtp(refusal?: string) {
  const said: string[] = [];
  const server = createServer((socket: Socket) => {
    let isData = false;
    socket.write('220 correio.exemplo.pt\r\n');
    socket.on('data', (bytes) => {
      const text = bytes.toString();
      said.push(text);
      if (isData && !text.endsWith('\r\n.\r\n')) return;
      const isRefused = text.startsWith('RCPT') && refusal !== undefined;
      const isStart = text.startsWith('DATA');
      if (text.startsWith('STARTTLS')) return socket.write('502 not here\r\n');
      socket.write(isRefused ? `${refusal}\r\n` : isStart ? '354 go on\r\n' : '250 ok\r\n');
      isData = isStart;
    });
  });
  const port = await listenAnywhere(server);
  return { said, url: `smtp://127.0.0.1:${port}`, stop: () => server.close() };
}

it('mails go to the mail server that is named', async () => {
  const smtp = await startSmtp();
  await createMailer({ from: FROM, by: { kind: 'smtp', url: smtp.url, requireTls: false } })(MAIL);
  smtp.stop();
  const all = smtp.said.join('');
  expect(all).toContain('MAIL FROM:<eclic@exemplo.pt>');
  expect(all).toContain('RCPT TO:<rita@exemplo.pt>');
  expect(all).toContain('123456');
});

it('a mail that is not taken is not taken for sent, and is refused for good only where nobody has the mailbox', async () => {
  for (const [refusal, isForGood] of [
    ['550 5.1.1 rita@exemplo.pt: no such user', true],
    ['554 5.7.1 Relay access denied', false],
    ['552 5.2.2 The mailbox is full', false],
    ['550 not permitted', false],
  ] as const) {
    const smtp = await startSmtp(refusal);
    const send = createMailer({ from: FROM, by: { kind: 'smtp', url: smtp.url, requireTls: false } });
    await expect(send(MAIL), refusal).rejects.toMatchObject({ name: 'Outage', of: 'mail', isForGood });
    smtp.stop();
    await expect(send(MAIL)).rejects.toMatchObject({ name: 'Outage', of: 'mail', isForGood: false });
  }
});

it('nothing of a mail goes to a server that offers no STARTTLS, of which the operator is told at the start', async () => {
  const smtp = await startSmtp();
  const config = { from: FROM, by: { kind: 'smtp', url: smtp.url, requireTls: true } } as const;
  expect(await findPlainMailServer(config)).toMatch(/^The mail server of MAIL_URL offers no STARTTLS/);
  await expect(createMailer(config)(MAIL)).rejects.toThrow('STARTTLS');
  smtp.stop();
  expect(smtp.said.join('')).not.toMatch(/rita|123456/);
  // A server that is away may offer STARTTLS once it is back.
  expect(await findPlainMailServer(config)).toBeNull();
});

it('whether mails could be sent is asked of the mail server, and nothing is sent by it', async () => {
  const smtp = await startSmtp();
  const reach = createMailCheck({ from: FROM, by: { kind: 'smtp', url: smtp.url, requireTls: false } });
  await reach();
  smtp.stop();
  expect(smtp.said.join('')).not.toMatch(/MAIL FROM|RCPT/);
  await expect(reach()).rejects.toMatchObject({ name: 'Outage', of: 'mail' });
  await createMailCheck({ from: FROM, by: { kind: 'folder', folder } })();
});
