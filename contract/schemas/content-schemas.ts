import * as v from 'valibot';

export const text = v.string();
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const instant = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(Date.parse(value))),
);
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const requestKind = v.picklist(['information', 'clarification', 'documents', 'complaint']);

type MakeObject = <const Fields extends v.ObjectEntries>(
  fields: Fields,
) => v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Fields, undefined>>>;

/** Makes the schemas of what a citizen writes. `v.object` accepts unknown fields, `v.strictObject` does not. */
export function createContentSchemas(object: MakeObject) {
  const labelled = object({ id: text, label: text });
  const topicUnknown = object({ status: v.literal('unknown') });
  const topicKnown = object({
    status: v.literal('known'),
    version: text,
    lifeEvent: labelled,
    subject: labelled,
    reason: labelled,
  });
  const topicBegun = object({
    status: v.literal('begun'),
    version: text,
    lifeEvent: v.nullable(labelled),
    subject: v.nullable(labelled),
    reason: v.nullable(labelled),
  });
  const purpose = v.picklist(['reply', 'addition', 'followUp', 'correction']);
  return {
    onBehalfOf: v.nullable(object({ id: text, name: text })),
    topic: v.union([topicUnknown, topicKnown]),
    draftTopic: v.nullable(v.union([topicUnknown, topicKnown, topicBegun])),
    complaint: v.nullable(object({ office: text, happenedOn: text, wanted: text })),
    aboutRequestId: v.nullable(text),
    replyTo: v.nullable(object({ requestId: text, purpose })),
  };
}
