/** What a notice or a tag says by colour; the words and the icon beside it say the same. */
export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'offline';
