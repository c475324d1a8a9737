import process from 'node:process';

/**
 * What `npm run screens` takes of the running app: the pictures of the documents; with `-- film`, the film of *Ajuda*; with `-- engines`, ten pages in each
 * engine.
 */
const TAKEN: Readonly<Record<string, () => Promise<unknown>>> = {
  pictures: () => import('./take-screens.ts'),
  film: () => import('./record-film.ts'),
  engines: () => import('../engines/screens/take-engine-screens.ts'),
};

const [, , name = 'pictures'] = process.argv;
const take = Object.hasOwn(TAKEN, name) ? TAKEN[name] : undefined;
if (!take) throw new Error(`There is no «${name}»: ${Object.keys(TAKEN).join(', ')}`);
await take();
