import * as v from 'valibot';
import { leavesThisMachine } from './setting-kinds.ts';

export const plainSettings = {
  ALLOW_PLAIN: v.optional(v.literal('1', 'ALLOW_PLAIN must be 1, or left out.')),
};

interface Addresses {
  ALLOW_PLAIN?: '1' | undefined;
  MAIL_URL?: string | undefined;
  WEBHOOK_URL?: string | undefined;
  FILES_URL?: string | undefined;
}

/** Options in the address of a mail server that could let others read mails. */
const OPENS_MAILS = ['requireTLS', 'ignoreTLS', 'opportunisticTLS', 'tls.rejectUnauthorized'];
const FOR_TRYING = 'For trying, ALLOW_PLAIN=1 lets it pass.';

/** Returns a sentence for each setting with which others could read or change what goes to another machine. */
export function judgePlain({ ALLOW_PLAIN, MAIL_URL, ...webAddresses }: Addresses): string[] {
  if (ALLOW_PLAIN) return [];
  const sentences: string[] = [];
  for (const name of ['WEBHOOK_URL', 'FILES_URL'] as const) {
    const address = webAddresses[name];
    if (address?.startsWith('http:') && leavesThisMachine(address))
      sentences.push(
        `${name} must begin with https://: over http:// others read and change what is sent. ${FOR_TRYING}`,
      );
  }
  if (MAIL_URL && leavesThisMachine(MAIL_URL)) {
    const { searchParams } = new URL(MAIL_URL);
    for (const name of OPENS_MAILS.filter((each) => searchParams.has(each)))
      sentences.push(
        `MAIL_URL must not say ${name}: others could read the codes and the news. ${FOR_TRYING}`,
      );
  }
  return sentences;
}
