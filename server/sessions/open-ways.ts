import type { Context } from '../context.ts';
import type { SendMail } from '../mail/mailer.ts';
import { createOidcWay } from './oidc-way.ts';
import { createPasswordWay } from './password-way.ts';
import type { SignInConfig } from './sign-in-settings.ts';
import type { SignInWays } from './sign-in-ways.ts';
import { simulator } from './simulator.ts';

/** The ways that the settings name. */
export function openWays(
  context: Pick<Context, 'seal' | 'origin'>,
  config: SignInConfig,
  sendMail: SendMail | null,
): SignInWays {
  if (config.simulator) return simulator;
  return {
    password: config.password && sendMail ? createPasswordWay(context, sendMail) : null,
    provider: config.oidc && context.origin ? createOidcWay(config.oidc, context.origin) : null,
  };
}
