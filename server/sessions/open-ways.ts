import type { Context } from '../context.ts';
import type { MailConfig } from '../mail/mail-settings.ts';
import { createMailCheck, createMailer } from '../mail/mailer.ts';
import { createOidcWay } from './oidc-way.ts';
import { createPasswordKeeping, createPasswordWay } from './password-way.ts';
import type { SignInConfig } from './sign-in-settings.ts';
import type { PasswordWay, SignInWays } from './sign-in-ways.ts';
import { createSimulator } from './simulator.ts';

/** Opens the ways to sign in that the settings name. */
export function openWays(
  context: Pick<Context, 'seal' | 'hashing' | 'basePath' | 'site'>,
  config: SignInConfig,
  mail: MailConfig | null,
): SignInWays {
  if (config.simulator) return createSimulator(context.basePath);
  return {
    password: config.password && mail ? openPasswordWay(context, mail, config) : null,
    provider: config.oidc && createOidcWay(config.oidc, context.site),
  };
}

function openPasswordWay(
  context: Pick<Context, 'seal' | 'hashing' | 'site'>,
  mail: MailConfig,
  { recovery }: SignInConfig,
): PasswordWay {
  const sendMail = createMailer(mail);
  const keeping = createPasswordKeeping(context, sendMail, recovery ? createMailCheck(mail) : null);
  return createPasswordWay(context, sendMail, keeping);
}
