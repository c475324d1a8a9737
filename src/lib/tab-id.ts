/** Names this tab for as long as its page lives. */
export const TAB_ID = crypto.randomUUID();
