import type { OfficeFileName, OfficeForwardAct, OfficeSilentAct, OfficeSpokenAct } from '../office-types.ts';
import { fileName, isId, name, sha256, someText } from './bodies.ts';
import { choice, either, integer, list, record } from './shapes.ts';

const FILES_MAX = 50;

const files = list(record<OfficeFileName>({ id: isId, name: fileName, sha256 }), FILES_MAX);
const seenMoves = integer(1);

const silentAct = record<OfficeSilentAct>({ action: choice('review', 'close'), seenMoves }, ['seenMoves']);
const spokenAct = record<OfficeSpokenAct>(
  { action: choice('ask', 'answer'), body: someText, files, seenMoves },
  ['files', 'seenMoves'],
);
const forwardAct = record<OfficeForwardAct>(
  { action: choice('forward'), body: someText, otherOffice: name, files, seenMoves },
  ['files', 'seenMoves'],
);

export const officeAct = either(silentAct, either(spokenAct, forwardAct));
