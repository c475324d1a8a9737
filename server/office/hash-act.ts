import type { OfficeAction } from '../../domain/office-moves.ts';
import { hashOf } from '../requests/sent.ts';
import type { OfficeFile } from './office-files.ts';

/** The parts of an act that make it the same act. */
export interface ActContent {
  action: OfficeAction;
  /** The message to the citizen; empty when the act has none. */
  body: string;
  files: readonly Pick<OfficeFile, 'name' | 'sha256'>[];
  /** The office that has the request from then on, when it is forwarded. */
  otherOffice?: string;
  /** The id of that office, when it is one of the office's own services. */
  service?: string;
  /** For the service that has the request from then on: the citizen does not read it. */
  note?: string;
}

/** Two acts with the same hash say the same: the key is no part of it. A service goes by its id alone, as it may be renamed before the act is said again. */
export function hashAct(act: ActContent): string {
  return hashSaid(act, act.service ? undefined : act.otherOffice);
}

/** Whether an act that was kept under the hash says the same. Earlier builds took the service's name into the hash, and acts are kept for ever. */
export function isHashOf(hash: string, act: ActContent): boolean {
  return [hashAct(act), hashSaid(act, act.otherOffice)].includes(hash);
}

function hashSaid(
  { action, body, files, service, note }: ActContent,
  otherOffice: string | undefined,
): string {
  const named = files.map(({ name, sha256 }) => ({ name, sha256 }));
  return hashOf({ action, body, otherOffice, service, note, files: named });
}
