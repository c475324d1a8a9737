import type { Context } from '../context.ts';
import type { SendMail } from '../mail/mailer.ts';
import { createOidcWay } from './oidc-way.ts';
import { createPasswordWay } from './password-way.ts';
import type { SignInConfig } from './sign-in-settings.ts';
import type { SignInWays } from './sign-in-ways.ts';
import { createSimulator } from './simulator.ts';

/** The ways that the settings name. */
export function openWays(
  context: Pick<Context, 'seal' | 'origin' | 'basePath'>,
  config: SignInConfig,
  sendMail: SendMail | null,
): SignInWays {
  if (config.simulator) return createSimulator(context.basePath);
  return {
    password: config.password && sendMail ? createPasswordWay(context, sendMail) : null,
    provider:
      config.oidc && context.origin ? createOidcWay(config.oidc, context.origin + context.basePath) : null,
  };
}
