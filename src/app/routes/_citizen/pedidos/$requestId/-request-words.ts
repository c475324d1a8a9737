/** All that the page may be, from *A enviar o pedido* to the last answer. */
export const REQUEST_WORDS = [
  'thread',
  'requests',
  'receipt',
  'draft',
  'attachments',
  'issues',
  'sync',
] as const;
