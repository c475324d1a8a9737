/** What stands before the words of a command, as whoever runs the server writes it: from its sources, or from the built folder. */
export const PROGRAM = import.meta.url.endsWith('.ts') ? 'npm run server --' : 'node dist-server/main.js';
