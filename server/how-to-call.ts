/** The start of a command line, as whoever runs the server types it: from its sources, or from the built folder. */
export const PROGRAM = import.meta.url.endsWith('.ts') ? 'npm run server --' : 'node dist-server/main.js';
