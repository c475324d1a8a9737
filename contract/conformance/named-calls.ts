import { randomUUID } from 'node:crypto';
import type { Ids } from './named-ids.ts';
import { pdf, type SendOptions, submission, TUS } from './subject.ts';

type NamedCall = [method: string, path: string, options?: SendOptions];

const WRITTEN_AT = '2026-11-25T10:31:00.000Z';
const FILE = pdf('da Maria');
const draft = { ...submission(), writtenAt: WRITTEN_AT };
export const REPLY = {
  purpose: 'reply',
  body: 'Junto o que pediram.',
  attachments: [],
  writtenAt: WRITTEN_AT,
};
const invalid = { nothing: true };
const tooShort = submission({ description: 'Nove car.' });
const keyOf = (id: string, revision = 1) => ({ 'Idempotency-Key': `"${id}:${revision}"` });
const chunk = { ...TUS, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' };

/** Every call that names something by its id, well-formed and not. `own` is a request of the caller that awaits a reply. */
export const NAMED_CALLS: readonly (readonly [string, (ids: Ids, own: string) => NamedCall])[] = [
  ['read a draft', ({ draft: id }) => ['GET', `/drafts/${id}`]],
  [
    'keep a new draft',
    ({ draft: id }) => ['PUT', `/drafts/${id}`, { json: draft, headers: { 'If-None-Match': '*' } }],
  ],
  [
    'keep a draft of a version',
    ({ draft: id }) => ['PUT', `/drafts/${id}`, { json: draft, headers: { 'If-Match': '"1"' } }],
  ],
  ['keep a draft under a request’s id', ({ request: id }) => ['PUT', `/drafts/${id}`, { json: draft }]],
  ['keep what is no draft', ({ draft: id }) => ['PUT', `/drafts/${id}`, { json: invalid }]],
  ['delete a draft', ({ draft: id }) => ['DELETE', `/drafts/${id}`]],
  [
    'delete a draft of a version',
    ({ draft: id }) => ['DELETE', `/drafts/${id}`, { headers: { 'If-Match': '"1"' } }],
  ],
  ['look at an upload', ({ openUpload: id }) => ['HEAD', `/uploads/${id}`, { headers: TUS }]],
  [
    'send a chunk',
    ({ openUpload: id }) => [
      'PATCH',
      `/uploads/${id}`,
      { headers: { ...chunk, 'Upload-Checksum': 'sha256 x' }, bytes: FILE },
    ],
  ],
  ['send no chunk', ({ openUpload: id }) => ['PATCH', `/uploads/${id}`, { headers: TUS }]],
  ['cancel an upload', ({ openUpload: id }) => ['DELETE', `/uploads/${id}`, { headers: TUS }]],
  ['read a request', ({ request: id }) => ['GET', `/requests/${id}`]],
  [
    'submit a request',
    ({ request: id }) => ['PUT', `/requests/${id}`, { json: submission(), headers: keyOf(id) }],
  ],
  [
    'submit a later revision',
    ({ request: id }) => [
      'PUT',
      `/requests/${id}`,
      { json: submission({ description: 'Mudei o texto entretanto.' }), headers: keyOf(id, 2) },
    ],
  ],
  [
    'submit what is too short',
    ({ request: id }) => ['PUT', `/requests/${id}`, { json: tooShort, headers: keyOf(id) }],
  ],
  [
    'submit what is no request',
    ({ request: id }) => ['PUT', `/requests/${id}`, { json: invalid, headers: keyOf(id) }],
  ],
  ['submit without a key', ({ request: id }) => ['PUT', `/requests/${id}`, { json: submission() }]],
  [
    'submit with a file',
    ({ request: id, attachment, upload }) => [
      'PUT',
      `/requests/${id}`,
      { json: submission({ attachments: [named(attachment, upload)] }), headers: keyOf(id) },
    ],
  ],
  [
    'submit about another request',
    ({ request: aboutRequestId }) => put(randomUUID(), submission({ aboutRequestId })),
  ],
  ['read a file', ({ request: id, attachment }) => ['GET', `/requests/${id}/attachments/${attachment}`]],
  [
    'reply',
    ({ request: id, message }) => [
      'PUT',
      `/requests/${id}/messages/${message}`,
      { json: REPLY, headers: keyOf(message) },
    ],
  ],
  [
    'reply with what is no reply',
    ({ request: id, message }) => ['PUT', `/requests/${id}/messages/${message}`, { json: invalid }],
  ],
  [
    'reply under a message’s id',
    ({ message }, own) => [
      'PUT',
      `/requests/${own}/messages/${message}`,
      { json: REPLY, headers: keyOf(message) },
    ],
  ],
  [
    'reply under a request’s id',
    ({ request: id }, own) => ['PUT', `/requests/${own}/messages/${id}`, { json: REPLY, headers: keyOf(id) }],
  ],
  ['withdraw', ({ request: id }) => ['PUT', `/requests/${id}/withdrawal`]],
  ['rate', ({ request: id }) => ['PUT', `/requests/${id}/rating`, { json: { helpful: true, comment: '' } }]],
  ['rate with nothing', ({ request: id }) => ['PUT', `/requests/${id}/rating`, { json: invalid }]],
  [
    'mark as read',
    ({ request: id }) => ['PUT', `/requests/${id}/read-mark`, { json: { readUpTo: WRITTEN_AT } }],
  ],
  ['mark nothing as read', ({ request: id }) => ['PUT', `/requests/${id}/read-mark`, { json: invalid }]],
  ['read a status code', ({ request: id }) => ['GET', `/requests/${id}/status-code`]],
  [
    'renew a status code',
    ({ request: id }) => ['PUT', `/requests/${id}/status-code`, { json: { replaces: null } }],
  ],
  ['renew what is no code', ({ request: id }) => ['PUT', `/requests/${id}/status-code`, { json: invalid }]],
  ['end a status code', ({ request: id }) => ['DELETE', `/requests/${id}/status-code`]],
  ['end a session', ({ session: id }) => ['DELETE', `/sessions/${id}`]],
  ['erase on a device', ({ session: id }) => ['PUT', `/sessions/${id}/erasure`]],
];

function named(id: string, uploadId: string) {
  return { id, uploadId, name: 'x.pdf', size: FILE.length, type: 'application/pdf', sha256: '0'.repeat(64) };
}

function put(id: string, json: unknown): NamedCall {
  return ['PUT', `/requests/${id}`, { json, headers: keyOf(id) }];
}
