import * as v from 'valibot';
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
import { atLeastOne, type Fields, requestKind, sha256 } from '../schemas/content-schemas.ts';
import { fileName, filled, list, name, opaqueId, someText, uuid } from './bodies.ts';

const FILES_MAX = 50;
const NOTE_MAX = 4000;
const SOUGHT_MAX = 1000;
const TITLE_MAX = 120;

/** What can name a clerk, a program or a service: any keyboard can type it, and the record of what was done can hold it. */
export const PLAIN_NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/;

const plainName = v.pipe(v.string(), v.regex(PLAIN_NAME));
const noteText = filled(NOTE_MAX);
const userNameOrNobody = v.nullable(plainName);

const file = v.strictObject({ id: uuid, name: fileName, sha256 } satisfies Fields<OfficeFileName>);
const files = v.exactOptional(list(file, FILES_MAX));
const seenMoves = v.exactOptional(atLeastOne);

const silentAct = v.strictObject({
  action: v.picklist(['review', 'close']),
  seenMoves,
} satisfies Fields<OfficeSilentAct>);
const spoken = { body: someText, files, seenMoves };
const spokenAct = v.strictObject({
  ...spoken,
  action: v.picklist(['ask', 'answer']),
} satisfies Fields<OfficeSpokenAct>);
const forwarded = { ...spoken, action: v.literal('forward') };
const forwardAct = v.strictObject({ ...forwarded, otherOffice: name } satisfies Fields<OfficeForwardAct>);
const forwardToServiceAct = v.strictObject({
  ...forwarded,
  service: plainName,
  note: v.exactOptional(noteText),
} satisfies Fields<OfficeForwardToServiceAct>);

export const officeAct = v.union([silentAct, spokenAct, forwardAct, forwardToServiceAct]);

export const assigneeBody = v.strictObject({
  assignee: userNameOrNobody,
  seenAssignee: v.exactOptional(userNameOrNobody),
} satisfies Fields<OfficeAssigning>);

export const noteBody = v.strictObject({ body: noteText } satisfies Fields<OfficeNoteBody>);

export const searchBody = v.strictObject({ sought: filled(SOUGHT_MAX) } satisfies Fields<OfficeSearch>);

export const savedReplyBody = v.strictObject({
  title: filled(TITLE_MAX),
  body: noteText,
  topic: v.nullable(opaqueId),
  kind: v.nullable(requestKind),
  beginsAnswer: v.exactOptional(v.boolean()),
} satisfies Fields<OfficeSavedReplyBody>);
