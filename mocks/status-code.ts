import { problem } from '../contract/problem.ts';
import type { RequestStatus } from '../contract/types.ts';
import { statusOf } from '../domain/request-status.ts';
import { STATUS_CODE_BYTES, statusCodeOf } from '../domain/status-code.ts';
import { countTries, findBlock, wrongStatusCodes, wrongStatusCodesFrom } from './attempts.ts';
import type { Call } from './call.ts';
import { ownKey } from './own-key.ts';
import { findRequest } from './request-row.ts';
import type { CitizenRow, StatusCodeRow } from './tables.ts';

/** Returns the código de consulta of a request. It is made when it is first asked for: until then nobody can know it. */
export async function readStatusCode(
  call: Call,
  citizen: CitizenRow,
  requestId: string,
): Promise<StatusCodeRow> {
  const { request } = await findRequest(call, citizen, requestId);
  const known = await call.tx.get('statusCodes', request.reference);
  return (
    known ??
    keep(call, { citizenId: citizen.id, requestId, reference: request.reference, code: newStatusCode() })
  );
}

export async function renewStatusCode(
  call: Call,
  citizen: CitizenRow,
  { requestId, replaces }: { requestId: string; replaces: string | null },
): Promise<StatusCodeRow> {
  const row = await readStatusCode(call, citizen, requestId);
  // If the codes differ, the answer to an earlier call was lost.
  return row.code === replaces ? keep(call, { ...row, code: newStatusCode() }) : row;
}

export async function endStatusCode(
  call: Call,
  citizen: CitizenRow,
  requestId: string,
): Promise<StatusCodeRow> {
  return keep(call, { ...(await readStatusCode(call, citizen, requestId)), code: null });
}

/** Returns the status of a request to a person who is not signed in. */
export async function lookUpStatus(
  call: Call,
  address: string,
  { reference, code }: { reference: string; code: string },
): Promise<RequestStatus | Response> {
  const tallies = [wrongStatusCodes(reference, address), wrongStatusCodesFrom(address)] as const;
  const blocked = await findBlock(call, ...tallies);
  if (blocked) return blocked;
  const known = await call.tx.get('statusCodes', reference);
  if (known?.code !== code) {
    return (await countTries(call, ...tallies)) ?? problem('wrong-code');
  }
  const row = await call.tx.get('requests', ownKey(known.citizenId, known.requestId));
  return row ? statusOf(row.request) : problem('wrong-code');
}

async function keep(call: Call, row: StatusCodeRow): Promise<StatusCodeRow> {
  await call.tx.put('statusCodes', row.reference, row);
  return row;
}

function newStatusCode(): string {
  return statusCodeOf(crypto.getRandomValues(new Uint8Array(STATUS_CODE_BYTES)));
}
