import { expect, it } from 'vitest';
import { readConfig } from '../config.ts';

const MAIL = { MAIL_URL: 'smtps://eclic:x@correio.exemplo.pt', MAIL_FROM: 'e-Clic <eclic@exemplo.pt>' };
const ORIGIN = 'https://eclic.exemplo.pt';
const OIDC = {
  OIDC_ISSUER: 'https://autenticacao.exemplo.pt',
  OIDC_CLIENT_ID: 'eclic',
  OIDC_CLIENT_SECRET: 'only-the-two-know',
};

it('whoever names a provider gets it, asked for the two attributes of Chave Móvel Digital', () => {
  expect(readConfig({ SIGN_IN: 'oidc', ORIGIN, ...OIDC })).toMatchObject({
    signIn: {
      simulator: false,
      password: false,
      oidc: {
        issuer: OIDC.OIDC_ISSUER,
        clientId: 'eclic',
        scope: 'openid',
        claims: {
          niss: 'http://interop.gov.pt/MDC/Cidadao/NISS',
          name: 'http://interop.gov.pt/MDC/Cidadao/NomeCompleto',
          email: null,
        },
      },
    },
  });
});

it('the two real ways may stand beside each other', () => {
  const config = readConfig({ SIGN_IN: 'password, oidc', ORIGIN, ...MAIL, ...OIDC });
  expect(config).toMatchObject({
    signIn: { simulator: false, password: true, oidc: { clientId: 'eclic' } },
    mail: { from: MAIL.MAIL_FROM, by: { kind: 'smtp', url: MAIL.MAIL_URL, requireTls: true } },
  });
});

it('whoever leaves out the second factor of clerks is told that it is for trying alone', () => {
  expect(readConfig({})).toMatchObject({ clerksNeedCode: true });
  expect(readConfig({ CLERK_SECOND_FACTOR: 'off' })).toMatchObject({ clerksNeedCode: false });
  const real = { SIGN_IN: 'password', ORIGIN, ...MAIL };
  expect(readConfig({ ...real, CLERK_SECOND_FACTOR: 'required' })).toMatchObject({ clerksNeedCode: true });
  expect(readConfig({ ...real, CLERK_SECOND_FACTOR: 'off' })).toEqual([
    expect.stringMatching(/^CLERK_SECOND_FACTOR=off goes with SIGN_IN=simulator alone/),
  ]);
  expect(readConfig({ CLERK_SECOND_FACTOR: 'no' })).toEqual(['CLERK_SECOND_FACTOR must be required or off.']);
});

it('whoever lets nobody recover a palavra-chave by e-mail says so', () => {
  const real = { SIGN_IN: 'password', ORIGIN, ...MAIL };
  expect(readConfig(real)).toMatchObject({ signIn: { recovery: true } });
  expect(readConfig({ ...real, PASSWORD_RECOVERY: 'off' })).toMatchObject({ signIn: { recovery: false } });
  expect(readConfig({ ...real, PASSWORD_RECOVERY: 'no' })).toEqual([
    'PASSWORD_RECOVERY must be mail or off.',
  ]);
});

it('whoever tries mails out keeps them in a folder', () => {
  const config = readConfig({ SIGN_IN: 'password', MAIL_DIR: '.mail', MAIL_FROM: 'eclic@exemplo.pt' });
  expect(config).toMatchObject({ mail: { by: { kind: 'folder', folder: '.mail' } } });
});

it.each([
  [{ SIGN_IN: 'nobody' }, [/^SIGN_IN must be simulator, password, oidc or password,oidc/]],
  [{ SIGN_IN: 'simulator,password', ORIGIN, ...MAIL }, [/^SIGN_IN=simulator stands alone/]],
  [{ SIGN_IN: 'password' }, [/^MAIL_URL is missing/]],
  [
    { SIGN_IN: 'oidc' },
    [/^OIDC_ISSUER is/, /^OIDC_CLIENT_ID is/, /^OIDC_CLIENT_SECRET is/, /^ORIGIN is missing/],
  ],
  [
    { SIGN_IN: 'oidc', ORIGIN, ...OIDC, OIDC_ISSUER: 'http://autenticacao.exemplo.pt' },
    [/^OIDC_ISSUER must begin with https/],
  ],
  [{ ...MAIL, ORIGIN, MAIL_URL: 'https://correio.exemplo.pt' }, [/^MAIL_URL must begin with smtp/]],
  [{ ...MAIL, MAIL_DIR: '.mail', ORIGIN }, [/choose one/]],
  [{ MAIL_DIR: '.mail' }, [/^MAIL_FROM is missing/]],
  [{ MAIL_DIR: '.mail', MAIL_FROM: 'e-Clic' }, [/^MAIL_FROM must be an address/]],
  [MAIL, [/^ORIGIN is missing: it is where mails lead to/]],
])('whoever sets %j is told in sentences', (env, sentences) => {
  expect(readConfig(env)).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
});

it('no secret is repeated in what is told', () => {
  const told = readConfig({ SIGN_IN: 'oidc,simulator', ...OIDC, MAIL_URL: MAIL.MAIL_URL });
  expect(told).toHaveLength(4);
  expect(JSON.stringify(told)).not.toMatch(/only-the-two-know|eclic:x/);
});
