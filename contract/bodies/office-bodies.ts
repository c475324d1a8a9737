import type {
  OfficeAssigning,
  OfficeFileName,
  OfficeForwardAct,
  OfficeForwardToServiceAct,
  OfficeNoteBody,
  OfficeSavedReplyBody,
  OfficeSearch,
  OfficeSilentAct,
  OfficeSpokenAct,
} from '../office-types.ts';
import { fileName, isId, kind, NOT_EMPTY, name, sha256, someText } from './bodies.ts';
import { boolean, choice, either, integer, list, nothing, record, text } from './shapes.ts';

const FILES_MAX = 50;
const NOTE_MAX = 4000;
const SOUGHT_MAX = 1000;
const TITLE_MAX = 120;
const TOPIC_MAX = 80;

const plainName = text(40, /^[a-z0-9][a-z0-9._-]*$/);
const noteText = text(NOTE_MAX, NOT_EMPTY);
const userNameOrNobody = either(plainName, nothing);

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

const forwardToServiceAct = record<OfficeForwardToServiceAct>(
  {
    action: choice('forward'),
    body: someText,
    service: plainName,
    note: noteText,
    files,
    seenMoves,
  },
  ['note', 'files', 'seenMoves'],
);

export const officeAct = either(either(silentAct, spokenAct), either(forwardAct, forwardToServiceAct));

export const assigneeBody = record<OfficeAssigning>(
  { assignee: userNameOrNobody, seenAssignee: userNameOrNobody },
  ['seenAssignee'],
);

export const noteBody = record<OfficeNoteBody>({ body: noteText });

export const searchBody = record<OfficeSearch>({ sought: text(SOUGHT_MAX, NOT_EMPTY) });

export const savedReplyBody = record<OfficeSavedReplyBody>(
  {
    title: text(TITLE_MAX, NOT_EMPTY),
    body: noteText,
    topic: either(text(TOPIC_MAX, NOT_EMPTY), nothing),
    kind: either(kind, nothing),
    beginsAnswer: boolean,
  },
  ['beginsAnswer'],
);
