export const REQUEST_KINDS = ['information', 'clarification', 'documents', 'complaint'] as const;

export type RequestKind = (typeof REQUEST_KINDS)[number];
