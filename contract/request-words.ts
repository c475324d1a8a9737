/** The kinds and the states of a request, in the order in which people are shown them. */
export const REQUEST_KINDS = ['information', 'clarification', 'documents', 'complaint'] as const;

export const REQUEST_STATES = [
  'registered',
  'inReview',
  'forwarded',
  'awaitingCitizen',
  'answered',
  'closed',
  'withdrawn',
] as const;
