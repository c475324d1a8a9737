import type { CitizenRequest, Message, ReceiptKeys } from '../contract/types.ts';
import {
  claimsOf,
  messageToSign,
  requestToSign,
  type Signable,
  withdrawalToSign,
} from '../domain/proof/signed-content.ts';
import { thumbprint } from '../domain/proof/verify-receipt.ts';
import { sha256Base64Url } from '../shared/sha256.ts';
import { createSigner, ISSUER } from './sign-receipt.ts';

/** Signs receipts as a service does, by another implementation than the app's. */
export async function createReceiptSigner(issuer = ISSUER) {
  const { jwk, sign } = await createSigner();
  const { x = '', y = '' } = jwk;
  const kid = await thumbprint(jwk);
  const key: ReceiptKeys['keys'][number] = { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' };

  async function receiptOf(toSign: Signable): Promise<string> {
    const content = await sha256Base64Url(new TextEncoder().encode(toSign.content));
    return sign(claimsOf(toSign, { iss: issuer, content }));
  }

  return {
    keys: { issuers: [issuer], keys: [key] } satisfies ReceiptKeys,
    async signRequest(request: CitizenRequest): Promise<CitizenRequest> {
      const withdrawal = withdrawalToSign(request);
      return {
        ...request,
        receipt: await receiptOf(requestToSign(request)),
        ...(withdrawal && { withdrawalReceipt: await receiptOf(withdrawal) }),
      };
    },
    async signMessage(message: Message, ref: string): Promise<Message> {
      return { ...message, receipt: await receiptOf(messageToSign(message, ref)) };
    },
  };
}

export type ReceiptSigner = Awaited<ReturnType<typeof createReceiptSigner>>;
