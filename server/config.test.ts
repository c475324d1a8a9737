import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const SECRET_BYTES = Uint8Array.from({ length: 32 }, (_, place) => place);
const SECRET = Buffer.from(SECRET_BYTES).toString('base64');
const base64 = (...bytes: number[]) =>
  Buffer.from(Array.from({ length: 32 }, (_, place) => bytes[place % bytes.length] ?? 0)).toString('base64');
const DATABASE_URL = 'postgres://eclic@localhost/eclic';
const MAIL = { MAIL_FROM: 'eclic@exemplo.pt', ORIGIN: 'https://eclic.exemplo.pt' };
const WEBHOOK_SECRET = `whsec_${SECRET}`;

it('whoever sets nothing gets a database in a folder, the simulator and a port of this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    port: 4175,
    place: { listenAt: '127.0.0.1' },
    database: { kind: 'embedded', folder: '.data' },
    secret: null,
    signIn: { simulator: true },
    mail: null,
  });
});

it.each(['https://eclic.exemplo.pt/', 'HTTPS://Eclic.Exemplo.PT', 'https://eclic.exemplo.pt:443'])(
  'people sign in at the address that browsers make of ORIGIN=%s',
  (ORIGIN) => {
    const origin = 'https://eclic.exemplo.pt';
    expect(readConfig({ ORIGIN, PUSH: 'on' })).toMatchObject({ place: { origin }, site: origin });
  },
);

it('whoever is closed on other days too names them', () => {
  const config = readConfig({ EXTRA_HOLIDAYS: '2027-02-09, 2027-06-14' });
  expect(config).toMatchObject({ extraHolidays: ['2027-02-09', '2027-06-14'] });
  expect(readConfig({})).toMatchObject({ extraHolidays: [] });
});

it('whoever names a database gets it, with a secret of 32 bytes', () => {
  const config = readConfig({ DATABASE_URL, SECRET, SIGN_IN: 'simulator', DATA_DIR: '' });
  expect(config).toMatchObject({ database: { kind: 'postgres', url: DATABASE_URL, connectionsMax: 10 } });
  expect(config).toMatchObject({ secret: SECRET_BYTES });
});

it.each([
  [{ PORT: 'http' }, /^PORT must be a number/],
  [{ PORT: '70000' }, /^PORT must be a number/],
  [{ ORIGIN: 'eclic.exemplo.pt' }, /^ORIGIN must begin with/],
  [{ ORIGIN: 'localhost:4175' }, /^ORIGIN must begin with/],
  [{ ORIGIN: 'https://eclic.exemplo.pt/eclic/' }, /^ORIGIN must be an address without/],
  [{ ORIGIN: 'https://eclic.exemplo.pt/?lang=pt' }, /^ORIGIN must be an address without/],
  [{ ORIGIN: 'https://ana@eclic.exemplo.pt' }, /^ORIGIN must be an address without/],
  [{ DATABASE_URL: 'mysql://x', SECRET, SIGN_IN: 'simulator' }, /^DATABASE_URL must begin with postgres/],
  [{ DATABASE_URL, SIGN_IN: 'simulator' }, /^SECRET is missing/],
  [{ DATABASE_URL, SECRET }, /^SIGN_IN is missing/],
  [{ SECRET: 'c2hvcnQ=' }, /^SECRET must be 32 random bytes/],
  [{ SECRET: base64(0) }, /^SECRET can be guessed: .* rotate-secret/],
  [{ SECRET: base64(255) }, /^SECRET can be guessed/],
  [{ SECRET: base64(1, 2, 3, 4) }, /^SECRET can be guessed/],
  [{ SECRET, SECRET_BEFORE: 'c2hvcnQ=' }, /^SECRET_BEFORE must be 32 random bytes/],
  [{ ALLOW_PLAIN: 'yes' }, /^ALLOW_PLAIN must be 1/],
  [{ FILES_URL: 'https://store.exemplo.pt/files' }, /^FILES_URL must name key, secret and bucket/],
  [{ FILES_URL: 's3://key:secret@store/files' }, /^FILES_URL must begin with/],
  [{ ...MAIL, MAIL_URL: 'correio.exemplo.pt' }, /^MAIL_URL must begin with smtp:/],
  [{ WEBHOOK_URL: 'http://', WEBHOOK_SECRET }, /^WEBHOOK_URL must begin with http:/],
  [{ OIDC_ISSUER: 'http://' }, /^OIDC_ISSUER must begin with https:\/\/ or/],
  [{ SIGN_IN: 'nobody' }, /^SIGN_IN must be/],
  [{ PUSH: 'yes' }, /^PUSH must be on or off/],
  [{ EXTRA_HOLIDAYS: 'carnaval' }, /^EXTRA_HOLIDAYS must be days/],
  [{ EXTRA_HOLIDAYS: '2027-02-29' }, /^EXTRA_HOLIDAYS must be days/],
  [{ EXTRA_HOLIDAYS: '2027-02-09 2027-06-14' }, /^EXTRA_HOLIDAYS must be days/],
  [{ PUSH: 'on' }, /^PUSH=on needs an ORIGIN that begins with https/],
  [{ PUSH_SERVICES: 'https://push.exemplo.pt' }, /^PUSH_SERVICES must be names of hosts/],
  [{ WEBHOOK_URL: 'https://eclic:x@servico.exemplo.pt/', WEBHOOK_SECRET }, /^WEBHOOK_URL must have no user/],
  [{ WEBHOOK_URL: 'https://servico.exemplo.pt/novidades' }, /^WEBHOOK_URL and WEBHOOK_SECRET need/],
  [
    { WEBHOOK_URL: 'https://servico.exemplo.pt/', WEBHOOK_SECRET: 'whsec_c2hvcnQ=' },
    /^WEBHOOK_SECRET must be whsec_/,
  ],
])('whoever sets %j is told in a sentence', (env, sentence) => {
  expect(readConfig(env)).toEqual([expect.stringMatching(sentence)]);
});

it.each([
  ['DATABSE_URL', 'DATABASE_URL'],
  ['SIGNIN', 'SIGN_IN'],
  ['RETENTION_DRAFTS_DAYS', 'RETENTION_DRAFT_DAYS'],
])('whoever sets %s, which is no setting, is told that %s is', (written, meant) => {
  expect(readConfig({ [written]: 'x' })).toEqual([
    `${written} is no setting. Was ${meant} meant? What the server does not know it would pass over.`,
  ]);
});

it('what the machine sets for all programs is nobody’s slip', () => {
  const env = {
    PATH: '/bin',
    HOME: '/',
    HOSTNAME: 'a',
    SHELL: 'sh',
    LANG: 'pt',
    MAIL: '/var/mail',
    USER: 'eclic',
    NODE_ENV: 'x',
    LOGNAME: 'a',
  };
  expect(readConfig(env)).toMatchObject({ port: 4175 });
});

it('whoever makes two mistakes is told of both, and no secret is repeated', () => {
  const told = readConfig({ PORT: '0', SECRET: 'bm90LXRoaXJ0eS10d28=' });
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told)).not.toContain('bm90');
});

it.each([
  [{ WEBHOOK_URL: 'http://servico.exemplo.pt/', WEBHOOK_SECRET }, /^WEBHOOK_URL must begin with https/],
  [{ FILES_URL: 'http://key:secret@store.exemplo.pt/files' }, /^FILES_URL must begin with https/],
  [{ ...MAIL, MAIL_URL: 'smtp://correio.exemplo.pt?requireTLS=false' }, /^MAIL_URL must not say requireTLS/],
  [{ ...MAIL, MAIL_URL: 'smtp://correio.exemplo.pt?ignoreTLS=true' }, /^MAIL_URL must not say ignoreTLS/],
  [
    { ...MAIL, MAIL_URL: 'smtps://correio.exemplo.pt?tls.rejectUnauthorized=false' },
    /^MAIL_URL must not say tls.rejectUnauthorized/,
  ],
])('what others could read on its way is refused, unless somebody tries e-Clic out: %j', (env, sentence) => {
  expect(readConfig(env)).toEqual([expect.stringMatching(sentence)]);
  expect(readConfig({ ...env, ALLOW_PLAIN: '1' })).toMatchObject({ port: 4175 });
});

it('what stays on this machine may be plain', () => {
  const env = {
    ...MAIL,
    MAIL_URL: 'smtp://localhost?ignoreTLS=true',
    WEBHOOK_URL: 'http://127.0.0.1:8080/',
    WEBHOOK_SECRET,
    FILES_URL: 'http://key:secret@[::1]:9000/files',
  };
  expect(readConfig(env)).toMatchObject({ mail: { by: { kind: 'smtp', requireTls: false } } });
});

it('a mail server elsewhere has to offer STARTTLS', () => {
  const env = { ...MAIL, MAIL_URL: 'smtp://correio.exemplo.pt' };
  expect(readConfig(env)).toMatchObject({ mail: { by: { requireTls: true } } });
  expect(readConfig({ ...env, ALLOW_PLAIN: '1' })).toMatchObject({ mail: { by: { requireTls: false } } });
});

it('browsers are told of news where the address is one of the web, unless somebody says no', () => {
  const ORIGIN = 'https://eclic.exemplo.pt';
  const known = [
    'fcm.googleapis.com',
    'updates.push.services.mozilla.com',
    '*.push.apple.com',
    '*.notify.windows.com',
  ];
  expect(readConfig({ ORIGIN })).toMatchObject({ push: { services: known } });
  const more = readConfig({ ORIGIN, PUSH: 'on', PUSH_SERVICES: 'push.exemplo.pt, *.Push.exemplo.pt' });
  expect(more).toMatchObject({ push: { services: [...known, 'push.exemplo.pt', '*.push.exemplo.pt'] } });
  for (const env of [{}, { ORIGIN: 'http://localhost:4175' }, { ORIGIN, PUSH: 'off' }])
    expect(readConfig(env)).toMatchObject({ push: null });
});
