import * as v from 'valibot';
import { leavesThisMachine, url } from '../setting-kinds.ts';

const WAYS = ['simulator', 'password', 'oidc'] as const;
/** Whether clerks type a code beside their password. */
const CLERK_SECOND_FACTORS = ['required', 'off'] as const;
/** How somebody who has forgotten their palavra-chave gets another one. */
const RECOVERIES = ['mail', 'off'] as const;

export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** The claims that hold what the provider is asked for; `email` null: it is not asked for an address. */
  claims: { niss: string; name: string; email: string | null };
}

export interface SignInConfig {
  /** Anybody can sign in as any of the made-up people. */
  simulator: boolean;
  /** People sign in with NISS, palavra-chave, and a code by e-mail. */
  password: boolean;
  /** Whoever has forgotten their palavra-chave chooses another one with a code by e-mail. */
  recovery: boolean;
  /** Null: there is no provider. */
  oidc: OidcConfig | null;
}

export const signInSettings = {
  SIGN_IN: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').map((way) => way.trim())),
      v.array(v.picklist(WAYS, `SIGN_IN must be ${WAYS.join(', ')} or password,oidc.`)),
    ),
  ),
  CLERK_SECOND_FACTOR: v.optional(
    v.picklist(CLERK_SECOND_FACTORS, 'CLERK_SECOND_FACTOR must be required or off.'),
    'required',
  ),
  PASSWORD_RECOVERY: v.optional(v.picklist(RECOVERIES, 'PASSWORD_RECOVERY must be mail or off.'), 'mail'),
  OIDC_ISSUER: v.optional(
    v.pipe(
      url('OIDC_ISSUER', ['https:', 'http:']),
      v.check(
        (text) => !text.startsWith('http:') || !leavesThisMachine(text),
        'OIDC_ISSUER must begin with https://: over http:// others can read along, and only a provider on this machine may be asked so.',
      ),
    ),
  ),
  OIDC_CLIENT_ID: v.optional(v.string()),
  OIDC_CLIENT_SECRET: v.optional(v.string()),
  OIDC_SCOPE: v.optional(v.string(), 'openid'),
  OIDC_NISS_CLAIM: v.optional(v.string(), 'http://interop.gov.pt/MDC/Cidadao/NISS'),
  OIDC_NAME_CLAIM: v.optional(v.string(), 'http://interop.gov.pt/MDC/Cidadao/NomeCompleto'),
  OIDC_EMAIL_CLAIM: v.optional(v.string()),
};

type SignInSettings = v.InferOutput<v.ObjectSchema<typeof signInSettings, undefined>>;

/** Returns a sentence for each thing that the ways to sign in need and do not have. */
export function judgeSignIn(settings: SignInSettings, has: { mail: boolean; origin: boolean }): string[] {
  const { SIGN_IN = ['simulator'] } = settings;
  const sentences: string[] = [];
  if (SIGN_IN.includes('simulator') && SIGN_IN.length > 1)
    sentences.push(
      'SIGN_IN=simulator stands alone: where anybody may be anybody, no other way proves anything.',
    );
  if (settings.CLERK_SECOND_FACTOR === 'off' && !SIGN_IN.includes('simulator'))
    sentences.push(
      'CLERK_SECOND_FACTOR=off goes with SIGN_IN=simulator alone: for trying, among people who are made up.',
    );
  if (SIGN_IN.includes('password') && !has.mail)
    sentences.push(
      'MAIL_URL is missing: SIGN_IN=password sends codes by e-mail. For trying, MAIL_DIR=.mail keeps them in files.',
    );
  if (!SIGN_IN.includes('oidc')) return sentences;
  for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
    if (!settings[name])
      sentences.push(`${name} is missing: SIGN_IN=oidc cannot ask the provider without it.`);
  if (!has.origin) sentences.push('ORIGIN is missing: it is where the provider sends people back to.');
  return sentences;
}

export function readSignIn(settings: SignInSettings): SignInConfig {
  const { SIGN_IN = ['simulator'] } = settings;
  return {
    simulator: SIGN_IN.includes('simulator'),
    password: SIGN_IN.includes('password'),
    recovery: settings.PASSWORD_RECOVERY === 'mail',
    oidc: SIGN_IN.includes('oidc') ? readOidc(settings) : null,
  };
}

function readOidc(settings: SignInSettings): OidcConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPE } = settings;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scope: OIDC_SCOPE,
    claims: {
      niss: settings.OIDC_NISS_CLAIM,
      name: settings.OIDC_NAME_CLAIM,
      email: settings.OIDC_EMAIL_CLAIM ?? null,
    },
  };
}
