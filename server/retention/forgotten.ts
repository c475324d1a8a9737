/** How long the institution keeps what citizens have sent and what its record says. */
export interface Retention {
  /** Years after a request was closed or withdrawn. */
  closedYears: number;
  /** Days after a draft was last saved. */
  draftDays: number;
  /** Years after an entry was put into the office's record. */
  recordYears: number;
}

/** How many of each have been deleted. */
export interface Forgotten {
  requests: number;
  drafts: number;
  uploads: number;
}
