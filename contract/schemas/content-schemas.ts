import * as v from 'valibot';
import { REQUEST_KINDS } from '../request-words.ts';

export const text = v.string();
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const atLeastOne = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export const instant = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(Date.parse(value))),
);
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const statusCode = v.pipe(v.string(), v.regex(/^[A-HJKMNP-Z]{10}$/));
export const requestKind = v.picklist(REQUEST_KINDS);

/** A schema for every field, optional ones included: a new field without a check is a type error. */
export type Fields<T> = { [Name in keyof T]-?: v.GenericSchema<Exclude<T[Name], undefined>> };

/** Makes the schema of an object: `v.object` accepts unknown fields, `v.strictObject` does not. */
type MakeObject = <const Fields extends v.ObjectEntries>(
  fields: Fields,
) => v.GenericSchema<
  v.InferInput<v.ObjectSchema<Fields, undefined>>,
  v.InferOutput<v.ObjectSchema<Fields, undefined>>
>;

/** What each text of a citizen's content has to be. The device takes any; a server takes what the contract allows. */
type Texts = Record<'id' | 'requestId' | 'name' | 'version' | 'line' | 'passage', v.GenericSchema<string>>;
const ANY_TEXT: Texts = { id: text, requestId: text, name: text, version: text, line: text, passage: text };

/** Makes the schemas of what a citizen writes. */
export function createContentSchemas(object: MakeObject, texts = ANY_TEXT) {
  const { id, requestId, name, version, line, passage } = texts;
  const labelled = object({ id, label: name });
  const topicUnknown = object({ status: v.literal('unknown') });
  const topicKnown = object({
    status: v.literal('known'),
    version,
    lifeEvent: labelled,
    subject: labelled,
    reason: labelled,
  });
  const topicBegun = object({
    status: v.literal('begun'),
    version,
    lifeEvent: v.nullable(labelled),
    subject: v.nullable(labelled),
    reason: v.nullable(labelled),
  });
  const purpose = v.picklist(['reply', 'addition', 'followUp', 'correction']);
  return {
    onBehalfOf: v.nullable(object({ id, name })),
    topic: v.union([topicUnknown, topicKnown]),
    draftTopic: v.nullable(v.union([topicUnknown, topicKnown, topicBegun])),
    complaint: v.nullable(object({ office: line, happenedOn: line, wanted: passage })),
    aboutRequestId: v.nullable(requestId),
    purpose,
    replyTo: v.nullable(object({ requestId, purpose })),
  };
}
